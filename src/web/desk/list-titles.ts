import type { BusinessDate } from '../../kernel/dates.ts';
import { nameLists } from '../../modules/portfolio/contract.ts';
import type { ListName } from '../../modules/portfolio/domain/list-names.ts';
import { useQuestion } from '../shared/api/query.ts';
import { may, useMe } from './session.tsx';

/** What a list is called at a data date, by the rules in force then; "Danh sách" until the names are there. */
export function useListTitle(dataDate: BusinessDate | undefined): (list: ListName) => string {
  const me = useMe();
  const { data } = useQuestion(nameLists, dataDate === undefined ? {} : { dataDate }, {
    enabled: may(me, nameLists),
  });
  const titles = new Map(data?.titles.map(({ list, title }) => [list, title]));
  return (list) => titles.get(list) ?? 'Danh sách';
}

import { type FormEvent, type ReactElement, useState } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listGroups } from '../../../../modules/groups/contract.ts';
import { searchContracts } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { listProgrammes } from '../../../../modules/programmes/contract.ts';
import { listAreas } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { shortProgramme, shortVillage } from '../../../shared/names.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { ASSOCIATIONS } from '../../reference.ts';
import { type Me, may, useMe } from '../../session.tsx';
import { isByDay } from './list-question.ts';

type Option = { readonly value: string; readonly text: string };

const STATUS_OPTIONS: readonly Option[] = [
  { value: '', text: 'Còn dư nợ' },
  { value: 'inTerm', text: 'Trong hạn' },
  { value: 'overdue', text: 'Quá hạn' },
  { value: 'frozen', text: 'Khoanh' },
  { value: 'closed', text: 'Đã tất toán' },
];

/** The bank's figures hold no checks: this is what reports of tasks say. */
const CHECK_OPTIONS: readonly Option[] = [
  { value: 'chua', text: '06/TD chưa báo' },
  { value: 'co', text: '06/TD đã báo' },
];

/** Lists of loans that are to be checked after disbursement. */
const LISTS_TO_CHECK: readonly string[] = [
  'disbursed_last_30_days',
  'disbursed_over_30_days',
] satisfies ListName[];

const SORT_OPTIONS: readonly Option[] = [
  { value: 'outstanding', text: 'Dư nợ nhiều trước' },
  { value: 'overdue', text: 'Quá hạn nhiều trước' },
  { value: 'unpaidInterest', text: 'Lãi tồn nhiều trước' },
  { value: 'dueOnSession', text: 'Đến hạn sớm trước' },
  { value: 'lastTransactionOn', text: 'Giao dịch gần đây trước' },
];

/** The list's own order first, in words: of what is to come by its day. */
function sortOptions(list: string): readonly Option[] {
  const isComing = list !== ALL_LOANS && isByDay(list as ListName);
  return [{ value: '', text: isComing ? 'Ngày sớm trước' : 'Theo danh sách' }, ...SORT_OPTIONS];
}

/** Narrows a list. Every choice goes into the address at once; the text when Enter is pressed. */
export function ListFilters(props: {
  readonly list: string;
  readonly filter: ListFilter;
  readonly commune: Me['communes'][number] | undefined;
}): ReactElement {
  const { filter, list, commune } = props;
  const me = useMe();
  const { go } = useNavigation();
  const options = useOptions(commune?.id);
  const villages = (words: string) => inVillages(words, commune?.name ?? '');
  const [text, setText] = useState(filter.tim ?? '');
  const change = (part: Partial<ListFilter>) => go(paths.list(list, { ...filter, vi: undefined, ...part }));
  const search = (event: FormEvent) => {
    event.preventDefault();
    change({ tim: text.trim() });
  };
  return (
    <form className="filters no-print" onSubmit={search} aria-label="Lọc danh sách">
      {may(me, searchContracts) ? (
        <input
          className="input filters-text"
          type="search"
          aria-label="Tên hoặc khế ước"
          placeholder="Tên hoặc khế ước"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <Choice
        label={villages('Thôn')}
        all={villages('Mọi thôn')}
        value={filter.thon}
        options={options.villages}
        onChoose={(thon) => change({ thon, to: undefined })}
      />
      <Choice
        label="Tổ"
        all="Mọi tổ"
        value={filter.to}
        options={options.groups}
        onChoose={(to) => change({ to })}
      />
      <Choice
        label="Hội"
        all="Mọi hội"
        value={filter.hoi}
        options={options.associations}
        onChoose={(hoi) => change({ hoi })}
      />
      <Choice
        label="Chương trình"
        all="Mọi chương trình"
        value={filter.ct}
        options={options.programmes}
        onChoose={(ct) => change({ ct })}
      />
      <Choice
        label="Nguồn vốn"
        all="Mọi nguồn vốn"
        value={filter.nguon}
        options={options.fundSources}
        onChoose={(nguon) => change({ nguon })}
      />
      {LISTS_TO_CHECK.includes(list) ? (
        <Choice
          label="Báo cáo kiểm tra 06/TD"
          all="06/TD: mọi món"
          value={filter.kiemtra}
          options={CHECK_OPTIONS}
          onChoose={(kiemtra) => change({ kiemtra, kiemtraluc: undefined })}
        />
      ) : null}
      {list === ALL_LOANS ? (
        <Choice
          label="Tình trạng"
          value={filter.tt}
          options={STATUS_OPTIONS}
          onChoose={(tt) => change({ tt })}
        />
      ) : null}
      <Choice
        label="Sắp xếp"
        value={filter.xep}
        options={sortOptions(list)}
        onChoose={(xep) => change({ xep })}
      />
    </form>
  );
}

function Choice(props: {
  label: string;
  all?: string;
  value: string | undefined;
  options: readonly Option[];
  onChoose: (value: string) => void;
}): ReactElement | null {
  if (props.options.length === 0) return null;
  return (
    <select
      className="input"
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      {props.all === undefined ? null : <option value="">{props.all}</option>}
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** Villages and groups are a commune's: without a commune there is nothing to choose from. */
function useOptions(
  communeId: Id | undefined,
): Record<'villages' | 'groups' | 'associations' | 'programmes' | 'fundSources', readonly Option[]> {
  const me = useMe();
  const hasCommune = communeId !== undefined;
  const areas = useQuestion(listAreas, {}, { enabled: hasCommune && may(me, listAreas) });
  const groups = useQuestion(listGroups, hasCommune ? { communeId } : {}, {
    enabled: hasCommune && may(me, listGroups),
  });
  const programmes = useQuestion(listProgrammes, {}, { enabled: may(me, listProgrammes) });
  const commune = areas.data?.communes.find((area) => area.communeId === communeId);
  return {
    villages: hasCommune
      ? (commune?.villages ?? []).map((village) => ({
          value: village.villageCode,
          text: shortVillage(village.name),
        }))
      : [],
    groups: hasCommune
      ? (groups.data?.groups ?? []).map((group) => ({
          value: group.groupCode,
          text: `Tổ ${group.leaderName}`,
        }))
      : [],
    associations: Object.entries(ASSOCIATIONS).map(([value, text]) => ({ value, text })),
    programmes: (programmes.data?.programmes ?? []).map((programme) => ({
      value: programme.code,
      text: shortProgramme(programme.name),
    })),
    fundSources: (programmes.data?.fundSources ?? []).map(({ code, name }) => ({ value: code, text: name })),
  };
}

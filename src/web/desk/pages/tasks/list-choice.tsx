import type { ReactElement } from 'react';
import { countLists } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { SelectField } from '../../../shared/components/field.tsx';
import { formatInteger } from '../../../shared/format.ts';
import type { Me } from '../../session.tsx';

/** A list of the commune's newest figures; the empty ones have nobody to give. */
export function ListChoice(props: {
  readonly commune: Pick<Me['communes'][number], 'id'>;
  readonly list: string | null;
  readonly error?: string | undefined;
  readonly onList: (list: string | null) => void;
}): ReactElement {
  const { data } = useQuestion(countLists, { communeId: props.commune.id });
  const lists = (data?.lists ?? []).filter(({ loans }) => loans > 0);
  return (
    <SelectField
      label="Danh sách món vay"
      error={props.error}
      value={props.list ?? ''}
      options={[
        { value: '', text: 'Chọn danh sách' },
        ...lists.map(({ list, title, loans }) => ({
          value: list,
          text: `${title}: ${formatInteger(loans)} món`,
        })),
      ]}
      onChoose={(list) => props.onList(list === '' ? null : list)}
    />
  );
}

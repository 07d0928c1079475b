import type { ReactElement, ReactNode } from 'react';
import type { Column } from '../../../shared/components/data-table.tsx';

/**
 * The last row of a list: the sums of all pages, not of the rows shown, each below its column; what stands before the
 * first of them says what is added up.
 */
export function SumRow<Row>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** By the key of the column; a link where the sum has a list of its own. */
  readonly sums: Readonly<Record<string, ReactNode>>;
}): ReactElement {
  const { columns, sums } = props;
  const first = columns.findIndex(({ key }) => Object.hasOwn(sums, key));
  return (
    <tr className="sum">
      <td colSpan={first}>{props.label}</td>
      {columns.slice(first).map(({ key, heading }) => (
        <td key={key} className="num" data-label={typeof heading === 'string' ? heading : undefined}>
          {sums[key]}
        </td>
      ))}
    </tr>
  );
}

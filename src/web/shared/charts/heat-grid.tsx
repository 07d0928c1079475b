import type { ReactElement, ReactNode } from 'react';
import { AppLink } from '../navigation.tsx';
import { heatLevel, shownNumber } from './scale.ts';

/** A cell: its number as it is shown, which decides the shade too; null where nothing is known. */
export type HeatCell = {
  readonly text: string;
  readonly href?: string | undefined;
} | null;

/** A line of the grid and what stands at its end. */
export type HeatRow = {
  readonly key: string;
  readonly name: string;
  readonly href?: string | undefined;
  readonly cells: readonly HeatCell[];
  readonly sum: ReactNode;
  readonly isTotal?: boolean;
};

const SHOWN_ON_NARROW = 4;

/** Rows by months, each cell with its number; the shade repeats what the number says. */
export function HeatGrid(props: {
  readonly caption: string;
  readonly rowName: string;
  /** `2026-10`, oldest first. */
  readonly months: readonly string[];
  readonly sumName: string;
  readonly rows: readonly HeatRow[];
}): ReactElement {
  const largest = Math.max(
    ...props.rows.flatMap((row) => row.cells.map((cell) => shownNumber(cell?.text ?? '0'))),
  );
  const ageClass = (index: number) => (index < props.months.length - SHOWN_ON_NARROW ? 'old' : undefined);
  return (
    <table className="heat">
      <caption className="sr">{props.caption}</caption>
      <colgroup>
        <col className="heat-name" />
        {props.months.map((month, index) => (
          <col key={month} className={ageClass(index)} />
        ))}
        <col className="heat-sum" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{props.rowName}</th>
          {props.months.map((month, index) => (
            <th key={month} scope="col" className={`num ${ageClass(index) ?? ''}`}>
              {month.slice(5)}
              <span>{index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '\u00a0'}</span>
            </th>
          ))}
          <th scope="col" className="num bal">
            {props.sumName}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key} className={row.isTotal ? 'all' : undefined}>
            <th scope="row">
              {row.href === undefined ? row.name : <AppLink href={row.href}>{row.name}</AppLink>}
            </th>
            {props.months.map((month, index) => (
              <Cell
                key={month}
                cell={row.cells[index] ?? null}
                largest={largest}
                className={ageClass(index)}
              />
            ))}
            <td className="num bal">{row.sum}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { cell: HeatCell; largest: number; className: string | undefined }): ReactElement {
  const { cell } = props;
  if (cell === null)
    return (
      <td className={`none ${props.className ?? ''}`}>
        <span aria-hidden="true">–</span>
        <span className="sr">không có số liệu</span>
      </td>
    );
  return (
    <td className={`h${heatLevel(shownNumber(cell.text), props.largest)} ${props.className ?? ''}`}>
      {cell.href === undefined ? <span>{cell.text}</span> : <AppLink href={cell.href}>{cell.text}</AppLink>}
    </td>
  );
}

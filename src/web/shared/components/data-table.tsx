import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { formatInteger } from '../../../kernel/money.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { useNavigation } from '../navigation.tsx';

/** One column: its heading, how a row fills it, and how it stands. The first column is the person or thing. */
export type Column<Row> = {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Left out on narrow screens, where a row becomes a card. */
  readonly wideOnly?: boolean;
};

/** Short values in one line of a card; with five each has room for a number of tasks, with three for an amount in millions. */
type Abreast = 3 | 5;

/** A list as a native table. One tab stop; arrows move between cells, Home and End to the ends of a row, J and K
 * to the next and the previous row, Enter opens. */
export function DataTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The page a row opens; without it Enter follows the cell's own link. */
  readonly rowHref?: (row: Row) => string | undefined;
  /** The last rows: totals. */
  readonly foot?: ReactNode;
  /** J and K move in this table from anywhere on the page. One table of a page at most. */
  readonly hasPageKeys?: boolean;
  /** How many short values stand side by side below the name on a narrow screen; otherwise each has its line there. */
  readonly abreast?: Abreast;
}): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<CellAt>({ row: 0, column: 0 });
  const { go } = useNavigation();
  const size = { rows: props.rows.length, columns: props.columns.length };
  const move = (to: CellAt) => {
    const next = { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus();
  };
  // Links and buttons of cells are reached by the arrows and Enter: the whole table is one tab stop.
  useEffect(() => {
    for (const control of table.current?.querySelectorAll<HTMLElement>('tbody :is(a, button)') ?? [])
      control.tabIndex = -1;
  });
  const isInside = () => table.current?.contains(document.activeElement) ?? false;
  useShortcut('j', () => move(isInside() ? { ...at, row: at.row + 1 } : at), props.hasPageKeys ?? false);
  useShortcut('k', () => move(isInside() ? { ...at, row: at.row - 1 } : at), props.hasPageKeys ?? false);
  const open = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLButtonElement) return;
    // Otherwise the same key press would reach what the click puts the focus on.
    event.preventDefault();
    const own = event.currentTarget.querySelector<HTMLElement>(
      `[data-cell="${at.row}:${at.column}"] :is(a, button)`,
    );
    const row = props.rows[at.row];
    const href = row === undefined ? undefined : props.rowHref?.(row);
    if (own !== null && own !== undefined) own.click();
    else if (href !== undefined) go(href);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = target(event, at, size);
    if (event.key === 'Enter') open(event);
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  return (
    <div className="t-room">
      <table
        className={props.abreast === undefined ? 't reflow' : `t reflow abreast-${props.abreast}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a native table; its cells take the keys.
        role="grid"
        ref={table}
        onKeyDown={onKeyDown}
        aria-rowcount={size.rows}
      >
        <caption className="sr">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, rowAt) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column, columnAt) => (
                <td
                  key={column.key}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid above.
                  role="gridcell"
                  className={cellClass(column)}
                  data-cell={`${rowAt}:${columnAt}`}
                  data-label={typeof column.heading === 'string' ? column.heading : undefined}
                  tabIndex={rowAt === at.row && columnAt === at.column ? 0 : -1}
                  onFocus={() => setAt({ row: rowAt, column: columnAt })}
                >
                  <div className="cell">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot === undefined ? null : <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}

/** The end of a page of a list: how many are shown of how many, and the next ones. */
export function MoreRows(props: {
  readonly shown: number;
  readonly total: number;
  readonly noun: string;
  readonly isBusy: boolean;
  readonly onMore?: (() => void) | undefined;
}): ReactElement {
  return (
    <p className="more">
      <span className="small dim">
        {props.shown === props.total
          ? `Cả ${formatInteger(props.total)} ${props.noun}`
          : `${formatInteger(props.shown)} trong ${formatInteger(props.total)} ${props.noun}`}
      </span>
      {props.onMore === undefined ? null : (
        <button type="button" className="btn sm" disabled={props.isBusy} onClick={props.onMore}>
          {props.isBusy ? 'Đang tải…' : 'Xem thêm'}
        </button>
      )}
    </p>
  );
}

type CellAt = { readonly row: number; readonly column: number };

function target(
  event: KeyboardEvent,
  at: CellAt,
  size: { rows: number; columns: number },
): CellAt | undefined {
  const { key, ctrlKey } = event;
  if (key === 'ArrowDown') return { ...at, row: at.row + 1 };
  if (key === 'ArrowUp') return { ...at, row: at.row - 1 };
  if (key === 'ArrowRight') return { ...at, column: at.column + 1 };
  if (key === 'ArrowLeft') return { ...at, column: at.column - 1 };
  if (key === 'Home') return ctrlKey ? { row: 0, column: 0 } : { ...at, column: 0 };
  if (key === 'End')
    return ctrlKey ? { row: size.rows - 1, column: size.columns - 1 } : { ...at, column: size.columns - 1 };
  return undefined;
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [column.numeric ? 'num' : '', column.wideOnly ? 'wide-only' : ''].filter(
    (name) => name !== '',
  );
  return names.length === 0 ? undefined : names.join(' ');
}

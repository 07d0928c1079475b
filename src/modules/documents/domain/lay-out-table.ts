import type { LayoutBlock, LayoutCell, LayoutLine } from './layout.ts';
import { gap, line, SMALL } from './lines.ts';
import type { Align, PaperCell, PaperTable, Text } from './paper.ts';
import { rowsTogether } from './rows-together.ts';

type CellLook = { readonly bold?: boolean; readonly isHead?: boolean; readonly isSigned?: boolean };

/** Above and below the text of a row in which somebody signs: nine millimetres with a line of text. */
const ROOM_TO_SIGN_TWIPS = 80;

/** A table of the body over the whole width, its unit above it, room below [DO10] [DO21]. */
export function layOutTable(table: PaperTable, widthTwips: number): LayoutBlock[] {
  const aligns = table.columns.map((column) => column.align);
  const head = placed(table.head, aligns, { bold: true, isHead: true });
  const rows = placed(table.rows, aligns, { isSigned: table.isSigned === true });
  const total = table.total ? placed([table.total], aligns, { bold: true }) : [];
  const all = {
    widthsTwips: widths(table, widthTwips),
    headRows: head.length,
    rows: [...head, ...rows, ...total],
  };
  const unit: LayoutLine[] =
    table.unit === undefined
      ? []
      : [line(table.unit, { ...SMALL, italic: true, align: 'right', isKept: true, afterTwips: 60 })];
  return [
    ...unit,
    {
      set: 'table',
      isRuled: true,
      isKept: false,
      ...all,
      together: rowsTogether({ ...all, hasTotal: total.length > 0 }),
      below: [],
      isShort: false,
    },
    gap(160),
  ];
}

/** Shares of the whole in twips; the last column takes what rounding leaves. */
function widths({ columns }: PaperTable, widthTwips: number): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const all = columns.map(({ share }) => Math.floor((share * widthTwips) / whole));
  const rest = widthTwips - all.reduce((sum, width) => sum + width, 0);
  return all.map((width, i) => (i === all.length - 1 ? width + rest : width));
}

/**
 * Gives every cell its column: those that a cell of a row above covers are passed over.
 *
 * @throws RangeError when the cells of a row do not fill the columns
 */
function placed(
  rows: readonly (readonly PaperCell[])[],
  aligns: readonly PaperTable['columns'][number]['align'][],
  look: CellLook,
): LayoutCell[][] {
  const coveredRows = aligns.map(() => 0);
  return rows.map((cells, rowIndex) => {
    const row: LayoutCell[] = [];
    let next = 0;
    for (let column = 0; column < aligns.length; ) {
      const covered = coveredRows[column] ?? 0;
      if (covered > 0) {
        coveredRows[column++] = covered - 1;
        continue;
      }
      const cell = cellOf(cells[next++], { column, align: aligns[column] ?? 'left', look });
      for (let i = column; i < column + cell.columns; i++) coveredRows[i] = cell.rows - 1;
      row.push(cell);
      column += cell.columns;
    }
    if (next !== cells.length)
      throw new RangeError(`row ${rowIndex} has ${cells.length} cells, ${next} fit into its columns`);
    return row;
  });
}

function cellOf(
  cell: PaperCell | undefined,
  { column, align, look }: { column: number; align: Align; look: CellLook },
): LayoutCell {
  if (cell === undefined) throw new RangeError(`a row ends before column ${column}`);
  const given = isText(cell) ? { text: cell } : cell;
  const own = { ...SMALL, ...(look.bold ? { bold: true } : {}) };
  const room = look.isSigned ? [gap(ROOM_TO_SIGN_TWIPS)] : [];
  return {
    column,
    columns: given.columns ?? 1,
    rows: given.rows ?? 1,
    isMiddle: look.isHead === true,
    lines: [
      ...room,
      line(given.text, { ...own, align: given.align ?? (look.isHead ? 'center' : align) }),
      ...room,
    ],
  };
}

function isText(cell: PaperCell): cell is Text {
  return typeof cell === 'string' || Array.isArray(cell);
}

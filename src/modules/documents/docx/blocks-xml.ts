import {
  CELL,
  type LayoutBlock,
  type LayoutCell,
  type LayoutLine,
  type LayoutTable,
} from '../domain/layout.ts';
import { eighths, emptyLine, lineXml } from './line-xml.ts';
import { element } from './xml.ts';

/** Paragraphs and tables below each other, between margins that far apart. */
export function blocksXml(blocks: readonly LayoutBlock[], widthTwips: number): string {
  return blocks
    .map((block) => {
      if (block.set === 'line') return lineXml(block, widthTwips);
      return tableXml(block, widthTwips) + (isHeldByRows(block) ? blocksXml(block.below, widthTwips) : '');
    })
    .join('');
}

/**
 * Rows are asked to stay with what is below the table, which is then ordinary text. LibreOffice does so while the table comes to a
 * second page, not from there to a third: below a longer one it is the last of its rows, without rules [DO22].
 */
function isHeldByRows({ below, isShort }: LayoutTable): boolean {
  return below.length > 0 && isShort;
}

function tableXml(table: LayoutTable, widthTwips: number): string {
  const width = table.widthsTwips.reduce((sum, each) => sum + each, 0);
  const border = (side: string) =>
    element(`w:${side}`, {
      'w:val': table.isRuled ? 'single' : 'nil',
      ...(table.isRuled ? { 'w:sz': eighths(CELL.ruleTwips), 'w:space': 0, 'w:color': '000000' } : {}),
    });
  const room = (side: string, twips: number) =>
    element(`w:${side}`, { 'w:w': table.isRuled ? twips : 0, 'w:type': 'dxa' });
  const properties = [
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element(
      'w:tblBorders',
      {},
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join(''),
    ),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element(
      'w:tblCellMar',
      {},
      room('top', CELL.aboveTwips) +
        room('left', CELL.sideTwips) +
        room('bottom', CELL.aboveTwips) +
        room('right', CELL.sideTwips),
    ),
  ];
  const grid = table.widthsTwips.map((each) => element('w:gridCol', { 'w:w': each })).join('');
  const rows = rowsWithCovered(table).map((cells, i) =>
    rowXml(table, cells, { isHead: i < table.headRows, isKept: isKeptRow(table, i) }),
  );
  return element(
    'w:tbl',
    {},
    element('w:tblPr', {}, properties.join('')) +
      element('w:tblGrid', {}, grid) +
      rows.join('') +
      (table.below.length > 0 && !isHeldByRows(table) ? belowXml(table, widthTwips) : ''),
  );
}

/** What stands below a long table as a row of it, without rules and without room around. */
function belowXml({ below, widthsTwips }: LayoutTable, widthTwips: number): string {
  const sides = ['left', 'bottom', 'right'];
  const properties = [
    element('w:tcW', { 'w:w': widthTwips, 'w:type': 'dxa' }),
    element('w:gridSpan', { 'w:val': widthsTwips.length }),
    element('w:tcBorders', {}, sides.map((side) => element(`w:${side}`, { 'w:val': 'nil' })).join('')),
    element(
      'w:tcMar',
      {},
      ['top', ...sides].map((side) => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })).join(''),
    ),
  ];
  const inside = blocksXml(below, widthTwips) + emptyLine();
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit', {})) +
      element('w:tc', {}, element('w:tcPr', {}, properties.join('')) + inside),
  );
}

type Drawn = { readonly cell: LayoutCell; readonly merge: 'restart' | 'continue' | undefined };

/** Cells that a cell above covers must be written too, as continuing it. */
function rowsWithCovered(table: LayoutTable): Drawn[][] {
  return table.rows.map((cells, rowIndex) => {
    const covered = table.rows
      .slice(0, rowIndex)
      .flatMap((above, aboveIndex) =>
        above
          .filter((cell) => aboveIndex + cell.rows > rowIndex)
          .map((cell): Drawn => ({ cell, merge: 'continue' })),
      );
    const own = cells.map((cell): Drawn => ({ cell, merge: cell.rows > 1 ? 'restart' : undefined }));
    return [...covered, ...own].toSorted((a, b) => a.cell.column - b.cell.column);
  });
}

/** On the page of the row below, or of what follows the table; word processors ask the paragraphs of a row [DO21] [DO22]. */
function isKeptRow({ together, rows, below }: LayoutTable, row: number): boolean {
  if (below.length > 0 && row === rows.length - 1) return true;
  return together.some(({ from, to }) => from <= row && row < to);
}

type RowLook = { readonly isHead: boolean; readonly isKept: boolean };

function rowXml(table: LayoutTable, cells: readonly Drawn[], { isHead, isKept }: RowLook): string {
  const properties = element('w:cantSplit', {}) + (isHead ? element('w:tblHeader', {}) : '');
  const kept = (lines: readonly LayoutLine[]) =>
    isKept ? lines.map((line) => ({ ...line, isKept: true })) : lines;
  const inside = cells
    .map(({ cell, merge }) => cellXml(table, { cell: { ...cell, lines: kept(cell.lines) }, merge }))
    .join('');
  return element('w:tr', {}, element('w:trPr', {}, properties) + inside);
}

function cellXml(table: LayoutTable, { cell, merge }: Drawn): string {
  const width = table.widthsTwips
    .slice(cell.column, cell.column + cell.columns)
    .reduce((sum, each) => sum + each, 0);
  const properties = [
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    cell.columns > 1 ? element('w:gridSpan', { 'w:val': cell.columns }) : '',
    merge === undefined ? '' : element('w:vMerge', { 'w:val': merge }),
    cell.isMiddle ? element('w:vAlign', { 'w:val': 'center' }) : '',
  ];
  const lines = merge === 'continue' ? [] : cell.lines;
  const inside = lines.map((line) => lineXml(line, width)).join('') || emptyLine();
  return element('w:tc', {}, element('w:tcPr', {}, properties.join('')) + inside);
}

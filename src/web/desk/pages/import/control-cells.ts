import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listControlCells } from '../../../../modules/portfolio/contract.ts';
import { MEASURE_WORDS } from '../../../../modules/portfolio/domain/measure-words.ts';

/** Head office's cells of a batch beside ours. */
export type ControlCells = OutputOf<typeof listControlCells>;
/** One figure of head office beside ours. */
export type ControlCell = ControlCells['cells'][number];

/** The file of head office whose lines are programmes; the lines of the others are communes. */
const BY_PROGRAMME = 'BCDHTD 01.2';

/** True where the line of a cell is a programme. */
export function isByProgramme({ file }: Pick<ControlCell, 'file'>): boolean {
  return file === BY_PROGRAMME;
}

const ORDER = Object.keys(MEASURE_WORDS);

/** Line by line as the files have them, the measures of a line in the order in which a person reads them. */
export function inOrder(cells: readonly ControlCell[]): readonly ControlCell[] {
  const lines = new Map<string, ControlCell[]>();
  for (const cell of cells) {
    const line = `${cell.file} ${cell.key}`;
    lines.set(line, [...(lines.get(line) ?? []), cell]);
  }
  return [...lines.values()].flatMap((line) =>
    line.toSorted((a, b) => ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure)),
  );
}

/** What a person calls a measure of head office's files. */
export function measureName(measure: string): string {
  return MEASURE_WORDS[measure] ?? measure;
}

/** What cells are narrowed to; an absent part narrows nothing. */
export type CellFilter = {
  readonly file?: string | undefined;
  readonly measure?: string | undefined;
  readonly isDifferent?: boolean;
  /** A part of the line's name or code, in any case. */
  readonly text?: string | undefined;
};

/** The cells that a filter leaves, in their order. `nameOf`: what the line of a cell is called. */
export function cellsLeft(
  cells: readonly ControlCell[],
  filter: CellFilter,
  nameOf: (cell: ControlCell) => string,
): readonly ControlCell[] {
  const text = lower(filter.text ?? '');
  return cells.filter(
    (cell) =>
      (filter.file === undefined || cell.file === filter.file) &&
      (filter.measure === undefined || cell.measure === filter.measure) &&
      (filter.isDifferent !== true || cell.difference !== 0n) &&
      (text === '' || lower(`${nameOf(cell)} ${cell.key}`).includes(text)),
  );
}

/** The different values of a field, in the order in which they first stand. */
export function valuesOf(cells: readonly ControlCell[], field: 'file' | 'measure'): readonly string[] {
  return [...new Set(cells.map((cell) => cell[field]))];
}

function lower(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('vi');
}

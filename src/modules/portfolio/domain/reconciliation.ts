/** A figure of head office: đồng, or pieces for `customers` and `turns`. */
export type ControlCell = {
  readonly file: string;
  readonly key: string;
  readonly measure: string;
  readonly theirs: bigint;
};

/** A figure of ours in head office's measures. */
export type OurCell = {
  readonly dimension: 'commune' | 'programme';
  readonly key: string;
  readonly name: string | null;
  readonly measure: string;
  readonly ours: bigint;
};

/** A cell beside ours; `difference` = theirs − ours. */
export type ComparedCell = ControlCell & {
  readonly name: string | null;
  readonly ours: bigint;
  readonly difference: bigint;
};

/** What came of comparing every cell. */
export type Reconciliation = {
  readonly files: readonly string[];
  /** All that were compared, equal or not, in the order of head office's files. */
  readonly cells: readonly ComparedCell[];
  readonly equal: number;
  readonly differences: readonly ComparedCell[];
  /** What of ours a file has no line for, though we have debt there: a line that was cut off would pass unseen. */
  readonly missingLines: readonly MissingLine[];
  /** How many cells are of a commune we know nothing of, or count it among others: unknown is not zero. */
  readonly notCompared: number;
};

/** A commune or programme of ours that a file of head office does not name. */
export type MissingLine = { readonly file: string; readonly key: string; readonly name: string | null };

/** The file that counts programmes; the others are by commune. */
const BY_PROGRAMME = 'BCDHTD 01.2';

/** LEN_31 counts reclassified debt as lending; BCDHTD does not [PF16]. */
const LEN_31 = 'LEN_31';

/** What we have a figure for. Head office also tells households and savings paid in and out, which no file of ours has. */
const MEASURES: readonly string[] = [
  'lending_month',
  'lending_year',
  'collected_month',
  'collected_year',
  'interest_month',
  'written_off_month',
  'written_off_year',
  'outstanding',
  'in_term',
  'overdue',
  'frozen',
  'short',
  'medium',
  'long',
  'customers',
  'groups',
  'savings',
  'turns',
];

/**
 * Compares every cell of head office's files with ours [PF15]; a difference is shown, never corrected. A key that only
 * head office has is compared with zero, because its files name communes and programmes without a loan too; but where
 * communes of ours are missing, neither their lines nor any programme of the office can be compared [PF3].
 *
 * @param missing bank codes of the communes of ours that nothing is known of
 */
export function reconcileCells(
  theirs: readonly ControlCell[],
  ours: readonly OurCell[],
  missing: readonly string[] = [],
): Reconciliation {
  const index = new Map(ours.map((cell) => [`${cell.dimension} ${cell.key} ${cell.measure}`, cell]));
  const isKnown = ({ file, key }: ControlCell) =>
    dimensionOf(file) === 'programme' ? missing.length === 0 : !missing.includes(key);
  const measured = theirs.filter((cell) => MEASURES.includes(cell.measure));
  const cells = measured.filter(isKnown).map((cell): ComparedCell => {
    const found = index.get(`${dimensionOf(cell.file)} ${cell.key} ${measureOf(cell)}`);
    const value = found?.ours ?? 0n;
    return { ...cell, name: found?.name ?? null, ours: value, difference: cell.theirs - value };
  });
  const differences = cells.filter((cell) => cell.difference !== 0n);
  const files = [...new Set(theirs.map((cell) => cell.file))];
  return {
    files,
    cells,
    equal: cells.length - differences.length,
    differences,
    notCompared: measured.length - cells.length,
    missingLines: files.flatMap((file) => missingLinesOf(file, theirs, ours)),
  };
}

function missingLinesOf(
  file: string,
  theirs: readonly ControlCell[],
  ours: readonly OurCell[],
): MissingLine[] {
  const named = new Set(theirs.filter((cell) => cell.file === file).map((cell) => cell.key));
  return ours
    .filter(({ dimension, measure }) => dimension === dimensionOf(file) && measure === 'outstanding')
    .filter(({ key, ours: outstandingVnd }) => outstandingVnd !== 0n && !named.has(key))
    .map(({ key, name }) => ({ file, key, name }));
}

function dimensionOf(file: string): OurCell['dimension'] {
  return file === BY_PROGRAMME ? 'programme' : 'commune';
}

function measureOf({ file, measure }: ControlCell): string {
  return file === LEN_31 && measure === 'lending_month' ? 'disbursed_month' : measure;
}

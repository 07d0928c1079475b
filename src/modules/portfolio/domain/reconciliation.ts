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

/** A cell that differs; `difference` = theirs − ours. */
export type CellDifference = ControlCell & {
  readonly name: string | null;
  readonly ours: bigint;
  readonly difference: bigint;
};

/** What came of comparing every cell. */
export type Reconciliation = {
  readonly files: readonly string[];
  readonly equal: number;
  readonly differences: readonly CellDifference[];
};

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
 * head office has is compared with zero, because its files name communes and programmes without a loan too.
 */
export function reconcileCells(theirs: readonly ControlCell[], ours: readonly OurCell[]): Reconciliation {
  const index = new Map(ours.map((cell) => [`${cell.dimension} ${cell.key} ${cell.measure}`, cell]));
  const comparable = theirs.filter((cell) => MEASURES.includes(cell.measure));
  const compared = comparable.map((cell): CellDifference => {
    const dimension = cell.file === BY_PROGRAMME ? 'programme' : 'commune';
    const found = index.get(`${dimension} ${cell.key} ${measureOf(cell)}`);
    const value = found?.ours ?? 0n;
    return { ...cell, name: found?.name ?? null, ours: value, difference: cell.theirs - value };
  });
  const differences = compared.filter((cell) => cell.difference !== 0n);
  return {
    files: [...new Set(theirs.map((cell) => cell.file))],
    equal: compared.length - differences.length,
    differences,
  };
}

function measureOf({ file, measure }: ControlCell): string {
  return file === LEN_31 && measure === 'lending_month' ? 'disbursed_month' : measure;
}

import type { OutputOf } from '../../../../kernel/contract.ts';
import type { getBatch } from '../../../../modules/extracts/contract.ts';
import type { previewImport } from '../../../../modules/portfolio/contract.ts';
import { type NoteOpens, previewNotes } from '../../../../modules/portfolio/domain/preview-notes.ts';
import {
  MEASURE_LISTS,
  type StagedCount,
  type StagedList,
} from '../../../../modules/portfolio/domain/staged-lists.ts';
import { ALL_LOANS, paths } from '../../paths.ts';
import { type ControlCell, isByProgramme } from './control-cells.ts';

type Preview = OutputOf<typeof previewImport>;
type Summary = NonNullable<OutputOf<typeof getBatch>['summary']>;
type Commune = Preview['communes'][number];

/** The rows of the sheet of sums: the communes of the batch, and its counter where it has one. */
export function flowsOf({ communes, counter }: Preview): readonly Commune[] {
  return counter === null ? communes : [...communes, counter];
}

/** A number of a preview and the address of the rows that add up to it [PF69]; zero opens nothing. */
export type PreviewNumber = {
  readonly value: bigint | number;
  readonly href: string | undefined;
  /** What of the opened rows the number is; published loans are counted by their balance. */
  readonly is: StagedCount | 'publishedVnd';
};

type Narrowed = { readonly xa?: string; readonly ct?: string; readonly lai?: string };

function rowsNumber(
  batchId: string,
  value: bigint | number,
  opens: { readonly list: StagedList; readonly is: StagedCount } & Narrowed,
): PreviewNumber {
  const { list, is, ...narrowed } = opens;
  const href = BigInt(value) === 0n ? undefined : paths.importRows(batchId, list, narrowed);
  return { value, href, is };
}

/** The steps that the staged rows can show; repeated and savings rows are faults, and open as such. */
export function stepNumbers(
  batchId: string,
  { rows, customers }: Summary,
): Record<'closed' | 'withoutBalance' | 'loans' | 'customers', PreviewNumber> {
  const of = (list: StagedList, value: number, is: StagedCount) => rowsNumber(batchId, value, { list, is });
  return {
    closed: of('closed', rows.closed, 'loans'),
    withoutBalance: of('withoutBalance', rows.withoutBalance, 'loans'),
    loans: of('loans', rows.loans, 'loans'),
    customers: of('loans', customers, 'customers'),
  };
}

/** The ways a loan may have gone that the comparison tells. */
export type MovementShown =
  | 'new'
  | 'returned'
  | 'gone'
  | 'less'
  | 'more'
  | 'unchanged'
  | 'movedToOverdue'
  | 'movedToFrozen';

/** How many loans went a way, and their đồng. */
export function movementNumbers(
  batchId: string,
  comparison: NonNullable<Preview['comparison']>,
  list: MovementShown,
): Record<'loans' | 'amountVnd', PreviewNumber> {
  const { loans, amountVnd } = comparison[list];
  return {
    loans: rowsNumber(batchId, loans, { list, is: 'loans' }),
    amountVnd: rowsNumber(batchId, amountVnd, { list, is: 'amountVnd' }),
  };
}

/** The change of what is outstanding: every loan whose balance is another than before. */
export function changeNumber(batchId: string, comparison: NonNullable<Preview['comparison']>): PreviewNumber {
  const value = comparison.closing.amountVnd - comparison.opening.amountVnd;
  return rowsNumber(batchId, value, { list: 'changed', is: 'amountVnd' });
}

/** The amounts of a commune in the reconciliation, or of all of them together. */
export const COMMUNE_LISTS = {
  lendingVnd: 'disbursedMonth',
  collectionVnd: 'collectedMonth',
  writtenOffVnd: 'writtenOffMonth',
  expectedVnd: 'expected',
  closingVnd: 'loans',
  differenceVnd: 'unexplained',
  overdueVnd: 'overdue',
  frozenVnd: 'frozen',
} as const satisfies Partial<Record<keyof Commune, StagedList>>;

/** One of the amounts that open staged rows. */
export type CommuneAmount = keyof typeof COMMUNE_LISTS;

/** An amount of a commune, or of the office without one. */
export function communeNumber(
  batchId: string,
  amount: CommuneAmount,
  value: bigint,
  xa?: string,
): PreviewNumber {
  const of = xa === undefined ? {} : { xa };
  return rowsNumber(batchId, value, { list: COMMUNE_LISTS[amount], is: 'amountVnd', ...of });
}

/** What stood before is published: it opens the published list of its date. */
export function openingNumber({ comparedDate }: Preview, value: bigint, xa?: string): PreviewNumber {
  const isNothing = comparedDate === null || value === 0n;
  const href = isNothing ? undefined : paths.list(ALL_LOANS, { xa, ngay: comparedDate });
  return { value, href, is: 'publishedVnd' };
}

/** The savings of the batch. */
export function savingsNumber({ batchId, savings }: Preview): PreviewNumber {
  return rowsNumber(batchId, savings.balanceVnd, { list: 'savings', is: 'amountVnd' });
}

/** LEN_31 counts reclassified debt as lending [PF16]. */
const LEN_31 = 'LEN_31';

/** Our figure beside one of head office's; undefined where no rows stand behind the measure. */
export function ourNumber(
  batchId: string,
  { file, key, measure, ours }: ControlCell,
): PreviewNumber | undefined {
  const name = file === LEN_31 && measure === 'lending_month' ? 'disbursed_month' : measure;
  const opens = MEASURE_LISTS[name];
  if (opens === undefined) return undefined;
  return rowsNumber(batchId, ours, { ...opens, ...(isByProgramme({ file }) ? { ct: key } : { xa: key }) });
}

/** What a note of a preview leads to: the cells of head office that differ, or rows [PF92]. */
export function noteAddress(batchId: string, opens: NoteOpens): string | undefined {
  return opens.of === 'cells'
    ? paths.importCells(batchId, { loc: 'chenh' })
    : noteNumber(batchId, opens).href;
}

function noteNumber(batchId: string, opens: Extract<NoteOpens, { of: 'rows' }>): PreviewNumber {
  const { list, is, value, communeCode: xa, programmeCode: ct, rateBpsPerYear } = opens;
  return rowsNumber(batchId, value, {
    ...{ list, is },
    ...(xa === undefined ? {} : { xa }),
    ...(ct === undefined ? {} : { ct }),
    ...(rateBpsPerYear === undefined ? {} : { lai: String(rateBpsPerYear) }),
  });
}

const MOVEMENTS: readonly MovementShown[] = [
  ...(['new', 'returned', 'gone', 'less', 'more'] as const),
  ...(['movedToOverdue', 'movedToFrozen'] as const),
];

/** Every number of a preview that rows stand behind. */
export function previewNumbers(preview: Preview, summary: Summary): PreviewNumber[] {
  const { batchId, comparison, headOffice } = preview;
  const flows = flowsOf(preview);
  const amounts = Object.keys(COMMUNE_LISTS) as CommuneAmount[];
  const sum = (amount: CommuneAmount | 'openingVnd') =>
    flows.reduce((total, flow) => total + (flow[amount] ?? 0n), 0n);
  return [
    ...Object.values(stepNumbers(batchId, summary)),
    ...(comparison === null
      ? []
      : [
          changeNumber(batchId, comparison),
          movementNumbers(batchId, comparison, 'unchanged').loans,
          ...MOVEMENTS.flatMap((list) => Object.values(movementNumbers(batchId, comparison, list))),
        ]),
    ...flows.flatMap((flow) => [
      openingNumber(preview, flow.openingVnd ?? 0n, flow.communeCode),
      ...amounts.map((amount) => communeNumber(batchId, amount, flow[amount] ?? 0n, flow.communeCode)),
    ]),
    openingNumber(preview, sum('openingVnd')),
    ...amounts.map((amount) => communeNumber(batchId, amount, sum(amount))),
    savingsNumber(preview),
    ...headOffice.differences.flatMap((cell) => ourNumber(batchId, cell) ?? []),
    ...previewNotes(preview)
      .flatMap(({ opens }) => opens)
      .flatMap((opens) => (opens.of === 'rows' ? [noteNumber(batchId, opens)] : [])),
  ];
}

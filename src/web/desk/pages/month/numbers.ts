import type { OutputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type {
  showCommuneMonth,
  showOfficeMonth,
  showSummary,
} from '../../../../modules/portfolio/contract.ts';
import type { ChangeListName, ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import type { PartKind } from '../../parts.ts';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';

/** The figures of a place at a date. */
export type FiguresAt = OutputOf<typeof showSummary>['rows'][number]['now'];

/** A number of a page, and the address of what adds up to it [PF68]; zero opens nothing. */
export type PageNumber = {
  readonly value: bigint | number;
  readonly href: string | undefined;
  /** What of the opened list the number is. A share is what the list adds up, of all that is outstanding. */
  readonly is: 'outstandingVnd' | 'weightVnd' | 'loans' | 'customers' | 'parts' | 'share';
};

type Opens = {
  readonly list: ListName | typeof ALL_LOANS;
  readonly by?: PartKind;
  readonly only?: ListFilter;
  readonly is: PageNumber['is'];
};

/** The figures that pages show; the others of a summary are for papers and the command line. */
export type ShownFigure = Exclude<keyof FiguresAt, 'inTermVnd' | 'savingsVnd' | 'toOverdueMonthLoans'>;

/** What each figure opens. A figure that a page is to show stands here first, or it does not compile. */
const FIGURES: Readonly<Record<ShownFigure, Opens>> = {
  outstandingVnd: { list: ALL_LOANS, is: 'outstandingVnd' },
  loans: { list: ALL_LOANS, is: 'loans' },
  customers: { list: ALL_LOANS, by: 'customer', is: 'parts' },
  groups: { list: ALL_LOANS, by: 'group', is: 'parts' },
  villages: { list: ALL_LOANS, by: 'village', is: 'parts' },
  programmes: { list: ALL_LOANS, by: 'programme', is: 'parts' },
  overdueVnd: { list: 'overdue', is: 'weightVnd' },
  overdueLoans: { list: 'overdue', is: 'loans' },
  frozenVnd: { list: 'frozen', is: 'weightVnd' },
  frozenLoans: { list: 'frozen', is: 'loans' },
  arrearsBps: { list: 'arrears', is: 'share' },
  unpaidInterestVnd: { list: 'unpaid_interest', is: 'weightVnd' },
  unpaidInterestStudentVnd: { list: 'student_interest_not_due', is: 'weightVnd' },
  unpaidInterestStudentUnclearVnd: { list: 'student_interest_unclear', is: 'weightVnd' },
  disbursedMonthVnd: { list: 'disbursed_in_month', is: 'weightVnd' },
  disbursedMonthLoans: { list: 'disbursed_in_month', is: 'loans' },
  collectedMonthVnd: { list: 'collected_in_month', is: 'weightVnd' },
  interestMonthVnd: { list: 'interest_in_month', is: 'weightVnd' },
  toOverdueMonthVnd: { list: 'to_overdue_in_month', is: 'weightVnd' },
  inactiveLoans: { list: 'inactive_3_months', is: 'loans' },
  inactiveVnd: { list: 'inactive_3_months', is: 'weightVnd' },
};

/** What each change opens: the loans, or the customers, that made it. */
const CHANGES = {
  outstandingVnd: 'outstanding_changed',
  customers: 'customers_changed',
  overdueVnd: 'overdue_changed',
  frozenVnd: 'frozen_changed',
  arrearsBps: 'arrears_changed',
  unpaidInterestVnd: 'unpaid_interest_changed',
} as const satisfies Partial<Record<ShownFigure, ChangeListName>>;

/** A figure whose change is shown. */
export type ChangingFigure = keyof typeof CHANGES;

/** The figures of a place at its date and at the one before. */
export type Pair = {
  readonly now: FiguresAt;
  readonly before: FiguresAt | null;
  readonly comparedDate: BusinessDate | null;
  /** Only some of the place's communes are in both: no list adds up to the change, so it opens nothing. */
  readonly isPartial?: boolean;
};

/** A number with what it opens. */
export function numberOf(value: bigint | number, opens: Opens, filter: ListFilter): PageNumber {
  const of = { ...filter, ...opens.only };
  const href = opens.by === undefined ? paths.list(opens.list, of) : paths.parts(opens.list, opens.by, of);
  return { value, href: BigInt(value) === 0n ? undefined : href, is: opens.is };
}

/** A figure of a place and date. A share of nothing is no number. */
export function figureNumber(now: FiguresAt, figure: ShownFigure, filter: ListFilter): PageNumber {
  const number = numberOf(now[figure] ?? 0, FIGURES[figure], filter);
  // A share too small for its two places is still somebody's debt.
  const isSmall = figure === 'arrearsBps' && now.overdueVnd + now.frozenVnd > 0n;
  return isSmall ? { ...number, href: paths.list('arrears', filter) } : number;
}

/**
 * The change of a figure; undefined where there is nothing to compare with. The share changes with its debt, or where
 * that stayed the same with all that is outstanding.
 */
export function changeNumber(pair: Pair, figure: ChangingFigure, filter: ListFilter): PageNumber | undefined {
  const number = wholeChange(pair, figure, filter);
  return number !== undefined && pair.isPartial ? { ...number, href: undefined } : number;
}

function wholeChange(pair: Pair, figure: ChangingFigure, filter: ListFilter): PageNumber | undefined {
  const { now, before, comparedDate } = pair;
  if (before === null || comparedDate === null) return undefined;
  const of = { ...filter, sovoi: comparedDate };
  if (figure !== 'arrearsBps')
    return numberOf(change(now, before, figure), { list: CHANGES[figure], is: 'weightVnd' }, of);
  const arrearsVnd = arrearsOf(now) - arrearsOf(before);
  const isOfWhole = arrearsVnd === 0n && now.arrearsBps !== before.arrearsBps;
  return isOfWhole
    ? wholeChange(pair, 'outstandingVnd', filter)
    : numberOf(arrearsVnd, { list: CHANGES.arrearsBps, is: 'weightVnd' }, of);
}

function change(now: FiguresAt, before: FiguresAt, figure: Exclude<ChangingFigure, 'arrearsBps'>): bigint {
  return BigInt(now[figure]) - BigInt(before[figure]);
}

function arrearsOf({ overdueVnd, frozenVnd }: FiguresAt): bigint {
  return overdueVnd + frozenVnd;
}

type Month = OutputOf<typeof showCommuneMonth>;
type Session = Month['dueBySession'][number];
type Cell = NonNullable<Month['heat']['total'][number]>;

/** The numbers of a session to come: its loans and their amount, its customers and those who can be reached. */
export function sessionNumbers(
  due: Session,
  filter: ListFilter,
): Record<'loans' | 'amountVnd' | 'customers' | 'reachableCustomers', PageNumber> {
  const of = { ...filter, tu: due.sessionOn, den: due.sessionOn };
  const list = 'due_at_coming_sessions';
  return {
    loans: numberOf(due.loans, { list, is: 'loans' }, of),
    amountVnd: numberOf(due.amountVnd, { list, is: 'weightVnd' }, of),
    customers: numberOf(due.customers, { list, by: 'customer', is: 'parts' }, of),
    reachableCustomers: numberOf(
      due.reachableCustomers,
      { list, by: 'customer', is: 'parts' },
      { ...of, lienlac: 'duoc' },
    ),
  };
}

/** The numbers of a class of overdue debt by age, and of frozen debt beside it. */
export function ageingNumbers(
  entry: { readonly list: ListName; readonly loans: number; readonly amountVnd: bigint },
  filter: ListFilter,
): Record<'loans' | 'amountVnd', PageNumber> {
  return {
    loans: numberOf(entry.loans, { list: entry.list, is: 'loans' }, filter),
    amountVnd: numberOf(entry.amountVnd, { list: entry.list, is: 'weightVnd' }, filter),
  };
}

/** The numbers of a cell of the heat grid, at the cell's own village and date. */
export function cellNumbers(
  cell: Cell,
  filter: ListFilter,
): Record<'arrearsBps' | 'arrearsVnd' | 'unpaidInterestVnd' | 'inactiveLoans' | 'inactiveVnd', PageNumber> {
  const arrearsVnd = numberOf(cell.arrearsVnd, { list: 'arrears', is: 'weightVnd' }, filter);
  const inactive = 'inactive_3_months';
  return {
    arrearsVnd,
    arrearsBps: { value: cell.arrearsBps ?? 0, href: arrearsVnd.href, is: 'share' },
    unpaidInterestVnd: numberOf(cell.unpaidInterestVnd, { list: 'unpaid_interest', is: 'weightVnd' }, filter),
    inactiveLoans: numberOf(cell.inactiveLoans, { list: inactive, is: 'loans' }, filter),
    inactiveVnd: numberOf(cell.inactiveVnd, { list: inactive, is: 'weightVnd' }, filter),
  };
}

/** The share of a month of the line, at that month's own date. */
export function pointNumber(point: Month['series'][number], filter: ListFilter): PageNumber | undefined {
  if (point.dataDate === null || point.arrearsBps === null) return undefined;
  return numberOf(point.arrearsBps, { list: 'arrears', is: 'share' }, { ...filter, ngay: point.dataDate });
}

const allFigures = (now: FiguresAt, filter: ListFilter): PageNumber[] =>
  (Object.keys(FIGURES) as ShownFigure[]).map((figure) => figureNumber(now, figure, filter));

const allChanges = (pair: Pair, filter: ListFilter): PageNumber[] =>
  (Object.keys(CHANGES) as ChangingFigure[]).flatMap((figure) => changeNumber(pair, figure, filter) ?? []);

/** Every number of the month page. */
export function monthNumbers(month: Month, xa: string): PageNumber[] {
  const { now, before, comparedDate, dataDate, heat } = month;
  if (dataDate === null || now === null) return [];
  const filter = { xa, ngay: dataDate };
  const lines = [
    ...heat.villages.map(({ villageCode: thon, cells }) => ({ thon, cells })),
    { cells: heat.total },
  ];
  const heatAt = (index: number) => ({ xa, ngay: heat.months[index]?.dataDate ?? undefined });
  return [
    ...allFigures(now, filter),
    ...allChanges({ now, before, comparedDate }, filter),
    ...month.lists.map(({ list, loans }) => numberOf(loans, { list, is: 'loans' }, filter)),
    ...month.ageing.flatMap((entry) => Object.values(ageingNumbers(entry, filter))),
    ...month.dueBySession.flatMap((due) => Object.values(sessionNumbers(due, filter))),
    ...month.series.flatMap((point) => pointNumber(point, filter) ?? []),
    ...lines.flatMap(({ cells, ...thon }) =>
      cells.flatMap((cell, index) =>
        cell === null ? [] : Object.values(cellNumbers(cell, { ...heatAt(index), ...thon })),
      ),
    ),
  ];
}

type OfficeMonth = OutputOf<typeof showOfficeMonth>;

/** What the office's changes are of: the communes that both dates have [PF3]; undefined without a date before. */
export function officePair({ compared, comparedDate, communes }: OfficeMonth): Pair | undefined {
  if (compared === null) return undefined;
  return { ...compared, comparedDate, isPartial: compared.communes !== communes.length };
}

/** Every number of the office's month. */
export function officeNumbers(month: OfficeMonth): PageNumber[] {
  const { dataDate, now } = month;
  if (dataDate === null || now === null) return [];
  const filter = { ngay: dataDate };
  const pair = officePair(month);
  return [
    ...allFigures(now, filter),
    ...(pair === undefined ? [] : allChanges(pair, filter)),
    ...month.series.flatMap((point) => pointNumber(point, filter) ?? []),
    ...month.communes.flatMap((commune) => {
      if (commune.now === null) return [];
      const own = { xa: commune.communeCode, ngay: dataDate };
      return [...allFigures(commune.now, own), ...allChanges({ ...commune, now: commune.now }, own)];
    }),
  ];
}

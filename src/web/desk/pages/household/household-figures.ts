import type { OutputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { listHouseholdLoans } from '../../../../modules/portfolio/contract.ts';
import type { LoanDetail } from './timeline.ts';

/** The loans and savings of a household. */
export type HouseholdLoans = OutputOf<typeof listHouseholdLoans>;

/** What a household owes and holds at the shown date. */
export type HouseholdFigures = {
  readonly openLoans: number;
  readonly outstandingVnd: bigint;
  readonly overdueVnd: bigint;
  readonly unpaidInterestVnd: bigint;
  readonly nextDueOn: BusinessDate | null;
  readonly lastTransactionOn: BusinessDate | null;
  readonly savingsVnd: bigint;
  readonly savingBooks: number;
};

/** Sums the open loans; a transaction counts whether its loan is still open or not. */
export function figuresOf({ loans, savings }: Pick<HouseholdLoans, 'loans' | 'savings'>): HouseholdFigures {
  const open = loans.filter((loan) => !loan.isClosed);
  const sum = (amountOf: (loan: LoanDetail) => bigint) =>
    open.reduce((total, loan) => total + amountOf(loan), 0n);
  const books = savings.flatMap((book) => (book.balanceVnd === null ? [] : [book.balanceVnd]));
  return {
    openLoans: open.length,
    outstandingVnd: sum((loan) => loan.outstandingVnd),
    overdueVnd: sum((loan) => loan.overdueVnd),
    unpaidInterestVnd: sum((loan) => loan.unpaidInterestVnd),
    nextDueOn: inOrder(open.map((loan) => loan.dueOnSession)).at(0) ?? null,
    lastTransactionOn: inOrder(loans.map((loan) => loan.lastTransactionOn)).at(-1) ?? null,
    savingsVnd: books.reduce((total, balanceVnd) => total + balanceVnd, 0n),
    savingBooks: books.length,
  };
}

/** The figures of a household by their words in addresses, and which loans each counts; savings count books. */
export const FIGURES = {
  'du-no': { name: 'Dư nợ', amountOf: (loan) => loan.outstandingVnd, counts: (loan) => !loan.isClosed },
  'qua-han': {
    ...{ name: 'Quá hạn', amountOf: (loan) => loan.overdueVnd },
    counts: (loan) => !loan.isClosed && loan.overdueVnd > 0n,
  },
  'lai-ton': {
    ...{ name: 'Lãi tồn', amountOf: (loan) => loan.unpaidInterestVnd },
    counts: (loan) => !loan.isClosed && loan.unpaidInterestVnd > 0n,
  },
  'den-han': {
    ...{ name: 'Đến hạn sớm nhất', amountOf: (loan) => loan.outstandingVnd },
    counts: (loan, { nextDueOn }) => !loan.isClosed && nextDueOn !== null && loan.dueOnSession === nextDueOn,
  },
  'giao-dich': {
    ...{ name: 'Giao dịch gần nhất', amountOf: (loan) => loan.outstandingVnd },
    counts: (loan, { lastTransactionOn }) =>
      lastTransactionOn !== null && loan.lastTransactionOn === lastTransactionOn,
  },
} as const satisfies Readonly<Record<string, LoanFigure>>;

type LoanFigure = {
  readonly name: string;
  /** What of a counted loan is told; of the two days its balance. */
  readonly amountOf: (loan: LoanDetail) => bigint;
  readonly counts: (loan: LoanDetail, figures: HouseholdFigures) => boolean;
};

/** One of {@link FIGURES}. */
export type FigureWord = keyof typeof FIGURES;

/** The savings of a household as a figure of its head. */
export const SAVINGS = 'tiet-kiem';

/** True for the word of a figure of loans. */
export function isFigureWord(word: string | undefined): word is FigureWord {
  return word !== undefined && Object.hasOwn(FIGURES, word);
}

/** The loans that a figure counts. */
export function loansBehind(
  owned: Pick<HouseholdLoans, 'loans' | 'savings'>,
  word: FigureWord,
): LoanDetail[] {
  const figures = figuresOf(owned);
  const { counts }: LoanFigure = FIGURES[word];
  return owned.loans.filter((loan) => counts(loan, figures));
}

/** The loan whose state heads the file: overdue before frozen before open; a settled one only where nothing is owed. */
export function headLoanOf(loans: readonly LoanDetail[]): LoanDetail | undefined {
  const open = loans.filter((loan) => !loan.isClosed);
  return (
    open.find((loan) => loan.overdueVnd > 0n) ??
    open.find((loan) => loan.frozenVnd > 0n) ??
    open[0] ??
    loans[0]
  );
}

function inOrder(dates: readonly (BusinessDate | null)[]): readonly BusinessDate[] {
  return dates.filter((date) => date !== null).sort();
}

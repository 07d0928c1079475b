import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatVnd } from '../../../kernel/money.ts';
import type { Outcome, TaskState } from './task.ts';

/** What the figures of one date say of a loan; amounts in whole đồng. */
export type LoanFacts = {
  readonly dataDate: BusinessDate;
  readonly outstandingVnd: bigint;
  readonly overdueVnd: bigint;
  readonly frozenVnd: bigint;
  readonly unpaidInterestVnd: bigint;
  readonly lastTransactionOn: BusinessDate | null;
};

/** What the figures say of a loan since its task was given [GV44]. */
export type FigureFinding = {
  readonly fromDate: BusinessDate;
  readonly toDate: BusinessDate | null;
  /** `partly`: asked of all of several loans, told of some. */
  readonly verdict: 'improved' | 'partly' | 'same' | 'unknown';
  readonly sentence: string;
  readonly beforeVnd: bigint | null;
  readonly nowVnd: bigint | null;
};

/** What a directive over loans may be measured by in the figures, as its giver says [GV44]. */
export const FIGURE_MEASURES = {
  overdue: 'Nợ quá hạn giảm',
  unpaidInterest: 'Lãi tồn giảm',
  outstanding: 'Dư nợ giảm',
  frozen: 'Nợ khoanh giảm',
  transaction: 'Hộ có giao dịch',
  checked: 'Kiểm tra 06/TD theo báo cáo',
} as const;

/** One of {@link FIGURE_MEASURES}. */
export type FigureMeasure = keyof typeof FIGURE_MEASURES;

/** What the bank's figures show; of checks they hold nothing [GV95]. */
export type BankMeasure = Exclude<FigureMeasure, 'checked'>;

const AMOUNTS = {
  overdue: { amount: 'overdueVnd', word: 'nợ quá hạn' },
  unpaidInterest: { amount: 'unpaidInterestVnd', word: 'lãi tồn' },
  outstanding: { amount: 'outstandingVnd', word: 'dư nợ' },
  frozen: { amount: 'frozenVnd', word: 'nợ khoanh' },
} as const;

/**
 * What the newest figures say of a loan against those its list was of [GV44]. A loan that is no longer among the figures is
 * told as that and no more: they do not say why. A loan that the caller's office does not see says nothing.
 *
 * @param before the facts of the list's date; undefined when the loan is not among them
 * @param now those of the newest date; undefined when the loan is not among them
 * @param newestDate the newest data date the commune shows
 */
export function findFigure(
  measure: BankMeasure,
  fromDate: BusinessDate,
  {
    before,
    now,
    newestDate,
  }: { before: LoanFacts | undefined; now: LoanFacts | undefined; newestDate: BusinessDate },
): FigureFinding | null {
  if (!before) return null;
  const unknown = { fromDate, verdict: 'unknown', beforeVnd: null, nowVnd: null } as const;
  if (newestDate <= fromDate)
    return {
      ...unknown,
      toDate: null,
      sentence: `Chưa có số liệu mới hơn ${formatDate(fromDate)} để đối chiếu.`,
    };
  const at = formatDate(newestDate);
  if (!now) return { ...unknown, toDate: newestDate, sentence: `Số liệu ${at} không còn món vay này.` };
  const found = { fromDate, toDate: newestDate };
  if (measure === 'transaction') return { ...found, ...transacted(before, now, at) };
  return { ...found, ...lowered(AMOUNTS[measure], before, now, at) };
}

/** A loan of a set: what the figures said of it then, and what they say now; undefined where it is not among them. */
export type LoanThenAndNow = { readonly before: LoanFacts | undefined; readonly now: LoanFacts | undefined };

/**
 * What the newest figures say of the loans that a conclusion is measured by [GV82]: of how many what was asked for has happened, and
 * what they owe together, then and now. Of a single loan it is told as of a task about it. One that has happened on any of them
 * has begun; only where it has happened on none have the figures stayed the same.
 */
export function findFigureOfSet(
  measure: BankMeasure,
  fromDate: BusinessDate,
  { loans, newestDate }: { readonly loans: readonly LoanThenAndNow[]; readonly newestDate: BusinessDate },
): FigureFinding | null {
  const findings = loans
    .map((loan) => findFigure(measure, fromDate, { ...loan, newestDate }))
    .filter((finding) => finding !== null);
  const [first] = findings;
  if (!first || loans.length === 1 || first.toDate === null) return first ?? null;
  const known = findings.filter(({ verdict }) => verdict !== 'unknown');
  const gone = loans.length - known.length;
  const at = formatDate(newestDate);
  const found = { fromDate, toDate: newestDate };
  if (known.length === 0)
    return {
      ...found,
      verdict: 'unknown',
      beforeVnd: null,
      nowVnd: null,
      sentence: `Số liệu ${at} không còn món vay nào trong ${loans.length} món.`,
    };
  const improved = known.filter(({ verdict }) => verdict === 'improved').length;
  const beforeVnd = sumOf(known.map((finding) => finding.beforeVnd ?? 0n));
  const nowVnd = sumOf(known.map((finding) => finding.nowVnd ?? 0n));
  const word = measure === 'transaction' ? 'có giao dịch' : `giảm ${AMOUNTS[measure].word}`;
  const sums =
    measure === 'transaction'
      ? ''
      : `, tổng ${AMOUNTS[measure].word} từ ${formatVnd(beforeVnd)} còn ${formatVnd(nowVnd)}`;
  const left = gone === 0 ? '' : `; ${gone} món không còn trong số liệu`;
  return {
    ...found,
    verdict: improved > 0 ? 'improved' : 'same',
    ...{ beforeVnd, nowVnd },
    sentence: `Số liệu ${at}: ${improved}/${known.length} món ${word}${sums}${left}.`,
  };
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** Whether the figures, or the loans that the reports name [GV95], contradict a report that says the task is done [GV45]. */
export function isContradicted(
  figures: Pick<FigureFinding, 'verdict'> | null,
  { state, outcome }: { readonly state: TaskState; readonly outcome: Outcome | null },
): boolean {
  const saysDone = (state === 'reported' || state === 'accepted') && outcome === 'done';
  return saysDone && (figures?.verdict === 'same' || figures?.verdict === 'partly');
}

/** Of the loans of a directive, how many the figures, or its reports, show as answered; without a date it is told by reports. */
export type DirectiveAnswered = {
  readonly improved: number;
  /** Of how many it is known. */
  readonly known: number;
  readonly toDate: BusinessDate | null;
};

/** The same as a sentence [GV46], [GV95]. */
export function answeredSentence({ improved, known, toDate }: DirectiveAnswered): string {
  if (toDate === null) return `Cả chỉ đạo: ${improved}/${known} món được báo cáo là đã kiểm tra 06/TD.`;
  return `Cả chỉ đạo, theo số liệu ${formatDate(toDate)}: ${improved}/${known} món đã có kết quả.`;
}

type Found = Pick<FigureFinding, 'verdict' | 'sentence' | 'beforeVnd' | 'nowVnd'>;

function lowered(
  asked: (typeof AMOUNTS)[keyof typeof AMOUNTS],
  before: LoanFacts,
  now: LoanFacts,
  at: string,
): Found {
  const [beforeVnd, nowVnd] = [before[asked.amount], now[asked.amount]];
  const amounts = { beforeVnd, nowVnd };
  const paid = now.lastTransactionOn !== null && now.lastTransactionOn > before.dataDate;
  const when = paid ? `, hộ giao dịch gần nhất ${formatDate(now.lastTransactionOn)}` : '';
  if (nowVnd === 0n)
    return { ...amounts, verdict: 'improved', sentence: `Số liệu ${at}: không còn ${asked.word}${when}.` };
  if (nowVnd < beforeVnd)
    return {
      ...amounts,
      verdict: 'improved',
      sentence: `Số liệu ${at}: ${asked.word} giảm ${formatVnd(beforeVnd - nowVnd)}, còn ${formatVnd(nowVnd)}${when}.`,
    };
  return {
    ...amounts,
    verdict: 'same',
    sentence: `Số liệu ${at}: vẫn còn ${asked.word} ${formatVnd(nowVnd)}, chưa giảm.`,
  };
}

function transacted(before: LoanFacts, now: LoanFacts, at: string): Found {
  const amounts = { beforeVnd: before.outstandingVnd, nowVnd: now.outstandingVnd };
  const last = now.lastTransactionOn;
  if (last !== null && last > before.dataDate)
    return {
      ...amounts,
      verdict: 'improved',
      sentence: `Số liệu ${at}: hộ đã giao dịch ngày ${formatDate(last)}.`,
    };
  const since = last === null ? '' : ` từ ${formatDate(last)}`;
  return { ...amounts, verdict: 'same', sentence: `Số liệu ${at}: chưa có giao dịch nào${since}.` };
}

import type { OutputOf } from '../../../../kernel/contract.ts';
import { addDays, addMonths, type BusinessDate, formatDate, monthStart } from '../../../../kernel/dates.ts';
import type { showLoan } from '../../../../modules/portfolio/contract.ts';
import type { IconName } from '../../../shared/components/icon.tsx';
import type { Tone } from '../../../shared/components/status.tsx';
import { formatVnd } from '../../../shared/format.ts';

/** A loan as a file shows it. */
export type LoanDetail = OutputOf<typeof showLoan>;

/** Something that happened to a loan, told by the figures of a date. */
export type TimelineEntry = {
  readonly key: string;
  readonly on: BusinessDate;
  readonly icon: IconName;
  readonly text: string;
  readonly detail: string;
  readonly state: string;
  readonly tone: Tone;
};

/**
 * What happened to the loans, newest first. A flow stands at the data date whose files tell it, or at its own day where
 * the files name one; what happened in months without files is worked out from the dates around them [PF91].
 *
 * @param programmeOf the name of a loan's programme
 */
export function timelineOf(
  loans: readonly LoanDetail[],
  programmeOf: (code: string) => string | undefined,
): readonly TimelineEntry[] {
  return loans
    .flatMap((loan) => lifeOf(loan, programmeOf(loan.programmeCode) ?? `Chương trình ${loan.programmeCode}`))
    .sort((a, b) => b.on.localeCompare(a.on) || a.key.localeCompare(b.key));
}

type AtDate = LoanDetail['dates'][number];

/** A date of a loan, its programme's name, and the date of the loan before it. */
type Step = {
  readonly loan: LoanDetail;
  readonly name: string;
  readonly at: AtDate;
  readonly before: AtDate | undefined;
};

function lifeOf(loan: LoanDetail, name: string): readonly TimelineEntry[] {
  const dates = [...loan.dates].sort((a, b) => a.dataDate.localeCompare(b.dataDate));
  const steps = dates.map((at, index): Step => ({ loan, name, at, before: dates[index - 1] }));
  const told = steps.flatMap((step) => [...movesOf(step), ...paidOf(step), ...unseenOf(step)]);
  return [...startOf(loan, name), ...told, ...moveWithoutAmount(loan, name, told)];
}

function startOf(loan: LoanDetail, name: string): readonly TimelineEntry[] {
  if (loan.firstDisbursedOn === null) return [];
  return [
    {
      key: `${loan.contractNo} disbursed`,
      on: loan.firstDisbursedOn,
      icon: 'money',
      text: `Giải ngân, đến nay ${formatVnd(loan.disbursedVnd)}`,
      detail: name,
      state: loan.purpose ?? '',
      tone: 'dim',
    },
  ];
}

/** An entry of a step; it stands at its data date unless it has a day of its own. */
function entryOf(
  step: Step,
  kind: string,
  part: Omit<TimelineEntry, 'key' | 'on' | 'detail'> & { readonly on?: BusinessDate | null },
): TimelineEntry {
  const { at, name } = step;
  return {
    key: keyOf(step, kind),
    detail: `${name}, số liệu ${formatDate(at.dataDate)}`,
    ...part,
    on: part.on ?? at.dataDate,
  };
}

const monthOf = (date: BusinessDate) => date.slice(0, 7);

type Flow = 'toOverdueMonthVnd' | 'toFrozenMonthVnd' | 'collectedMonthVnd' | 'interestMonthVnd';

/** A flow of the file since the date before: of two dates of one month the later holds the earlier's too. */
function flowOf({ at, before }: Step, flow: Flow): bigint {
  const isSameMonth = before !== undefined && monthOf(before.dataDate) === monthOf(at.dataDate);
  return isSameMonth ? at[flow] - before[flow] : at[flow];
}

/** What moved to overdue or frozen, at its own day where the loan names one of that month. */
function movesOf(step: Step): readonly TimelineEntry[] {
  const { loan, at } = step;
  const dayIn = (date: BusinessDate | null) =>
    date !== null && monthOf(date) === monthOf(at.dataDate) ? date : null;
  const overdueVnd = flowOf(step, 'toOverdueMonthVnd');
  const frozenVnd = flowOf(step, 'toFrozenMonthVnd');
  return [
    ...(overdueVnd > 0n
      ? [entryOf(step, 'overdue', { ...overdueWords(overdueVnd), on: dayIn(loan.overdueSince) })]
      : []),
    ...(frozenVnd > 0n
      ? [
          entryOf(step, 'frozen', {
            icon: 'frozen',
            text: `Chuyển nợ khoanh ${formatVnd(frozenVnd)}`,
            state: 'Khoanh',
            tone: 'hold',
            on: dayIn(loan.frozenOn),
          }),
        ]
      : []),
  ];
}

function overdueWords(amountVnd: bigint): Pick<TimelineEntry, 'icon' | 'text' | 'state' | 'tone'> {
  const text = `Chuyển nợ quá hạn ${formatVnd(amountVnd)}`;
  return { icon: 'warning', text, state: 'Quá hạn', tone: 'bad' };
}

/** Principal and interest paid in the month of the date. */
function paidOf(step: Step): readonly TimelineEntry[] {
  const paid = paidText(flowOf(step, 'collectedMonthVnd'), flowOf(step, 'interestMonthVnd'));
  if (paid === undefined) return [];
  const text = `Trả ${paid} trong tháng`;
  return [entryOf(step, 'paid', { icon: 'check', text, state: 'Đã thu', tone: 'good' })];
}

function paidText(principalVnd: bigint, interestVnd: bigint): string | undefined {
  const parts = [
    ...(principalVnd > 0n ? [`gốc ${formatVnd(principalVnd)}`] : []),
    ...(interestVnd > 0n ? [`lãi ${formatVnd(interestVnd)}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** What happened in the months between two dates that no file tells: worked out from both [PF91]. */
function unseenOf(step: Step): readonly TimelineEntry[] {
  const { at, before, name, loan } = step;
  if (before === undefined || monthOf(before.dataDate) >= monthOf(addMonths(monthStart(at.dataDate), -1)))
    return [];
  const lastDay = addDays(monthStart(at.dataDate), -1);
  const detail = `${name}, từ ${formatDate(before.dataDate)} đến ${formatDate(lastDay)}, tính theo hai ngày số liệu (PF91)`;
  const fallenVnd = before.outstandingVnd - at.outstandingVnd + at.disbursedMonthVnd - at.collectedMonthVnd;
  const paid = paidText(fallenVnd, at.interestPaidVnd - before.interestPaidVnd - at.interestMonthVnd);
  const overdueVnd = unseenOverdueVnd(step);
  const { overdueSince } = loan;
  const isOwnDay = overdueSince !== null && before.dataDate < overdueSince && overdueSince <= lastDay;
  const entry = (
    kind: string,
    part: Pick<TimelineEntry, 'icon' | 'text' | 'state' | 'tone'>,
    on = lastDay,
  ) => ({
    ...entryOf(step, `unseen ${kind}`, { ...part, on }),
    detail,
  });
  return [
    ...(overdueVnd > 0n
      ? [entry('overdue', overdueWords(overdueVnd), isOwnDay ? overdueSince : lastDay)]
      : []),
    ...(paid === undefined
      ? []
      : [entry('paid', { icon: 'check', text: `Trả ${paid}`, state: 'Đã thu', tone: 'good' })]),
  ];
}

/** How much overdue debt grew in months that no file tells. */
function unseenOverdueVnd({ at, before }: Step): bigint {
  return before === undefined ? 0n : at.overdueVnd - before.overdueVnd - at.toOverdueMonthVnd;
}

const keyOf = ({ loan, at }: Step, kind: string) => `${loan.contractNo} ${at.dataDate} ${kind}`;

/** The move to overdue that the loan names a day of and no entry tells yet: mostly one before the first date. */
function moveWithoutAmount(
  { contractNo, overdueSince }: LoanDetail,
  name: string,
  told: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  if (overdueSince === null || told.some(({ on, state }) => on === overdueSince && state === 'Quá hạn'))
    return [];
  return [
    {
      key: `${contractNo} overdue since`,
      on: overdueSince,
      icon: 'warning',
      text: 'Chuyển nợ quá hạn',
      detail: `${name}, theo ngày chuyển quá hạn trong tệp, chưa rõ số tiền`,
      state: 'Quá hạn',
      tone: 'bad',
    },
  ];
}

import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
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
 * the files name one.
 *
 * @param programmeOf the name of a loan's programme
 */
export function timelineOf(
  loans: readonly LoanDetail[],
  programmeOf: (code: string) => string | undefined,
): readonly TimelineEntry[] {
  return loans
    .flatMap((loan) => {
      const name = programmeOf(loan.programmeCode) ?? `Chương trình ${loan.programmeCode}`;
      return [...startOf(loan, name), ...loan.dates.flatMap((at) => monthOf(loan, at, name))];
    })
    .sort((a, b) => b.on.localeCompare(a.on) || a.key.localeCompare(b.key));
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

function monthOf(loan: LoanDetail, at: LoanDetail['dates'][number], name: string): readonly TimelineEntry[] {
  const entry = (
    kind: string,
    part: Omit<TimelineEntry, 'key' | 'on' | 'detail'> & { readonly on?: BusinessDate | null },
  ) => ({
    key: `${loan.contractNo} ${at.dataDate} ${kind}`,
    detail: `${name}, số liệu ${formatDate(at.dataDate)}`,
    ...part,
    on: part.on ?? at.dataDate,
  });
  const isSameMonth = (date: BusinessDate | null) =>
    date !== null && date.slice(0, 7) === at.dataDate.slice(0, 7);
  const entries: TimelineEntry[] = [];
  if (at.toOverdueMonthVnd > 0n)
    entries.push(
      entry('overdue', {
        icon: 'warning',
        text: `Chuyển nợ quá hạn ${formatVnd(at.toOverdueMonthVnd)}`,
        state: 'Quá hạn',
        tone: 'bad',
        on: isSameMonth(loan.overdueSince) ? loan.overdueSince : null,
      }),
    );
  if (at.toFrozenMonthVnd > 0n)
    entries.push(
      entry('frozen', {
        icon: 'frozen',
        text: `Chuyển nợ khoanh ${formatVnd(at.toFrozenMonthVnd)}`,
        state: 'Khoanh',
        tone: 'hold',
        on: isSameMonth(loan.frozenOn) ? loan.frozenOn : null,
      }),
    );
  if (at.collectedMonthVnd > 0n)
    entries.push(
      entry('collected', {
        icon: 'check',
        text: `Trả gốc ${formatVnd(at.collectedMonthVnd)} trong tháng`,
        state: 'Đã thu',
        tone: 'good',
      }),
    );
  return entries;
}

import { z } from 'zod';
import { villageWithin } from '../../../kernel/commune-words.ts';
import { id } from '../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatVnd } from '../../../kernel/money.ts';

/** What a report may name as evidence, as the screens call it. */
export const RECORD_KINDS = {
  household: 'Hộ vay',
  contact: 'Số liên lạc',
  loan: 'Món vay',
  group: 'Tổ',
} as const;

/** One of {@link RECORD_KINDS}. */
export type RecordKind = keyof typeof RECORD_KINDS;

/** A record of the product that a report names [GV86]. */
export const recordLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), householdId: id }),
  z.object({ kind: z.literal('contact'), householdId: id, contactId: id }),
  z.object({ kind: z.literal('loan'), contractNo: z.string().regex(/^\d{16}$/) }),
  z.object({ kind: z.literal('group'), groupCode: z.string().regex(/^\d{7}$/) }),
]);

/** The same as a value. */
export type RecordLink = z.output<typeof recordLink>;

/** What a record is called, and what it says. A title holds no phone number: papers carry it. */
export type RecordSaid = { readonly title: string; readonly says: string };

/** A way to reach somebody, as far as it is told of a record. */
export type ContactTold = {
  readonly phone: string;
  /** Who answers, in words. */
  readonly who: string;
  readonly wrongNumberSince: BusinessDate | null;
  readonly lastReachedOn: BusinessDate | null;
};

/** A household, by whoever borrows. */
export function householdSaid(household: {
  readonly fullName: string;
  readonly villageName: string | null;
  readonly isReachable: boolean;
  readonly numbers: number;
}): RecordSaid {
  const { fullName, villageName, isReachable, numbers } = household;
  const reach = isReachable ? 'liên lạc được' : 'chưa liên lạc được';
  const where = villageName === null ? '' : `, ${villageWithin(villageName)}`;
  return { title: `Hộ ${fullName}${where}`, says: `${numbers} số liên lạc, ${reach}` };
}

/** A number of a household's file, with its last mark. */
export function contactSaid(fullName: string, contact: ContactTold): RecordSaid {
  const { phone, who, wrongNumberSince, lastReachedOn } = contact;
  const number = phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  const reached = lastReachedOn === null ? 'chưa gọi' : `gọi được ${formatDate(lastReachedOn)}`;
  const mark = wrongNumberSince === null ? reached : `sai số từ ${formatDate(wrongNumberSince)}`;
  return { title: `Số liên lạc của hộ ${fullName}`, says: `${number} (${who}), ${mark}` };
}

/** A loan by the figures of a date. */
export function loanSaid(loan: {
  readonly contractNo: string;
  readonly dataDate: BusinessDate;
  readonly outstandingVnd: bigint;
  readonly overdueVnd: bigint;
  readonly unpaidInterestVnd: bigint;
}): RecordSaid {
  const { contractNo, dataDate, outstandingVnd, overdueVnd, unpaidInterestVnd } = loan;
  const parts = [
    `dư nợ ${formatVnd(outstandingVnd)}`,
    `quá hạn ${formatVnd(overdueVnd)}`,
    `lãi tồn ${formatVnd(unpaidInterestVnd)}`,
  ];
  return {
    title: `Khế ước ${contractNo}`,
    says: `${parts.join(', ')} (số liệu ${formatDate(dataDate)})`,
  };
}

/** A group with its size and last score. */
export function groupSaid(group: {
  readonly groupCode: string;
  readonly leaderName: string;
  readonly memberCount: number;
  readonly score: {
    readonly dataDate: BusinessDate;
    readonly grade: string;
    readonly totalPoints: number;
  } | null;
}): RecordSaid {
  const { groupCode, leaderName, memberCount, score } = group;
  const graded =
    score === null
      ? 'chưa có điểm'
      : `xếp loại ${score.grade}, ${score.totalPoints} điểm (số liệu ${formatDate(score.dataDate)})`;
  return { title: `Tổ ${groupCode}, tổ trưởng ${leaderName}`, says: `${memberCount} tổ viên, ${graded}` };
}

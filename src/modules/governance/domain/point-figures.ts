import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';

/** The figures of one part at the data date and at the date before. */
export type Compared = {
  readonly key: string;
  readonly name: string;
  readonly unpaidInterestVnd: Vnd;
  /** Null where the part has no figures at the date before: there is no change to speak of. */
  readonly unpaidInterestBeforeVnd: Vnd | null;
};

/** What the points are made from. A number that is not known is null, and then nothing is said about it. */
export type PointFigures = {
  readonly dataDate: BusinessDate;
  readonly comparedDate: BusinessDate | null;
  readonly arrearsBps: number | null;
  readonly arrearsBeforeBps: number | null;
  /** Whether anything is overdue or frozen at the data date: a ratio of 0% may be rounded. */
  readonly hasArrears: boolean;
  readonly toOverdueLoans: number;
  readonly toOverdueVnd: Vnd;
  readonly associations: readonly Compared[];
  readonly groups: readonly (Compared & { readonly associationCode: string })[];
  /** From which rise or fall on unpaid interest is worth a word [GV166]. */
  readonly leastInterestChangeVnd: Vnd;
  /** Groups graded below Khá, with loans or without: those that the list of groups shows at the data date. */
  readonly weakGroups: readonly { readonly name: string; readonly grade: string }[];
  /** Loans on lists of the date. */
  readonly freezesEnding: number;
  readonly freezeEndsWithinDays: number;
  readonly inactive: number;
  readonly manyMonthsUnpaid: number;
  readonly justDisbursed: number;
  readonly justDisbursedDays: number;
  /** Of those disbursed before that, as long as their check is watched: those of which no report tells one. */
  readonly checksLate: number;
  /** What falls due at the session of the briefing, or at the next one of its point. */
  readonly due: DueSession | null;
  /** At the session after that, where something falls due at both [GV257]. */
  readonly dueNext: DueSession | null;
};

/** What falls due at a session, and how many of the customers can be reached. */
export type DueSession = {
  /** The regular day, by which debts fall due. */
  readonly sessionOn: BusinessDate;
  /** The day the session is held. */
  readonly heldOn: BusinessDate;
  /** In a commune of several points, those whose session it is. */
  readonly pointNames: readonly string[];
  readonly loans: number;
  readonly amountVnd: Vnd;
  readonly customers: number;
  readonly reachableCustomers: number;
};

/** What a number opens: a list of loans, or the groups of a grade. */
export type PointLink = LoansLink | GroupsLink;

/** A list of loans; the names are the portfolio's. */
export type LoansLink = {
  readonly list: string;
  readonly associationCode?: string;
  readonly groupCode?: string;
  readonly sessionOn?: BusinessDate;
  /** Only those whose customer cannot be reached. */
  readonly reach?: 'unreachable';
  /** Only those of which no check after disbursement is told. */
  readonly check?: 'untold';
  /** The same by customer: the number counts households. */
  readonly by?: 'customer';
};

/** The commune's groups graded below Khá. */
export type GroupsLink = { readonly groups: 'belowFair' };

/** A piece of a sentence: text, or a number with the list behind it. */
export type Piece = { readonly text: string; readonly link: PointLink | null };

/** The sign before a point: fallen, risen, unchanged, a day to keep, people to look at. */
export type PointMark = 'down' | 'up' | 'same' | 'day' | 'people';

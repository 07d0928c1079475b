import { type BusinessDate, daysBetween } from '../../../kernel/dates.ts';
import { type CommuneFacts, type Figures, type Group, isUnreachable, type Loan } from './commune-facts.ts';

/** A meeting about whose figures somebody speaks. */
export type Meeting = {
  readonly heldOn: BusinessDate;
  readonly dataDate: BusinessDate;
  /** The villages of the point; all of the commune where there is one point. */
  readonly villageCodes: readonly string[];
  /** It is held in the month in which the demo begins: what it gives is still to be done then. */
  readonly isLast: boolean;
  readonly figures: Figures;
  readonly facts: CommuneFacts;
  /** The seed of its chance, and that of all meetings of its point. */
  readonly seed: string;
  readonly place: string;
};

/** Loans of the point's villages. */
export function here({ villageCodes }: Meeting, loans: readonly Loan[]): Loan[] {
  return loans.filter(({ villageCode }) => villageCodes.length === 0 || villageCodes.includes(villageCode));
}

/** Groups of the point's villages. */
export function groupsHere({ villageCodes, facts }: Meeting): Group[] {
  return facts.groups.filter(
    ({ villageCode }) => villageCodes.length === 0 || villageCodes.includes(villageCode),
  );
}

/** Loans of the point that fall due soon after the meeting and whose customers nobody can call, the first due first. */
export function unreachableHere(meeting: Meeting): Loan[] {
  return here(meeting, meeting.facts.due)
    .filter((loan) => isUnreachable(loan) && isSoon(loan.dueOnSession, meeting.heldOn))
    .sort((a, b) => ((a.dueOnSession ?? '') < (b.dueOnSession ?? '') ? -1 : 1));
}

/** Until the second session from now there are less than so many days. */
const SOON_DAYS = 70;

/** Whether a loan falls due after the meeting, at one of the next sessions. */
export function isSoon(dueOn: BusinessDate | null, heldOn: BusinessDate): boolean {
  return dueOn !== null && dueOn > heldOn && daysBetween(heldOn, dueOn) < SOON_DAYS;
}

/** The part with the most loans; direct loans belong to no association. */
export function largest(
  loans: readonly Loan[],
  by: (loan: Loan) => string,
): readonly [string | undefined, readonly Loan[]] {
  const parts = new Map<string, Loan[]>();
  for (const loan of loans)
    if (loan.groupCode !== '') parts.set(by(loan), [...(parts.get(by(loan)) ?? []), loan]);
  const [first] = [...parts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return first ?? [undefined, []];
}

import type { Id } from '../../../kernel/ids.ts';
import type { Responsible, Spread } from './directive.ts';
import { type SeatKey, type SeatShown, seatKey } from './seat.ts';
import { seatLabel } from './seats.ts';

/** Who gets a task, and of a loan whom it is about. */
export type Recipient = {
  /** Null for a body without an office here. */
  readonly ownerSeat: SeatKey | null;
  readonly ownerName: string;
  readonly contractNo: string | null;
  readonly customerCode: string | null;
  readonly householdId: Id | null;
  readonly personName: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
  readonly associationCode: string | null;
};

/** A loan of a list, as far as giving it to somebody needs. */
export type ListedLoan = {
  readonly contractNo: string;
  readonly customerCode: string;
  readonly householdId: Id | null;
  readonly customerName: string | null;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly associationCode: string;
};

const ABOUT_NOBODY: Omit<Recipient, 'ownerSeat' | 'ownerName'> = {
  contractNo: null,
  customerCode: null,
  householdId: null,
  personName: null,
  villageCode: null,
  groupCode: null,
  associationCode: null,
};

const ROLE_OF_SPREAD = {
  associations: 'associationHead',
  villages: 'villageHead',
  groups: 'groupLeader',
} as const;

/** A seat or a body that gets a task about nobody in particular. */
export function recipientOf(ownerSeat: SeatKey | null, ownerName: string): Recipient {
  return { ...ABOUT_NOBODY, ownerSeat, ownerName };
}

/**
 * The offices of a kind, each once, with or without an account [GV32].
 *
 * @param codes those chosen; empty for all
 */
export function officesOf(
  spread: keyof typeof ROLE_OF_SPREAD,
  seats: readonly SeatShown[],
  codes: readonly string[],
): Recipient[] {
  const role = ROLE_OF_SPREAD[spread];
  const isChosen = (seat: SeatKey) =>
    seat.startsWith(`${role}:`) && (codes.length === 0 || codes.includes(seat.slice(role.length + 1)));
  return firstOfEach(seats.filter(({ seat }) => isChosen(seat))).map((seat) =>
    recipientOf(seat.seat, seatLabel(seat)),
  );
}

/**
 * Each loan with who answers for it [GV32]: the leader of its group or the head of its association; the officer for a loan of
 * neither, and where the commune has no such office.
 */
export function answerersOf(
  loans: readonly ListedLoan[],
  seats: readonly SeatShown[],
  responsible: Responsible,
): Recipient[] {
  const byKey = new Map(firstOfEach(seats).map((seat) => [seat.seat, seat]));
  const officer = byKey.get('creditOfficer');
  return loans.map((loan) => {
    const code = responsible === 'groupLeader' ? loan.groupCode : loan.associationCode;
    const seat = byKey.get(seatKey({ role: responsible, code })) ?? officer;
    return {
      ownerSeat: seat?.seat ?? 'creditOfficer',
      ownerName: seat ? seatLabel(seat) : 'Cán bộ tín dụng',
      contractNo: loan.contractNo,
      customerCode: loan.customerCode,
      householdId: loan.householdId,
      personName: loan.customerName,
      villageCode: loan.villageCode,
      groupCode: loan.groupCode === '' ? null : loan.groupCode,
      associationCode: loan.associationCode,
    };
  });
}

/** How many tasks each owner would have, most first. */
export function tasksByOwner(
  recipients: readonly Pick<Recipient, 'ownerSeat' | 'ownerName'>[],
): { seat: SeatKey | null; name: string; tasks: number }[] {
  const counts = new Map<string, { seat: SeatKey | null; name: string; tasks: number }>();
  for (const { ownerSeat: seat, ownerName: name } of recipients) {
    const key = seat ?? name;
    counts.set(key, { seat, name, tasks: (counts.get(key)?.tasks ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.tasks - a.tasks || a.name.localeCompare(b.name, 'vi'));
}

/** Whether a spread goes to all offices of a kind. */
export function isOfOffices(spread: Spread): spread is keyof typeof ROLE_OF_SPREAD {
  return Object.hasOwn(ROLE_OF_SPREAD, spread);
}

/** An office that several hold has one task: whoever of them does it answers. */
function firstOfEach(seats: readonly SeatShown[]): SeatShown[] {
  return [...new Map(seats.toReversed().map((seat) => [seat.seat, seat])).values()].reverse();
}

import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type ConclusionRow, selectConclusions } from './db/conclusions.ts';
import type { SeatShown } from './domain/seat.ts';
import { seatLabel, seatsNamed } from './domain/seats.ts';
import { recipientOf } from './domain/spread.ts';
import { findSeats } from './find-seats.ts';
import { type DirectiveToGive, giveDirectives, NO_PAPER } from './give-directives.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/**
 * Makes a directive and its task of every conclusion of a meeting that is being closed [GV31]; each has an owner and a day by
 * then [GV9]. What is given to an office goes to whoever holds it today [GV12].
 *
 * @param chairedBy who led the meeting, as the minutes say; null where it is not known
 */
export async function conclusionsToDirectives(
  context: HandlerContext,
  briefing: BriefingRow,
  chairedBy: string | null,
): Promise<void> {
  const { tx, caller, newId } = context;
  const conclusions = await selectConclusions(tx, briefing.communeId, briefing.id);
  if (conclusions.length === 0) return;
  const keys = conclusions.flatMap(({ ownerSeat }) => (ownerSeat === null ? [] : [ownerSeat]));
  const seats = await findSeats(context, briefing.communeId, keys);
  const issuer = { issuerSeat: seatOfCaller(caller), issuerName: chairedBy ?? (await callerName(context)) };
  const given = conclusions.map((line) => ({
    directive: { ...directiveOf(line, briefing), ...issuer, id: newId() },
    recipients: [recipientOf(line.ownerSeat, ownerToday(line, seats))],
  }));
  const giving = { giverName: issuer.issuerName, givenOn: briefing.heldOn };
  if (!(await giveDirectives(context, given, giving))) throw new Error('a new id was there already');
}

type Unissued = Omit<DirectiveToGive['directive'], 'id' | 'issuerSeat' | 'issuerName'>;

function directiveOf(line: ConclusionRow, { communeId, id: briefingId }: BriefingRow): Unissued {
  if (line.dueOn === null) throw new Error('a conclusion without a day is closed');
  return {
    communeId,
    source: 'briefing',
    briefingId,
    conclusionId: line.id,
    ...NO_PAPER,
    text: line.text,
    legalGround: null,
    measure: null,
    dueOn: line.dueOn,
    spread: 'seats',
    list: null,
    listDate: null,
    figure: null,
    requestHash: canonicalHash({ conclusion: line.id }),
  };
}

/** Whoever holds the office now; the name as it was written where nobody is known to, and for bodies without an office. */
function ownerToday({ ownerSeat, ownerName }: ConclusionRow, seats: readonly SeatShown[]): string {
  const holders = ownerSeat === null ? [] : seatsNamed(seats, ownerSeat).map(seatLabel);
  const written = ownerName ?? '';
  return holders.includes(written) ? written : (holders[0] ?? written);
}

import { dayInVietnam } from '../../kernel/moment.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { officeHolders } from '../identity/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type InvitationRow, selectEveryInvitation } from './db/invitations.ts';
import { type Persons, personsAt } from './domain/addressees.ts';
import { isStillTo } from './domain/letters.ts';
import type { ListedNow } from './domain/offices-anew.ts';

/**
 * Who stands at which places of a list [GV219]: while the meeting is prepared by the offices of today, once it is not held by those of the day
 * on which that was said, else by those of the day on which people met; then also whom one letter invited at several. Nobody at
 * two of a meeting that had begun or ended before people were written to once.
 */
export async function findPersons(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
  { communeId, id: briefingId, state, cancelledAt, metOn, invitesPersons }: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<Persons> {
  if (!invitesPersons) return new Map();
  const isPreparing = state === 'preparing';
  const on = cancelledAt === null ? metOn : dayInVietnam(cancelledAt);
  const held = await officeHolders(context, { communeId, on: isPreparing ? context.clock.today() : on });
  const persons = personsAt(listed, held);
  if (isPreparing) return persons;
  return withLetters(persons, listed, await selectEveryInvitation(context.tx, { communeId, briefingId }));
}

/** An account that is closed since, or an office that was left that day, makes no two people of whom one letter invited. */
function withLetters(
  persons: Persons,
  listed: readonly ListedNow<AttendeeRow>[],
  made: readonly InvitationRow[],
): Persons {
  const known = new Map(persons);
  for (const place of listed) {
    const letter = made.find((one) => isStillTo(one, place));
    const others = listed.filter((other) =>
      made.some((one) => one.letterId === letter?.letterId && isStillTo(one, other)),
    );
    if (letter === undefined || others.length < 2) continue;
    const person = others.map(({ id }) => known.get(id)).find((one) => one !== undefined);
    const seats = others.flatMap(({ seat }) => seat ?? []);
    for (const { id } of others) known.set(id, person ?? { key: letter.letterId, seats });
  }
  return known;
}

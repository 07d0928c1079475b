import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeMailAddress as operation } from './contract.ts';
import { deleteMailAddress, writeMailAddress as saveAddress, selectMailAddresses } from './db/invitations.ts';
import { addressesOf } from './domain/mail-addresses.ts';
import { findPersons } from './find-persons.ts';
import { judgeShown } from './judge-shown.ts';
import { attendeesNow } from './renew-attendees.ts';

/** Enters the address of a person, in every office that they hold [GV220], or takes it away; mails on their way keep the one they have. */
export const writeMailAddress: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, address, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, caller, clock, newId } = context;
    // Who holds the office today is whose address is entered [GV156].
    const listed = await attendeesNow(context, briefing);
    const attendee = listed.find(({ id }) => id === attendeeId);
    if (!attendee) return refuse('notFound');
    const refused = judgeShown(attendee, shownName);
    if (refused) return refused;
    const { fullName } = attendee;
    const { communeId } = within;
    const person = (await findPersons(context, briefing, listed)).get(attendeeId);
    const seats = person?.seats ?? [attendee.seat];
    // Entered before under another spelling of the name, it is theirs all the same [GV161].
    for (const known of addressesOf(await selectMailAddresses(tx, communeId), { seats, fullName }))
      await deleteMailAddress(tx, { communeId, ...known });
    const entered = { communeId, fullName, by: caller.userId, at: clock.now() };
    if (address !== null)
      for (const seat of seats) await saveAddress(tx, { ...entered, seat, id: newId(), address });
    return { answer: {}, subject: { attendee: attendeeId, hasAddress: address !== null } };
  });

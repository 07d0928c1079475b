import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeMailAddress as operation } from './contract.ts';
import { deleteMailAddress, writeMailAddress as saveAddress, selectMailAddresses } from './db/invitations.ts';
import { addressesOf } from './domain/mail-addresses.ts';
import { judgeShown } from './judge-shown.ts';
import { attendeesNow } from './renew-attendees.ts';

/** Enters the address of a person in their office, or takes it away; mails on their way keep the one they have. */
export const writeMailAddress: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, address, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, caller, clock, newId } = context;
    // Who holds the office today is whose address is entered [GV156].
    const attendee = (await attendeesNow(context, briefing)).find(({ id }) => id === attendeeId);
    if (!attendee) return refuse('notFound');
    const refused = judgeShown(attendee, shownName);
    if (refused) return refused;
    const { seat, fullName } = attendee;
    const { communeId } = within;
    // Entered before under another spelling of the name, it is theirs all the same [GV161].
    for (const known of addressesOf(await selectMailAddresses(tx, communeId), attendee))
      await deleteMailAddress(tx, { communeId, ...known });
    const entered = { communeId, seat, fullName, id: newId(), by: caller.userId, at: clock.now() };
    if (address !== null) await saveAddress(tx, { ...entered, address });
    return { answer: {}, subject: { attendee: attendeeId, hasAddress: address !== null } };
  });

import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeMailAddress as operation } from './contract.ts';
import { deleteMailAddress, writeMailAddress as saveAddress } from './db/invitations.ts';
import { attendeesNow } from './renew-attendees.ts';

/** Enters the address of a person in their office, or takes it away; mails on their way keep the one they have. */
export const writeMailAddress: Handler<typeof operation> = async (
  { attendeeId, address, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, caller, clock, newId } = context;
    // Who holds the office today is shown in the row, and is whose address was typed [GV156].
    const attendee = (await attendeesNow(context, briefing)).find(({ id }) => id === attendeeId);
    if (!attendee) return refuse('notFound');
    const { seat, fullName } = attendee;
    const person = { communeId: within.communeId, seat, fullName };
    if (address === null) await deleteMailAddress(tx, person);
    else await saveAddress(tx, { ...person, address, id: newId(), by: caller.userId, at: clock.now() });
    return { answer: {}, subject: { attendee: attendeeId, hasAddress: address !== null } };
  });

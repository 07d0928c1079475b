import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { insertInvitations, type MadeInvitation } from './db/invitations.ts';
import { appointmentOf, isTooLateToInvite } from './domain/invitation.ts';
import { askingNow } from './domain/things-to-bring.ts';
import { keepNames } from './renew-attendees.ts';

/** To whom a letter is made out, as they stand on the list today, and in which way it goes; `mailId` where it goes by mail. */
export type MadeOut = Pick<MadeInvitation, 'way' | 'mailId'> & {
  readonly attendee: { readonly places: readonly Pick<AttendeeRow, 'id' | 'fullName' | 'isVacant'>[] };
};

/**
 * Keeps that people were invited to a meeting as it stands now, by whom and when [GV41], under the names they have today [GV143]: each by one
 * letter, at every place that they have [GV219].
 */
export async function makeOutInvitations(
  context: HandlerContext,
  briefing: BriefingRow,
  madeOut: readonly MadeOut[],
): Promise<void> {
  if (madeOut.length === 0) return;
  await keepNames(
    context,
    briefing,
    madeOut.flatMap(({ attendee }) => attendee.places.map(({ id }) => id)),
  );
  const { tx, caller, clock, newId } = context;
  const made = { madeBy: caller.userId, madeByName: await callerName(context), madeAt: clock.now() };
  const appointment = appointmentOf(briefing);
  const invitations = madeOut.flatMap(({ attendee, ...one }) => {
    const letterId = newId();
    return attendee.places.map(({ id, fullName, isVacant }) => ({
      ...{ attendeeId: id, toName: fullName, isToVacant: isVacant },
      ...{ ...one, ...made, id: newId(), letterId, ...appointment },
      // A mail asks for what stands when it goes [GV73].
      bring: one.way === 'paper' ? askingNow(briefing.bring) : null,
    }));
  });
  await insertInvitations(tx, { communeId: briefing.communeId, briefingId: briefing.id }, invitations);
}

/** Refuses to invite to a meeting to which nobody is invited any more [GV41]; null while people are. */
export function refuseTooLate(
  { clock }: Pick<HandlerContext, 'clock'>,
  briefing: Pick<BriefingRow, 'state' | 'heldOn'>,
): Refusal<'tooLateToInvite'> | null {
  if (!isTooLateToInvite(briefing, clock.today())) return null;
  return refuse('tooLateToInvite', { heldOn: formatDate(briefing.heldOn) });
}

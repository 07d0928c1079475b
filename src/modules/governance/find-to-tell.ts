import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { InvitationRow } from './db/invitations.ts';
import { isOfAnother, latestOfEach } from './domain/invitation.ts';
import { findReached, type Invited } from './find-invitations.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Somebody who has to be told when a briefing is not held, with the latest invitation that may have reached them. */
export type ToTell = {
  /** The place on the list. */
  readonly attendee: AttendeeRow;
  /** Who is told: whoever stands there, or held the office before and was invited. */
  readonly toName: string;
  /** They have that place no more: no mail goes to them, the officer tells them. */
  readonly hasLeft: boolean;
  readonly address: string | null;
  readonly invitation: InvitationRow;
};

/**
 * Who has to be told when a briefing is not held [GV111]: whoever an invitation may have reached, an earlier one too where a later was
 * taken back, and also where another holds the office since, who is told only if they were invited themself [GV159]. Not the caller, who
 * says it, and nobody once the day is over: whoever came has found out.
 *
 * @param letters of everybody on the list: who is to chair by now may have been invited before
 */
export async function findToTell(
  context: HandlerContext,
  briefing: BriefingRow,
  letters: readonly Invited[],
): Promise<ToTell[]> {
  const reached = await findReached(context, briefing);
  const caller = { seat: seatOfCaller(context.caller), fullName: await callerName(context) };
  return letters
    .flatMap(({ attendee, address }) => {
      const made = reached.filter(({ attendeeId }) => attendeeId === attendee.id);
      const own = made.filter((one) => !isOfAnother(one, attendee)).slice(0, 1);
      return [
        ...own.map((invitation) => {
          const hasLeft = attendee.leftOffice !== null;
          return {
            attendee,
            toName: attendee.fullName,
            hasLeft,
            address: hasLeft ? null : address,
            invitation,
          };
        }),
        ...latestOfEach(made.filter((one) => isOfAnother(one, attendee))).map((invitation) => {
          return { attendee, toName: invitation.toName, hasLeft: true, address: null, invitation };
        }),
      ];
    })
    .filter(({ attendee, toName }) => attendee.seat !== caller.seat || !isSameName(toName, caller.fullName));
}

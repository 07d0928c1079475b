import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { InvitationRow } from './db/invitations.ts';
import type { Addressee } from './domain/addressees.ts';
import { isOfAnother, latestOfEach } from './domain/invitation.ts';
import { isForAnotherPlace } from './domain/letters.ts';
import type { WithMail } from './every-invitation.ts';
import { findReached, type Invited } from './find-invitations.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Somebody who has to be told when a briefing is not held, with the latest invitation that may have reached them. */
export type ToTell = {
  /** The place on the list, with all that whoever stands there has; of who held the office before that place alone. */
  readonly attendee: Addressee<AttendeeRow>;
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
  const listed = letters.flatMap(({ attendee }) => attendee.places);
  const toTell = letters.flatMap(({ attendee, address }): ToTell[] => {
    const own = reached.find((one) =>
      attendee.places.some((place) => place.id === one.attendeeId && !isOfAnother(one, place)),
    );
    const hasLeft = attendee.leftOffice !== null;
    const told = { attendee, toName: attendee.fullName, hasLeft, address: hasLeft ? null : address };
    return [
      ...(own === undefined ? [] : [{ ...told, invitation: own }]),
      ...attendee.places.flatMap((place) => formerAt(place, reached)),
    ];
  });
  return toTell
    .filter((one) => !isToldElsewhere(one, { toTell, made: reached, listed }))
    .filter(
      ({ attendee, toName }) =>
        !isSameName(toName, caller.fullName) || attendee.places.every(({ seat }) => seat !== caller.seat),
    );
}

/** Who held the office of a place before and was invited under it. */
function formerAt(place: AttendeeRow, reached: readonly WithMail[]): ToTell[] {
  const made = reached.filter((one) => place.id === one.attendeeId && isOfAnother(one, place));
  const attendee = { ...place, places: [place] };
  return latestOfEach(made).map((invitation) => ({
    ...{ attendee, toName: invitation.toName, hasLeft: true, address: null, invitation },
  }));
}

/** Whether who has left an office that their letter names is told under another that it names too [GV221]. */
function isToldElsewhere(
  one: ToTell,
  { toTell, ...on }: { readonly toTell: readonly ToTell[] } & Parameters<typeof isForAnotherPlace>[1],
): boolean {
  if (!one.hasLeft) return false;
  if (isForAnotherPlace(one.invitation, on)) return true;
  const { letterId } = one.invitation;
  const first = toTell.find(
    ({ toName, invitation }) => invitation.letterId === letterId && isSameName(toName, one.toName),
  );
  return first !== one;
}

import type { HandlerContext } from '../../platform/command.ts';
import type { NewMail } from '../../platform/mail/mail.ts';
import { queueMails } from '../../platform/mail/queue-mail.ts';
import { afterQuietHours } from '../../platform/mail/quiet-hours.ts';
import { areaNames } from '../registry/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import { type BriefingRow, touchBriefing } from './db/briefings.ts';
import { insertCancellations, writeTellingMail } from './db/cancellations.ts';
import { cancellationSubject, cancellationText } from './domain/cancellation.ts';
import type { Appointment } from './domain/invitation.ts';
import { calledOffOf, findCalledOff } from './find-called-off.ts';
import { findLetters, withdrawInvitations } from './find-invitations.ts';
import { findToTell, type ToTell } from './find-to-tell.ts';
import { mailQuietHours } from './mail-rules.ts';
import { attendeesNow, keepNames } from './renew-attendees.ts';

/** What mails that tell of a briefing that is not held are about. */
export const CANCELLATION_MAIL = 'governance.cancellation';

/**
 * Takes back the invitations that wait and tells whoever another may have reached that the briefing is not held [GV111]: by mail after
 * the quiet hours where an address is known and they hold the office still, otherwise in person. Once its day is over nobody is told.
 *
 * @returns how many are told
 */
export async function tellInvited(
  context: HandlerContext,
  briefing: BriefingRow,
  { reason, hasMail }: { readonly reason: string; readonly hasMail: boolean },
): Promise<number> {
  const { tx, newId } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  // First, so that a mail is either taken back or counts as one that went.
  await withdrawInvitations(context, within);
  const listed = await attendeesNow(context, briefing);
  const toTell = await findToTell(context, briefing, await findLetters(context, briefing, listed));
  // The list stays as it stands on this day: who was invited before is told by name.
  await keepNames(
    context,
    briefing,
    listed.map(({ id }) => id),
  );
  const addressed = hasMail ? toTell.filter(hasAddress) : [];
  const mailIds = await queueMails(context, await mailsTo(context, addressed, { briefing, reason }));
  const mailOf = new Map(addressed.map((one, i) => [one as ToTell, mailIds[i] ?? null]));
  await insertCancellations(
    tx,
    within,
    toTell.map((one) => {
      const { attendee, toName } = one;
      return { id: newId(), attendeeId: attendee.id, toName, mailId: mailOf.get(one) ?? null };
    }),
  );
  return toTell.length + (await tellAgain(context, briefing, { reason, hasMail, toTell }));
}

/**
 * Tells whoever an earlier briefing of the session had invited, whose mail was taken back as this one was prepared [GV223], and whom no
 * letter of this one has reached. @returns how many
 */
async function tellAgain(
  context: HandlerContext,
  briefing: BriefingRow,
  {
    reason,
    hasMail,
    toTell,
  }: { readonly reason: string; readonly hasMail: boolean; readonly toTell: readonly ToTell[] },
): Promise<number> {
  const { tx, clock } = context;
  if (briefing.heldOn < clock.today()) return 0;
  const left = (await findCalledOff(context, briefing)).filter(
    (one) => one.takenBack !== null && !toTell.some(({ attendee }) => calledOffOf([one], attendee)),
  );
  const addressed = left.flatMap((one) => {
    const { fullName, isOffice: isVacant, places, takenBack, letter } = one;
    const capacity = places.map((place) => place.capacity).join(', ');
    const attendee = { seat: places[0]?.seat ?? null, fullName, isVacant, capacity };
    return takenBack === null ? [] : [{ attendee, address: takenBack.address, invitation: letter }];
  });
  const mailIds = hasMail
    ? await queueMails(context, await mailsTo(context, addressed, { briefing, reason }))
    : [];
  for (const [i, { briefingId, attendeeId, fullName: toName }] of left.entries()) {
    const mailId = mailIds[i] ?? null;
    await writeTellingMail(tx, { communeId: briefing.communeId, briefingId, attendeeId, toName, mailId });
    await touchBriefing(tx, briefing.communeId, briefingId);
  }
  return left.length;
}

/** Somebody who is told by mail, with the invitation that may have reached them. */
type Addressed = {
  readonly attendee: Pick<AttendeeRow, 'seat' | 'fullName' | 'isVacant' | 'capacity'>;
  readonly address: string;
  readonly invitation: Appointment;
};

const hasAddress = (one: ToTell): one is ToTell & { readonly address: string } => one.address !== null;

/** What each person is written, about the day, hour and place to which they were invited. */
async function mailsTo(
  { tx, clock }: HandlerContext,
  addressed: readonly Addressed[],
  { briefing, reason }: { readonly briefing: BriefingRow; readonly reason: string },
): Promise<NewMail[]> {
  const { communeId, heldOn: asOf, pointName } = briefing;
  const communeName = (await areaNames(tx, [communeId], asOf)).get(communeId) ?? '';
  const dueAt = afterQuietHours(clock.now(), await mailQuietHours(tx, clock.today()));
  return addressed.map(({ attendee, address, invitation }) => {
    const { heldOn, hour, hourOf, place } = invitation;
    const content = { communeName, pointName, reason, heldOn, hour, hourOf, place };
    return {
      ...{ communeId, kind: CANCELLATION_MAIL, dueAt },
      toSeat: attendee.seat,
      toName: attendee.fullName,
      toAddress: address,
      subject: cancellationSubject(content),
      text: cancellationText(content, attendee),
    };
  });
}

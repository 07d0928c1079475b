import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { afterQuietHours } from '../../platform/mail/quiet-hours.ts';
import { areaNames } from '../registry/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { insertCancellation } from './db/cancellations.ts';
import { type CancellationContent, cancellationSubject, cancellationText } from './domain/cancellation.ts';
import { findInvited, findToTell, withdrawInvitations } from './find-invitations.ts';
import { mailQuietHours } from './mail-rules.ts';

/** What mails that tell of a briefing that is not held are about. */
const CANCELLATION_MAIL = 'governance.cancellation';

/**
 * Takes back the invitations that wait and tells whoever another may have reached that the briefing is not held [GV111]: by mail after
 * the quiet hours where an address is known, otherwise in person.
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
  const names = await areaNames(tx, [within.communeId], briefing.heldOn);
  const occasion = {
    communeName: names.get(within.communeId) ?? '',
    pointName: briefing.pointName,
    reason,
  };
  const toTell = await findToTell(context, within, await findInvited(context, briefing));
  for (const { attendee, address, invitation } of toTell) {
    const { heldOn, hour, place } = invitation;
    const content = { ...occasion, heldOn, hour, place };
    const { communeId } = within;
    const mailId =
      !hasMail || address === null ? null : await write(context, content, { communeId, attendee, address });
    await insertCancellation(tx, within, { id: newId(), attendeeId: attendee.id, mailId });
  }
  return toTell.length;
}

/** Queues the mail that tells one person. @returns its id */
async function write(
  context: HandlerContext,
  content: CancellationContent,
  {
    communeId,
    attendee,
    address,
  }: { readonly communeId: Id; readonly attendee: AttendeeRow; readonly address: string },
): Promise<Id> {
  const { tx, clock } = context;
  return queueMail(context, {
    communeId,
    kind: CANCELLATION_MAIL,
    toName: attendee.fullName,
    toAddress: address,
    subject: cancellationSubject(content),
    text: cancellationText(content, attendee),
    dueAt: afterQuietHours(clock.now(), await mailQuietHours(tx, clock.today())),
  });
}

import type { Id } from '../../kernel/ids.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { mailStandings } from '../../platform/mail/queue-mail.ts';
import { selectAttendee } from './db/attendees.ts';
import { selectTakenOff } from './db/attendees-taken-off.ts';
import type { BriefingRow } from './db/briefings.ts';
import { findReached } from './find-invitations.ts';

/**
 * Whom invitations under a row of the list may have reached, by name [GV174]: also whoever held the office before. Nobody once the meeting
 * has begun. A mail has the name it was made out to; a paper is taken as made out to whose name the row has kept.
 */
export async function namesReached(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeId: Id,
): Promise<string[]> {
  if (briefing.state !== 'preparing') return [];
  const { tx } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const reached = (await findReached(context, briefing)).filter((one) => one.attendeeId === attendeeId);
  const mailIds = reached.flatMap(({ mailId }) => mailId ?? []);
  const mails = await mailStandings(tx, briefing.communeId, mailIds);
  const listed =
    (await selectAttendee(tx, within, attendeeId)) ??
    (await selectTakenOff(tx, within)).find(({ id }) => id === attendeeId);
  const names = reached.flatMap(({ mailId }) =>
    mailId === null ? (listed?.fullName ?? []) : (mails.get(mailId)?.toName ?? []),
  );
  return names.filter((name, i) => names.findIndex((other) => isSameName(other, name)) === i);
}

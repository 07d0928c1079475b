import type { Id } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { systemCaller } from '../../../platform/caller.ts';
import { type Platform, runCommand } from '../../../platform/command.ts';
import { NO_SCOPE, type Scope } from '../../../platform/db/scope.ts';
import type { ClaimedMail, MailContent } from '../../../platform/mail/mail.ts';
import { officeServing } from '../../registry/index.ts';
import { type InvitationRow, selectInvitationsOfMail, writeAsked } from '../db/invitations.ts';
import { type Addressee, type Asking, invitedOf } from '../domain/addressees.ts';
import { appointmentOf, isOutdated, isTooLateToInvite } from '../domain/invitation.ts';
import { invitationText } from '../domain/invitation-text.ts';
import { isStillTo } from '../domain/letters.ts';
import { PAPER_FORMATS } from '../domain/papers/paper-kinds.ts';
import { askingNow } from '../domain/things-to-bring.ts';
import { placesReached } from '../find-asking.ts';
import { findInvitationContent } from '../find-invitation-content.ts';
import { gatherPapers, type PaperSources } from './gather-papers.ts';
import { paperFileName, renderPapers } from './render-papers.ts';
import { askingOf, writeInvitationOf } from './write-papers.ts';

/**
 * What the mail of an invitation says when it goes, and with it the official invitation of the person [GV71], as PDF, by the templates of
 * the office that serves the commune: both from one reading, so that they say the same whatever was written since it was queued [GV73]; what
 * it asks to bring is kept with the invitation [GV148].
 * `withdrawn`: what it says is no longer so, since the meeting has begun, is over, was cancelled or moved, or the person was taken
 * off the list or is to chair by now, while the mail was in hand or put off [GV41] [GV111] [GV271].
 *
 * @throws Error when the mail is nobody's invitation: the sender tries again, and shows that no file could be made
 */
export async function attachInvitation(
  platform: Platform,
  { communeId, id: mailId }: Pick<ClaimedMail, 'communeId' | 'id'>,
): Promise<MailContent | 'withdrawn'> {
  const scope = await scopeOfCommune(platform, communeId);
  const command = {
    name: 'governance.attachInvitation',
    caller: systemCaller(scope),
    audit: 'whatIsNoted' as const,
  };
  const written = await runCommand(platform, command, async (context) => {
    const invitations = await selectInvitationsOfMail(context.tx, communeId, mailId);
    const [invitation] = invitations;
    if (invitation === undefined) return null;
    const within = { communeId, briefingId: invitation.briefingId };
    const sources = await gatherPapers(context, within, { whole: false });
    if (isRefusal(sources)) return sources.refused === 'noPapersOfCancelled' ? 'withdrawn' : null;
    const { briefing, attendees: listed } = sources;
    const isStanding =
      !isTooLateToInvite(briefing, context.clock.today()) && !isOutdated(invitation, appointmentOf(briefing));
    const reached = await placesReached(context, briefing, listed, mailId);
    const asking = askingOf({ ...sources, reached });
    const to = addresseeOf(sources, invitations, asking);
    if (!isStanding || to === undefined) return 'withdrawn';
    const paper = writeInvitationOf(sources, to);
    const content = await findInvitationContent(context, briefing, { listed, asking });
    const text = invitationText(content, to, sources.replaced.get(to.id) ?? null);
    await writeAsked(context.tx, { communeId, mailId, bring: askingNow(briefing.bring) });
    return { text, fileName: paperFileName(sources, { kind: 'invitation', format: 'pdf' }), paper };
  });
  if (written === 'withdrawn') return written;
  if (written === null || isRefusal(written)) throw new Error('a mail of an invitation invites nobody');
  const { text, fileName, paper } = written;
  const content = await renderPapers([paper], 'pdf');
  return { text, attachments: [{ fileName, mediaType: PAPER_FORMATS.pdf.mediaType, content }] };
}

/**
 * To whom a letter goes, under the offices that they hold as it goes [GV221]; undefined where none of its places is on the list, or they are to
 * chair by now [GV271].
 */
function addresseeOf(
  { attendees, persons }: Pick<PaperSources, 'attendees' | 'persons'>,
  invitations: readonly InvitationRow[],
  asking: Asking,
): Addressee<PaperSources['attendees'][number]> | undefined {
  const isAt = ({ attendeeId }: InvitationRow, { id }: { readonly id: Id }) => attendeeId === id;
  const place =
    attendees.find((one) => invitations.some((made) => isStillTo(made, one))) ??
    attendees.find((one) => invitations.some((made) => isAt(made, one)));
  return invitedOf(attendees, persons, asking).find(({ places }) => places.some((one) => one === place));
}

/** The commune with the office that serves it, whose templates make its papers. */
async function scopeOfCommune(
  { database, clock }: Platform,
  communeId: ClaimedMail['communeId'],
): Promise<Scope> {
  const scope = { ...NO_SCOPE, communeIds: [communeId], system: true };
  const office = await database.read(scope, (tx) => officeServing(tx, { communeId, on: clock.today() }));
  return { ...scope, officeIds: office === undefined ? [] : [office.officeId] };
}

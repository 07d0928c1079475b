import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { mailPause } from '../../platform/mail/mail-limits.ts';
import { leaderPhones } from '../groups/index.ts';
import { bringOfTemplate } from './bring-to-begin-with.ts';
import type { listInvitations as operation } from './contract.ts';
import type { AttendeeRow } from './db/attendees.ts';
import { selectBriefing } from './db/briefings.ts';
import type { Within } from './db/within.ts';
import { type Addressee, type Asking, whoAsks } from './domain/addressees.ts';
import { isThere } from './domain/attendance.ts';
import type { BringWriter } from './domain/bring-origin.ts';
import { isLeftToTell } from './domain/cancellation.ts';
import { isTooLateToInvite } from './domain/invitation.ts';
import { type InvitationContent, invitationSubject, invitationText } from './domain/invitation-text.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import { parseSeat } from './domain/seat.ts';
import { findAsking } from './find-asking.ts';
import { type Cancellation, findCancellations } from './find-cancellations.ts';
import { findInvitationContent } from './find-invitation-content.ts';
import { findLetters, type Invited, problemText, type Standing } from './find-invitations.ts';
import { findToTell, type ToTell } from './find-to-tell.ts';
import { mailLimits, mailQuietHours } from './mail-rules.ts';
import { attendeesNow } from './renew-attendees.ts';

type Recipient = OutputOf<typeof operation>['recipients'][number];
type Shown = NonNullable<Recipient['invitation']>;

/** Whom a briefing invites and how each invitation stands [GV41]; `hasMail`: a mail server is set. */
export const listInvitations =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ communeId, briefingId }, context) => {
    const { tx, clock } = context;
    const briefing = await selectBriefing(tx, communeId, briefingId);
    if (!briefing) return refuse('notFound');
    const listed = await attendeesNow(context, briefing);
    const asking = await findAsking(context, briefing, listed);
    const content = await findInvitationContent(context, briefing, { listed, asking });
    const chair = whoAsks(listed, asking);
    const told = await findCancellations(context, { communeId, briefingId });
    const letters = await findLetters(context, briefing, listed);
    const hasLetter = ({ id }: AttendeeRow) =>
      asking.reached.has(id) || told.some(({ attendeeId }) => attendeeId === id);
    const invited = letters.filter(
      ({ attendee: { places } }) => !places.some((one) => one === chair) || places.some(hasLetter),
    );
    // Once it is said that the briefing is not held, those who are told stand with how they are [GV111].
    const toTell = briefing.state === 'cancelled' ? [] : await findToTell(context, briefing, letters);
    const phones = await phonesToCall(context, { communeId, invited, told });
    const canInvite = !isTooLateToInvite(briefing, clock.today());
    return {
      heldOn: briefing.heldOn,
      today: clock.today(),
      communeName: content.communeName,
      canInvite,
      state: briefing.state,
      hasMail,
      pausedUntil: hasMail ? await pausedUntil(context) : null,
      quietHours: await mailQuietHours(tx, clock.today()),
      subject: invitationSubject(content, null),
      bring: briefing.bring,
      bringWritten: bringWritten(briefing),
      bringOfTemplate: canInvite ? await bringOfTemplate(context, briefing) : null,
      chair: chair === undefined || hasLetter(chair) ? null : invitingChair(chair, asking),
      recipients: invited.map((one) => recipientOf(one, { content, toTell, told, phones })),
      former: formerOf(invited, { toTell, told }),
    };
  };

/** What every recipient is told from. */
type Known = {
  readonly content: InvitationContent;
  readonly toTell: readonly ToTell[];
  readonly told: readonly Cancellation[];
  readonly phones: ReadonlyMap<Id, string>;
};

/** Somebody invited, under every office that they hold [GV219]. */
function recipientOf(
  { attendee, address, unusedAddresses, invitation, notSent, replaced }: Invited,
  { content, toTell, told, phones }: Known,
): Recipient {
  const cancellation = told.find((one) => isOfPlace(one, one.attendeeId, attendee));
  const notes = attendee.places.flatMap(({ presence, note }) => (presence === 'present' ? (note ?? []) : []));
  return {
    attendeeId: cancellation?.attendeeId ?? attendee.id,
    part: attendee.part,
    fullName: attendee.fullName,
    isVacant: attendee.isVacant,
    capacity: attendee.capacity,
    note: notes.length === 0 ? null : notes.join('. '),
    leftOffice: attendee.leftOffice,
    address,
    unusedAddresses: [...unusedAddresses],
    text: invitationText(content, attendee, replaced),
    invitation: invitation && shown(invitation),
    notSentTo: notSent?.mail?.toName ?? null,
    wasVacant: notSent?.isToVacant ?? false,
    isToBeTold: toTell.some((one) => isOfPlace(one, one.attendee.id, attendee)),
    cancellation: cancellationShown(cancellation),
    phone: phones.get(attendee.id) ?? null,
  };
}

/** Who asks the others and so gets no letter, or stands for who does; while the meeting is prepared nobody where they will not be there [GV64]. */
function invitingChair(
  chair: ListedNow<AttendeeRow>,
  { isHeld }: Asking,
): OutputOf<typeof operation>['chair'] {
  const { fullName, isVacant, capacity, deputyName, leftOffice } = chair;
  if (deputyName !== null) return { fullName: deputyName, isVacant: false, capacity: `dự thay ${fullName}` };
  const isToAsk = isHeld || isVacant || isThere(chair);
  return leftOffice === null && isToAsk ? { fullName, isVacant, capacity } : null;
}

function bringWritten({
  bringWrittenByName: byName,
  bringWrittenAt: at,
}: BringWriter): OutputOf<typeof operation>['bringWritten'] {
  return byName === null || at === null ? null : { byName, at: at.toISOString() };
}

/** Whether somebody who is told is whoever stands in one of those places of the list. */
function isOfPlace(
  told: { readonly toName: string },
  attendeeId: Id,
  { places }: Pick<Addressee<AttendeeRow>, 'places'>,
): boolean {
  return places.some(({ id, fullName }) => attendeeId === id && told.toName === fullName);
}

/** Who held an office before and is to be told, or, once the briefing is cancelled, how that stands [GV159]. */
function formerOf(
  invited: readonly Invited[],
  { toTell, told }: { readonly toTell: readonly ToTell[]; readonly told: readonly Cancellation[] },
): OutputOf<typeof operation>['former'] {
  const named = [
    ...toTell.map(({ attendee, toName }) => ({ attendeeId: attendee.id, toName, told: undefined })),
    ...told.map((one) => ({ attendeeId: one.attendeeId, toName: one.toName, told: one })),
  ];
  const places = invited.flatMap(({ attendee }) => attendee.places);
  return named.flatMap(({ attendeeId, toName, told: how }) => {
    const attendee = places.find(({ id }) => id === attendeeId);
    if (attendee === undefined || attendee.fullName === toName) return [];
    const { capacity } = attendee;
    return [{ attendeeId, fullName: toName, capacity, cancellation: cancellationShown(how) }];
  });
}

/** How somebody is told that the briefing is not held [GV111]. */
function cancellationShown(told: Cancellation | undefined): Recipient['cancellation'] {
  if (told === undefined) return null;
  const { state, mail, toldAt, toldByName } = told;
  return {
    ...{ state, toldByName },
    sentAt: mail?.sentAt?.toISOString() ?? null,
    problem: state === 'withdrawn' ? null : problemText(mail),
    nextAt: state === 'waiting' ? (mail?.dueAt.toISOString() ?? null) : null,
    toldAt: toldAt?.toISOString() ?? null,
  };
}

/**
 * The phones of those who have still to be told in person, by attendee [GV116]: of group leaders, as the page of their group shows them
 * to the same offices. Numbers of other offices are known to administrators alone.
 */
async function phonesToCall(
  { tx }: HandlerContext,
  { communeId, invited, told }: Pick<Within, 'communeId'> & Found,
): Promise<ReadonlyMap<Id, string>> {
  const left = told.filter(({ state }) => isLeftToTell(state));
  const leaders = invited.flatMap(({ attendee }) => {
    if (!left.some((one) => isOfPlace(one, one.attendeeId, attendee))) return [];
    return attendee.places.flatMap(({ seat: key }) => {
      const seat = key === null ? undefined : parseSeat(key);
      return seat?.role === 'groupLeader' ? [{ attendee, groupCode: seat.code }] : [];
    });
  });
  if (leaders.length === 0) return new Map();
  const phones = await leaderPhones(tx, communeId);
  return new Map(
    leaders.flatMap(({ attendee, groupCode }) => {
      const leader = phones.get(groupCode ?? '');
      // Whoever leads the group since is not the one who was invited.
      const isSame = leader !== undefined && isSameName(leader.fullName, attendee.fullName);
      return isSame && leader.phone !== null ? [[attendee.id, leader.phone] as const] : [];
    }),
  );
}

type Found = { readonly invited: readonly Invited[]; readonly told: readonly Cancellation[] };

/** Until when mail pauses: it is about the server, so the scope is widened for this one question and set back. */
async function pausedUntil({ tx, caller, clock }: HandlerContext): Promise<string | null> {
  const { pauseAfterFailures } = await mailLimits(tx, clock.today());
  await setScope(tx, { ...caller.scope, system: true });
  const until = await mailPause(tx, { now: clock.now(), pauseAfterFailures });
  await setScope(tx, caller.scope);
  return until?.toISOString() ?? null;
}

function shown({
  state,
  madeByName,
  madeAt,
  mail,
  isOutdated,
  handedOn,
  handedByName,
  ...made
}: Standing): Shown {
  return {
    ...{ state, madeByName, isOutdated, handedOn, handedByName },
    asksOtherwise: made.asksOtherwise,
    madeAt: madeAt.toISOString(),
    sentAt: mail?.sentAt?.toISOString() ?? null,
    problem: problemText(mail),
    nextAt: state === 'waiting' ? (mail?.dueAt.toISOString() ?? null) : null,
    attempts: mail?.attempts ?? 0,
  };
}

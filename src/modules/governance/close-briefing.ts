import type { OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import { lockAuditHead } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { carryDifficulties } from './carry-difficulties.ts';
import { refuseCancelled, refuseClosed } from './change-briefing.ts';
import { conclusionsToDirectives } from './conclusions-to-directives.ts';
import type { closeBriefing as operation } from './contract.ts';
import { selectAttendees } from './db/attendees.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { lockStandingBriefings } from './db/cancellations.ts';
import { selectConclusions, selectConflicts } from './db/conclusions.ts';
import { selectGivenDifficulties } from './db/given-difficulties.ts';
import { fixMinutes, takeMinutesNumber } from './db/minutes.ts';
import { selectPointConflicts } from './db/talking-points.ts';
import type { Within } from './db/within.ts';
import { difficultiesToDirectives, judgeGivenDifficulties } from './difficulties-to-directives.ts';
import { missingOf } from './domain/conclusion.ts';
import type { Minutes } from './domain/minutes.ts';
import { mayBeSecretary } from './domain/secretary.ts';
import { refuseSince } from './former-holders.ts';
import { issuerOfMeeting } from './given-at-closing.ts';
import { hashOfMinutes } from './minutes-hash.ts';
import { writeMinutes } from './write-minutes.ts';

/**
 * Closes a meeting: its minutes get the next number of the commune's year, a hash and the head of the audit
 * chain, and are never changed again [GV9], [GV10]; each conclusion becomes a directive with its task [GV31],
 * so does each difficulty that was given to somebody [GV124]; what nobody has answered goes to the next
 * meeting [GV120]. Of two who close at once the second is told that it is closed; who pressed twice gets the
 * number once more [GV93].
 */
export const closeBriefing: Handler<typeof operation> = async (
  { communeId, briefingId, withoutConclusions, secretaryId },
  context,
) => {
  const { tx, caller, clock, note } = context;
  const within = { communeId, briefingId };
  // What it leaves unanswered goes to another that stands: all are locked in one order, as by whoever cancels one.
  await lockStandingBriefings(tx, communeId);
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  if (briefing.state === 'closed') return closedBefore(briefing, context);
  if (briefing.state === 'cancelled') return refuseCancelled(briefing);
  if (briefing.state === 'preparing')
    return refuse('briefingNotOpen', { heldOn: formatDate(briefing.heldOn) });
  const refused =
    (await judgePoints(context, within)) ??
    (await judgeConclusions(context, briefing, withoutConclusions)) ??
    (await judgeGivenDifficulties(context, briefing)) ??
    (await judgeOwners(context, briefing));
  if (refused) return refused;
  const at = clock.now();
  const written = await writeMinutes(context, briefing, at);
  if (isRefusal(written)) return written;
  const secretary = await secretaryOf(context, within, { chairedBy: written.chairedBy, secretaryId });
  if (isRefusal(secretary)) return secretary;
  const content = { ...written, ...secretary };
  const head = await lockAuditHead(tx, communeId);
  const year = Number(briefing.metOn.slice(0, 4));
  const number = await takeMinutesNumber(tx, communeId, year);
  const hash = hashOfMinutes({ number, year, content });
  const audit = { auditSequence: head.sequence, auditHash: head.hash };
  await fixMinutes(tx, { ...within, ...audit, year, number, content, hash, by: caller.userId, at });
  const issuer = await issuerOfMeeting(context, content.chairedBy);
  await conclusionsToDirectives(context, briefing, { issuer, figuresOn: content.figures.dataDate });
  await difficultiesToDirectives(context, briefing, issuer);
  const carried = await carryDifficulties(context, briefing);
  await touchBriefing(tx, communeId, briefingId);
  const minutes = { minutesNumber: number, minutesYear: year, minutesHash: hash };
  note({ communeId, subject: { briefing: briefingId, ...minutes, difficultiesCarried: carried } });
  return minutes;
};

/** Who wrote the minutes [GV137]: who was chosen; where nothing was, whoever closes where they may be; nobody is named otherwise. */
async function secretaryOf(
  context: HandlerContext,
  within: Within,
  {
    chairedBy,
    secretaryId,
  }: { readonly chairedBy: string | null; readonly secretaryId: Id | null | undefined },
): Promise<Outcome<Pick<Minutes, 'recordedBy'>, 'secretaryNotThere'>> {
  if (secretaryId === null) return {};
  const able = mayBeSecretary(await selectAttendees(context.tx, within), chairedBy);
  const caller = await callerName(context);
  const found = able.find(({ attendee, name }) =>
    secretaryId === undefined ? isSameName(name, caller) : attendee.id === secretaryId,
  );
  if (found) return { recordedBy: found.name };
  return secretaryId === undefined ? {} : refuse('secretaryNotThere');
}

/** The minutes as they were fixed for whoever closed it; others are told that it is closed. */
function closedBefore(
  briefing: BriefingRow,
  { caller, note }: HandlerContext,
): OutputOf<typeof operation> | Refusal<'briefingClosed'> {
  const { id, communeId, closedBy, minutesNumber, minutesYear, minutesHash } = briefing;
  if (closedBy !== caller.userId || minutesNumber === null || minutesYear === null || minutesHash === null)
    return refuseClosed(briefing);
  note({ communeId, subject: { briefing: id, minutesNumber, minutesYear, minutesHash } });
  return { minutesNumber, minutesYear, minutesHash };
}

/** A point in two versions would go into the minutes with one of them unread [GV80]. */
async function judgePoints(
  { tx }: HandlerContext,
  within: Within,
): Promise<Refusal<'pointInConflict'> | null> {
  const conflicts = await selectPointConflicts(tx, within);
  const keys = new Set(conflicts.map(({ key }) => key));
  return keys.size === 0 ? null : refuse('pointInConflict', { points: keys.size });
}

/**
 * What stands between a meeting and its minutes [GV9]: lines in two versions, lines without owner or day, lines due before people met, as
 * those written while an earlier day was planned; no line at all.
 */
async function judgeConclusions(
  { tx }: HandlerContext,
  { communeId, id: briefingId, metOn }: BriefingRow,
  withoutConclusions: boolean,
): Promise<Refusal<ConclusionProblem> | null> {
  const conclusions = await selectConclusions(tx, communeId, briefingId);
  const conflicts = await selectConflicts(tx, communeId, briefingId);
  if (conclusions.length === 0) return withoutConclusions ? null : refuse('noConclusion');
  const numbered = conclusions.map((line, i) => ({ ...line, number: i + 1 }));
  const linesWhere = (is: (line: (typeof numbered)[number]) => boolean) =>
    numbered
      .filter(is)
      .map(({ number }) => number)
      .join(', ');
  const inConflict = linesWhere(({ id }) => conflicts.some(({ conclusionId }) => conclusionId === id));
  if (inConflict !== '') return refuse('conclusionInConflict', { lines: inConflict });
  const incomplete = linesWhere((line) => missingOf(line).length > 0);
  if (incomplete !== '') return refuse('conclusionIncomplete', { lines: incomplete });
  const passed = linesWhere(({ dueOn }) => dueOn !== null && dueOn < metOn);
  return passed === '' ? null : refuse('conclusionDuePassed', { lines: passed, metOn: formatDate(metOn) });
}

/** What was given before the day was told to who holds the office only since [GV260]: minutes would name another than the page. */
async function judgeOwners(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<Refusal<'ownerSince'> | null> {
  const { communeId, id: briefingId } = briefing;
  const conclusions = await selectConclusions(context.tx, communeId, briefingId);
  const difficulties = await selectGivenDifficulties(context.tx, { communeId, briefingId });
  return refuseSince(context, briefing, [
    ...conclusions.map(({ ownerSeat: seat, ownerName: name }) => ({ seat, name })),
    ...difficulties.map(({ givenSeat: seat, givenName: name }) => ({ seat, name })),
  ]);
}

type ConclusionProblem =
  | 'noConclusion'
  | 'conclusionIncomplete'
  | 'conclusionInConflict'
  | 'conclusionDuePassed';

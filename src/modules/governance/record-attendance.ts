import type { InputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { recordAttendance as operation } from './contract.ts';
import { type AttendeeRow, selectAttendee, type ToldPresence, updatePresence } from './db/attendees.ts';
import { bringBackAttendee, selectTakenOffById } from './db/attendees-taken-off.ts';
import type { BriefingRow } from './db/briefings.ts';
import { PRESENCES } from './domain/attendance.ts';
import { placeSince } from './domain/places.ts';
import { judgeTold } from './domain/told-at-once.ts';
import { judgeShown } from './judge-shown.ts';
import { judgePlaceOf, passPlace } from './place-of-holder.ts';
import { keepNames, placesNow } from './renew-attendees.ts';
import { seatsOfPlaces } from './seats-of-list.ts';
import { settleParts } from './settle-parts.ts';

/**
 * Says how somebody is there, or why not [GV3]; a deputy has a name. Refused where another has said something else since what the
 * person saw [GV90], or the row is another's now [GV173]; said of somebody who was taken off the list meanwhile, it brings them back [GV119].
 * Said with whose the row is from now on, that is so with it [GV177].
 */
export const recordAttendance: Handler<typeof operation> = async (input, context) => {
  const { attendeeId, placeOf, presence, note, communeId, briefingId, baseVersion } = input;
  const deputyName = presence === 'deputy' ? input.deputyName : null;
  if (presence === 'deputy' && deputyName === null) return refuse('deputyNameMissing');
  const within = { communeId, briefingId };
  const told = { presence, deputyName, note };
  const sentBefore = async (briefing: BriefingRow) => {
    const standing = await rowOf(context, briefing, attendeeId);
    if (!standing || !isSaidAlready(standing, told) || isMoved(standing, placeOf)) return undefined;
    if (judgeMeant(standing, input)) return undefined;
    return { answer: {}, subject: { attendee: standing.id, presence, outcome: 'unchanged' } };
  };
  const record = async (briefing: BriefingRow) => {
    const standing = await standingOf(context, briefing, attendeeId);
    if (!standing) return refuse('notFound');
    const refused = judgeMeant(standing, input);
    if (refused) return refused;
    const goes = isMoved(standing, placeOf)
      ? await judgePlaceOf(context, briefing, { standing, placeOf })
      : undefined;
    if (isRefusal(goes)) return goes;
    const outcome =
      goes === undefined && isFirstToSay(standing, told)
        ? 'applied'
        : judgeTold({
            ...standing,
            baseVersion: standing.id === attendeeId ? baseVersion : unsaidVersion(standing),
            isSame: goes === undefined && isSaidAlready(standing, told),
          });
    if (outcome === 'stale') return refuseTold(standing);
    const { id } = standing;
    if (goes !== undefined) await passPlace(context, briefing, { attendeeId: id, goes });
    if (outcome === 'applied')
      await updatePresence(context.tx, within, { ...told, id, byName: await callerName(context) });
    await settleParts(context, within);
    const passed: { readonly placeTo?: string } = goes === undefined ? {} : { placeTo: goes.to };
    return { answer: {}, subject: { attendee: id, presence, outcome, ...passed } };
  };
  return changeBriefing(context, within, record, sentBefore);
};

/** Whether a row is to be another's than whom it names [GV177]. */
function isMoved({ fullName }: AttendeeRow, placeOf: string | undefined): placeOf is string {
  return placeOf !== undefined && !isSameName(placeOf, fullName);
}

/** As {@link judgeShown}; a row that is already of whom it is said to be from now on is meant too, whoever the person saw there [GV179]. */
function judgeMeant(standing: AttendeeRow, { fullName: shownName, placeOf }: InputOf<typeof operation>) {
  return placeOf !== undefined && isSameName(placeOf, standing.fullName)
    ? null
    : judgeShown(standing, shownName);
}

/** Whoever saw a row that was taken off saw nothing of what was said in the one that its person was added in since. */
function unsaidVersion({ version, toldByName }: AttendeeRow): number {
  return toldByName === null ? version : 0;
}

/**
 * Of whom something is said: whoever holds the office today [GV143], on the list again where they were taken off it meanwhile [GV119] and
 * neither were added anew nor have left it to another.
 */
async function standingOf(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeId: Id,
): Promise<AttendeeRow | undefined> {
  const { tx } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const listed = await rowOf(context, briefing, attendeeId);
  if (!listed && !(await bringBackAttendee(tx, within, attendeeId))) return undefined;
  const rowId = listed?.id ?? attendeeId;
  await keepNames(context, briefing, [rowId]);
  return selectAttendee(tx, within, rowId);
}

/**
 * The row of a list that is meant: of somebody who was taken off it the one that they, or who came for them, have now [GV211] [GV230].
 */
async function rowOf(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeId: Id,
): Promise<AttendeeRow | undefined> {
  const { tx } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const standing = await selectAttendee(tx, within, attendeeId);
  if (standing) return standing;
  const off = await selectTakenOffById(tx, within, attendeeId);
  if (!off) return undefined;
  const listed = await placesNow(context, briefing);
  return placeSince(off, { listed, seats: await seatsOfPlaces(context, briefing, [off]) });
}

/** Whether somebody has said the same. */
function isSaidAlready(standing: AttendeeRow, told: ToldPresence): boolean {
  return standing.toldByName !== null && standsSo(standing, told);
}

/** Whether what stands so while nobody said anything is said now: it takes nobody's word away, whatever the person saw [GV143]. */
function isFirstToSay(standing: AttendeeRow, told: ToldPresence): boolean {
  return standing.toldByName === null && standsSo(standing, told);
}

function standsSo(standing: AttendeeRow, told: ToldPresence): boolean {
  return (
    standing.presence === told.presence &&
    standing.deputyName === told.deputyName &&
    standing.note === told.note
  );
}

function refuseTold({ fullName, presence, deputyName, toldByName }: AttendeeRow) {
  const deputy = deputyName === null ? '' : ` ${deputyName}`;
  return refuse('attendanceChanged', {
    by: toldByName ?? 'Người khác',
    name: fullName,
    presence: `${PRESENCES[presence]}${deputy}`,
  });
}

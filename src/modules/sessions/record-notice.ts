import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { calendarChanged } from './calendar-changed.ts';
import { calendarTurn } from './calendar-turn.ts';
import type { recordNotice as operation } from './contract.ts';
import { insertNotice, readNotices, readPoints } from './db/points.ts';
import { daysToMoveTo, sessionsBetween } from './domain/calendar.ts';

/** Records the notice that moves a session or leaves it out [SE4]. */
export const recordNotice: Handler<typeof operation> = async (
  input,
  { tx, caller, clock, newId, note, emit },
) => {
  const { communeId, pointId, regularOn, startsAt, endsAt } = input;
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('hoursReversed');
  await takeTurn(tx, calendarTurn(communeId));
  const points = await readPoints(tx, communeId);
  const point = points.find((candidate) => candidate.id === pointId);
  if (!point) return refuse('notFound');
  const { pointCode, name } = point;
  const regular = sessionsBetween(points, [], { from: regularOn, to: regularOn });
  if (!regular.some((session) => session.point.pointCode === pointCode))
    return refuse('noSessionThatDay', { point: name, regularOn: formatDate(regularOn) });
  if (input.heldOn) {
    const { from, to } = daysToMoveTo(regularOn);
    if (input.heldOn < from || to < input.heldOn)
      return refuse('heldOnTooFar', {
        regularOn: formatDate(regularOn),
        from: formatDate(from),
        to: formatDate(to),
      });
  }
  const standing = await readNotices(tx, communeId);
  if (standing.some((notice) => notice.pointCode === pointCode && notice.regularOn === regularOn))
    return refuse('noticeExists', { regularOn: formatDate(regularOn) });
  const id = newId();
  await insertNotice(tx, { ...input, id, recordedBy: caller.userId, recordedAt: clock.now() });
  emit(calendarChanged(communeId));
  note({ communeId, subject: { point: pointCode, notice: id, regularOn, heldOn: input.heldOn } });
  return { id };
};

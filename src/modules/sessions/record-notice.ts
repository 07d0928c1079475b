import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { recordNotice as operation } from './contract.ts';
import { insertNotice, readNotices, readPoints } from './db/points.ts';
import { regularSessionDay } from './domain/calendar.ts';

/** Records the notice that moves a session or leaves it out [SE4]. */
export const recordNotice: Handler<typeof operation> = async (input, { tx, caller, clock, newId, note }) => {
  const { communeId, pointId, regularOn, startsAt, endsAt } = input;
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('hoursReversed');
  const point = (await readPoints(tx, communeId)).find((candidate) => candidate.id === pointId);
  if (!point) return refuse('notFound');
  const isOutside = regularOn < point.validFrom || (point.validTo !== null && regularOn > point.validTo);
  if (isOutside || regularSessionDay(point.fixedDay, regularOn) !== regularOn)
    return refuse('noSessionThatDay', { point: point.name, regularOn });
  const standing = await readNotices(tx, communeId);
  if (standing.some((notice) => notice.pointId === pointId && notice.regularOn === regularOn))
    return refuse('noticeExists', { regularOn });
  const id = newId();
  await insertNotice(tx, { ...input, id, recordedBy: caller.userId, recordedAt: clock.now() });
  note({ communeId, subject: { point: point.pointCode, notice: id, regularOn, heldOn: input.heldOn } });
  return { id };
};

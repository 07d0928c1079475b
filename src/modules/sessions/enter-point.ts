import { addDays } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { enterPoint as operation } from './contract.ts';
import { endPoint, insertPoint, readPoints } from './db/points.ts';

/** Enters a point, or its change from a day on; the row before ends the day before [SE6]. */
export const enterPoint: Handler<typeof operation> = async (input, { tx, newId, note }) => {
  const { communeId, pointCode, startsAt, endsAt, validFrom } = input;
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('hoursReversed');
  const newest = (await readPoints(tx, communeId)).find((point) => point.pointCode === pointCode);
  if (newest && validFrom <= newest.validFrom)
    return refuse('pointRowNotLater', { point: newest.name, previous: newest.validFrom });
  if (newest && (newest.validTo === null || newest.validTo >= validFrom))
    await endPoint(tx, { communeId, pointId: newest.id, validTo: addDays(validFrom, -1) });
  const id = newId();
  await insertPoint(tx, communeId, { ...input, id, validTo: null, source: 'entered' });
  note({ communeId, subject: { point: pointCode, row: id, validFrom } });
  return { id };
};

import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { addDays } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { enterPoint as operation } from './contract.ts';
import { endPoint, insertPoint, readPoints } from './db/points.ts';

/** Enters a point, or its change from a day on; the row before ends the day before [SE6]. */
export async function enterPoint(
  input: InputOf<typeof operation>,
  { tx, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
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
}

import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { addDays, formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { calendarChanged } from './calendar-changed.ts';
import { calendarTurn } from './calendar-turn.ts';
import type { enterPoint as operation } from './contract.ts';
import { readVillages } from './db/places.ts';
import { insertPoint, readPoints, setPointEnd } from './db/points.ts';

/** Enters a point, or its change from a day on; the row before ends the day before [SE6]. */
export async function enterPoint(
  input: InputOf<typeof operation>,
  { tx, newId, note, emit }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { communeId, pointCode, startsAt, endsAt, validFrom } = input;
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('hoursReversed');
  await takeTurn(tx, calendarTurn(communeId));
  const newest = (await readPoints(tx, communeId)).find((point) => point.pointCode === pointCode);
  const unknown = await unknownVillages(tx, input, newest?.villageCodes ?? []);
  if (unknown.length > 0) return refuse('villageUnknown', { villages: unknown.join(', ') });
  if (newest && validFrom <= newest.validFrom)
    return refuse('pointRowNotLater', { point: newest.name, previous: formatDate(newest.validFrom) });
  if (newest && (newest.validTo === null || newest.validTo >= validFrom))
    await setPointEnd(tx, { communeId, pointId: newest.id, validTo: addDays(validFrom, -1) });
  const id = newId();
  await insertPoint(tx, communeId, { ...input, id, validTo: null, source: 'entered' });
  emit(calendarChanged(communeId));
  note({ communeId, subject: { point: pointCode, row: id, validFrom } });
  return { id };
}

/**
 * A village of another commune may use a point too; one that is not in the register cannot, unless the bank's files gave
 * it to the point already.
 */
async function unknownVillages(
  tx: Tx,
  { communeId, villageCodes }: InputOf<typeof operation>,
  given: readonly string[],
): Promise<string[]> {
  if (villageCodes.length === 0) return [];
  const known = new Set((await readVillages(tx, { communeId, codes: villageCodes })).map(({ code }) => code));
  return villageCodes.filter((code) => !known.has(code) && !given.includes(code));
}

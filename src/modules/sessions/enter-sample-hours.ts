import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { readPoints } from './db/points.ts';
import { enterPoint } from './enter-point.ts';

/** Hours and place of a point, by its code: what people enter because the files do not carry it. */
export type SampleHours = Readonly<Record<string, { startsAt: string; endsAt: string; place: string }>>;

/** Enters hours and places of a commune's points from a day on; a point that people have entered stays as it is. */
export async function enterSampleHours(
  { communeId, hours, validFrom }: { communeId: Id; hours: SampleHours; validFrom: BusinessDate },
  context: HandlerContext,
): Promise<void> {
  for (const point of await readPoints(context.tx, communeId)) {
    const known = hours[point.pointCode];
    if (!known || point.source === 'entered' || point.validTo !== null) continue;
    const { pointCode, name, fixedDay, villageCodes } = point;
    const entered = {
      communeId,
      pointCode,
      name,
      fixedDay,
      villageCodes: [...villageCodes],
      address: null,
      ...known,
      validFrom,
    };
    const outcome = await enterPoint(entered, context);
    if (isRefusal(outcome)) throw new Error(`sample hours of ${pointCode}: ${outcome.refused}`);
  }
}

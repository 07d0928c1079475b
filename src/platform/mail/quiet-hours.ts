import { hourInVietnam } from '../../kernel/moment.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** Hours of the day in Vietnam between which nothing is sent: 21 and 7. The same twice: there are none. */
export type QuietHours = { readonly fromHour: number; readonly untilHour: number };

/** When something due at a moment may be sent: then, or at the end of the quiet hours it falls in. */
export function afterQuietHours(due: Date, { fromHour, untilHour }: QuietHours): Date {
  const hour = hourInVietnam(due);
  const isOverNight = fromHour > untilHour;
  const isQuiet = isOverNight ? hour >= fromHour || hour < untilHour : hour >= fromHour && hour < untilHour;
  if (!isQuiet) return due;
  const hoursUntil = (untilHour - hour + DAY_HOURS) % DAY_HOURS;
  const startOfHour = Math.floor(due.getTime() / HOUR_MS) * HOUR_MS;
  return new Date(startOfHour + hoursUntil * HOUR_MS);
}

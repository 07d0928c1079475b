const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/**
 * The hour for which a meeting is planned by rule: so many minutes after the end of its session, `10:30` [GV114]. Null while the
 * calendar does not say when the session ends, or where the hour would fall on the next day.
 */
export function hourAfterSession(endsAt: string | null, afterMinutes: number): string | null {
  if (endsAt === null) return null;
  const [hours = 0, minutes = 0] = endsAt.split(':').map(Number);
  const begins = hours * HOUR_MINUTES + minutes + afterMinutes;
  if (begins >= DAY_MINUTES) return null;
  const digits = (count: number) => String(count).padStart(2, '0');
  return `${digits(Math.floor(begins / HOUR_MINUTES))}:${digits(begins % HOUR_MINUTES)}`;
}

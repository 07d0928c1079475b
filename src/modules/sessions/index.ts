/** The door of points and calendar. */

export type { SessionDay } from './domain/calendar.ts';
export { enterSampleHours, type SampleHours } from './enter-sample-hours.ts';
export { findPointCodes } from './find-point-codes.ts';
export { findSessions } from './find-sessions.ts';
export { onDataDatePublished, onDataDateUndone } from './on-data-date.ts';
export { type PublishedMonth, takeBankPoints } from './take-bank-points.ts';

/** The door of briefings. */
export { mailQuietHours } from './mail-quiet-hours.ts';
export { onCalendarChanged } from './on-calendar-changed.ts';

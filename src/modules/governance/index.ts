/** The door of briefings. */
export { onCalendarChanged } from './on-calendar-changed.ts';

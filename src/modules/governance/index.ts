/** The door of briefings, directives and tasks. */
export { onCalendarChanged } from './on-calendar-changed.ts';
export { remindOfTasks } from './remind-of-tasks.ts';

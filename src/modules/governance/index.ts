/** The door of briefings, directives and tasks. */

export { callingOffContent } from './calling-off-content.ts';
export { holdsSeat } from './holds-seat.ts';
export { mailLimits, mailQuietHours } from './mail-rules.ts';
export { mailTaskReminders } from './mail-task-reminders.ts';
export { onCalendarChanged } from './on-calendar-changed.ts';
export { attachInvitation } from './papers/attach-invitation.ts';
export { briefingsOfDay } from './papers/briefings-of-day.ts';
export { writeBriefingPack } from './papers/write-briefing-pack.ts';
export { GOVERNANCE_REFUSALS } from './refusals.ts';
export { onRemindersDue, remindOfTasks } from './remind-of-tasks.ts';
export { INVITATION_MAIL } from './send-invitations.ts';
export { CANCELLATION_MAIL } from './tell-invited.ts';
export { MINUTES_PROBLEMS, verifyMinutes, type WrongMinutes } from './verify-minutes.ts';

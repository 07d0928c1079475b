import type { FindSessions } from '../find-sessions.ts';

/** A calendar without a point: sessions are held on the fixed days of the files. */
export const noCalendar: FindSessions = async () => [];

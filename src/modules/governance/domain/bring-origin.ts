/**
 * Whose words stand in what to bring [GV196]: the template's, those that somebody wrote for a briefing before and this one began with, or
 * those that somebody wrote, or emptied, for this one.
 */
export type BringOrigin = 'template' | 'carried' | 'written';

/** What those who come bring along, as the invitation says, and whose words that is. */
export type Bring = { readonly bring: string | null; readonly bringOrigin: BringOrigin };

/** Who wrote what to bring last, and when; nobody where it is the template's or was carried on, nor before that was kept. */
export type BringWriter = {
  readonly bringWrittenByName: string | null;
  readonly bringWrittenAt: Date | null;
};

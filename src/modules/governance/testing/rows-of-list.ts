import type { OutputOf } from '../../../kernel/contract.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Caller } from '../../../platform/caller.ts';
import type { showBriefing } from '../contract.ts';
import type { Presence } from '../domain/attendance.ts';
import { gatherPapers } from '../papers/gather-papers.ts';
import { writePapers } from '../papers/write-papers.ts';
import { recordAttendance } from '../record-attendance.ts';
import { shown, type TestBriefing } from './given-briefing.ts';
import { question, type TestCommune, tryCommand } from './given-commune.ts';

/** A row of a list as its page shows it. */
export type Row = OutputOf<typeof showBriefing>['attendees'][number];

/** What is said of a row; presence, where it is left out, present. */
export type Said = {
  readonly placeOf?: string;
  readonly presence?: Presence;
  readonly deputyName?: string | null;
  readonly note?: string | null;
};

/** The one row of an office. @throws Error where the list has none, or several */
export async function rowOfSeat(commune: TestCommune, within: TestBriefing, seat: string): Promise<Row> {
  const { attendees } = await shown(commune, within);
  const [row, ...others] = attendees.filter((one) => one.seat === seat);
  if (!row || others.length > 0) throw new Error(`${seat} has ${others.length + (row ? 1 : 0)} rows`);
  return row;
}

/** Says something of a row as it was seen. */
export function saidOfRow(
  commune: TestCommune,
  within: TestBriefing,
  { row, said, by }: { readonly row: Row; readonly said: Said; readonly by: Caller },
) {
  const { attendeeId, fullName, version: baseVersion } = row;
  const told = { presence: 'present' as const, deputyName: null, note: null, ...said };
  return tryCommand(commune, by, (context) =>
    recordAttendance({ ...within, attendeeId, fullName, baseVersion, ...told }, context),
  );
}

/** All that the minutes of a meeting say, as they stand. */
export function minutesInWords(commune: TestCommune, within: TestBriefing): Promise<string> {
  return question(commune, commune.as('creditOfficer'), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return JSON.stringify(writePapers(sources, 'minutes', 'list'));
  });
}

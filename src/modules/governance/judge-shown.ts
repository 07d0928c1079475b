import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { AttendeeRow } from './db/attendees.ts';

/**
 * Checks that what is said of somebody on a list is said of whom the person saw there [GV173]; as the offices are held today the row may be
 * of another since.
 *
 * @param shownName undefined: said before screens told it, of whoever the row is
 */
export function judgeShown(
  { fullName }: Pick<AttendeeRow, 'fullName'>,
  shownName: string | undefined,
): Refusal<'attendeeIsAnother'> | null {
  if (shownName === undefined || isSameName(shownName, fullName)) return null;
  return refuse('attendeeIsAnother', { shown: shownName, name: fullName });
}

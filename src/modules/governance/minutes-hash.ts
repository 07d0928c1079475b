import { canonicalHash } from './canonical-hash.ts';
import type { ClosedMinutes } from './db/minutes.ts';

/** The hash that closing fixes with the minutes [GV10]: of their number, their year and their content. */
export function hashOfMinutes({
  number,
  year,
  content,
}: Pick<ClosedMinutes, 'number' | 'year' | 'content'>): string {
  return canonicalHash({ number, year, content });
}

/** Whether minutes are no longer those whose hash closing fixed: somebody has changed them in the database. */
export function isAltered(minutes: Pick<ClosedMinutes, 'number' | 'year' | 'content' | 'hash'>): boolean {
  return hashOfMinutes(minutes) !== minutes.hash;
}

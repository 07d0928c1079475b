import type { Caller } from '../../platform/caller.ts';
import type { DifficultyReader } from './db/difficulties.ts';

/** Whose difficulties a caller reads [GV7]. */
export function readerOf({ userId, scope }: Caller): DifficultyReader {
  const { villageCodes, groupCodes, associationCodes } = scope;
  return { userId, villageCodes, groupCodes, associationCodes };
}

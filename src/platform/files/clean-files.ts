import type { Id } from '../../kernel/ids.ts';
import { NO_SCOPE, setScope } from '../db/scope.ts';
import type { Cleaning } from '../housekeeping/housekeep.ts';
import { deleteLeftOver, knownNames } from './db/stored-files.ts';
import type { FilePlace, FileStore } from './file-store.ts';

/** A day's chore ends; what is left then goes the next day. */
const MOST_AT_ONCE = 1_000;

/**
 * Removes files that no record took, and bytes whose row was never written [FS6]. Rows go first and their bytes once that is committed:
 * a row never stands without its bytes, and bytes that a killed process leaves are found the next day.
 */
export function cleanLeftOverFiles(store: FileStore): Cleaning {
  return {
    name: 'platform.cleanLeftOverFiles',
    clean: async ({ tx }, before) => {
      const left = await deleteLeftOver(tx, before, MOST_AT_ONCE);
      const leftNames = new Set(left.map(({ storedAs }) => storedAs));
      let removed = left.length;
      for await (const places of byCommune(store.writtenBefore(before))) {
        const [{ communeId }] = places;
        await setScope(tx, { ...NO_SCOPE, communeIds: [communeId] });
        const known = await knownNames(
          tx,
          communeId,
          places.map(({ storedAs }) => storedAs),
        );
        for (const place of places.filter(
          ({ storedAs }) => !known.has(storedAs) && !leftNames.has(storedAs),
        )) {
          await store.remove(place);
          removed += 1;
        }
      }
      const afterCommit = async () => {
        for (const place of left) await store.remove(place);
      };
      return { removed, afterCommit };
    },
  };
}

type Places = [FilePlace, ...FilePlace[]];

/** Files one commune at a time, at most so many together. */
async function* byCommune(places: AsyncIterable<FilePlace>): AsyncGenerator<Places> {
  let together: FilePlace[] = [];
  let communeId: Id | undefined;
  for await (const place of places) {
    if (together.length > 0 && (place.communeId !== communeId || together.length >= MOST_AT_ONCE)) {
      yield together as Places;
      together = [];
    }
    communeId = place.communeId;
    together.push(place);
  }
  if (together.length > 0) yield together as Places;
}

/**
 * Chance that is always the same: a number from 0 to `sides - 1` that follows from texts alone, so that every demo has
 * the same past.
 */
export function throwOf(sides: number, ...seeds: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const character of seeds.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // The low bits of this hash follow the last characters too closely.
  return ((hash ^ (hash >>> 15)) >>> 0) % sides;
}

/** One of a list, by chance that is always the same. @throws RangeError when the list is empty */
export function oneOf<T>(list: readonly T[], ...seeds: readonly string[]): T {
  const chosen = list[throwOf(list.length || 1, ...seeds)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

/** The next of a list in each month, beginning anywhere: what is said in turn is not said twice running. */
export function inTurn<T>(list: readonly T[], month: string, ...seeds: readonly string[]): T {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const chosen = list[(throwOf(list.length || 1, ...seeds) + months) % (list.length || 1)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

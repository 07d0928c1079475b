/** The keys with one of them a place further up; undefined where it is the first, or not among them. */
export function withOneUp(keys: readonly string[], key: string): readonly string[] | undefined {
  const i = keys.indexOf(key);
  const above = keys[i - 1];
  return i < 1 || above === undefined
    ? undefined
    : [...keys.slice(0, i - 1), key, above, ...keys.slice(i + 1)];
}

/** The keys that stand, in the order that was asked for; those of which nothing was asked after them, as they stand. */
export function inOrderOf(asked: readonly string[], standing: readonly string[]): readonly string[] {
  return [
    ...asked.filter((key) => standing.includes(key)),
    ...standing.filter((key) => !asked.includes(key)),
  ];
}

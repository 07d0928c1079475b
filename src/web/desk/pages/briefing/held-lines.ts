/**
 * The keys of the lines that stand, and of those that are held though they are gone: each where it was before, so that the field
 * somebody types in does not move; at the end where it was not shown before, as after a reload.
 */
export function heldInPlace(lines: {
  readonly before: readonly string[];
  readonly standing: readonly string[];
  readonly held: readonly string[];
}): readonly string[] {
  const { before, standing } = lines;
  const gone = new Set(lines.held.filter((key) => !standing.includes(key)));
  const shown = [...standing];
  before.forEach((key, i) => {
    if (!gone.delete(key)) return;
    // What stood before it, the nearest that is still shown; nothing of that: it is the first.
    const after = before.slice(0, i).findLast((one) => shown.includes(one));
    shown.splice(after === undefined ? 0 : shown.indexOf(after) + 1, 0, key);
  });
  return [...shown, ...gone];
}

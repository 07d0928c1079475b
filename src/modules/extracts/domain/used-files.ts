/** A file of a batch after the reading, as far as it tells whether it is used. */
type ReadFile = { readonly state: string; readonly kind: string | null };

/** True for what the figures would be made without: unreadable, set aside, or the same as another. */
export function isUnused({ state }: ReadFile): boolean {
  return state === 'refused' || state === 'set_aside' || state === 'duplicate';
}

/** True where the batch has a report 31 that was read: what is beside it can be told apart from it. */
export function hasWholeReport(files: readonly ReadFile[]): boolean {
  return files.some(({ state, kind }) => state === 'read' && kind === 'report31');
}

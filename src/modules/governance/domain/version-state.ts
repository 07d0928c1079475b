/** What became of a version besides the one that stands: replaced, waiting for a choice, not taken, taken. */
export type VersionState = 'replaced' | 'conflicting' | 'dropped' | 'chosen';

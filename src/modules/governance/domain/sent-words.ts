import type { Id } from '../../../kernel/ids.ts';
import type { VersionState } from './version-state.ts';

/** A version besides the one that stands. Of a replaced one the id is that of the change that replaced it. */
export type KeptVersion = {
  readonly id: Id;
  readonly baseVersion: number;
  readonly state: VersionState;
};

/**
 * What somebody sent under an id, to tell whether the same is sent once more [GV93]; undefined where nothing was sent under it. A change
 * that became the line left there what it replaced: its own words are those that were replaced next, or that stand.
 *
 * @param changeId `added`: the words that the line began with
 */
export function wordsSent<Words>(
  standing: Words & { readonly version: number },
  kept: readonly (Words & KeptVersion)[],
  changeId: Id | 'added',
): Words | undefined {
  const sent = kept.find(({ id }) => id === changeId);
  if (changeId !== 'added' && sent?.state !== 'replaced') return sent;
  const said = kept
    .filter(({ state, baseVersion }) => state === 'replaced' && baseVersion > (sent?.baseVersion ?? 0))
    .sort((one, other) => one.baseVersion - other.baseVersion);
  return said[0] ?? standing;
}

import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';

/** One recorded merge: the old area is part of the new one from `effectiveOn` on. */
export type AreaMerge = {
  readonly oldAreaId: Id;
  readonly newAreaId: Id;
  readonly effectiveOn: BusinessDate;
};

/**
 * The area that `areaId` is part of on a day, following merges one after another [RG5]. An area split between
 * several is followed to the one recorded latest; without a merge by then it is itself.
 */
export function areaOn(areaId: Id, merges: readonly AreaMerge[], on: BusinessDate): Id {
  const inForce = merges.filter((merge) => merge.effectiveOn <= on);
  let current = areaId;
  const seen = new Set<Id>([areaId]);
  for (;;) {
    const next = latestMergeOf(current, inForce);
    if (next === undefined || seen.has(next)) return current;
    seen.add(next);
    current = next;
  }
}

/** True when the new area already leads back to the old one: recording the merge would close a circle [RG5]. */
export function closesCircle(merge: AreaMerge, merges: readonly AreaMerge[]): boolean {
  const reachable = new Set<Id>([merge.newAreaId]);
  for (const from of reachable)
    for (const known of merges) if (known.oldAreaId === from) reachable.add(known.newAreaId);
  return reachable.has(merge.oldAreaId);
}

function latestMergeOf(areaId: Id, merges: readonly AreaMerge[]): Id | undefined {
  let latest: AreaMerge | undefined;
  for (const merge of merges)
    if (merge.oldAreaId === areaId && (latest === undefined || merge.effectiveOn > latest.effectiveOn))
      latest = merge;
  return latest?.newAreaId;
}

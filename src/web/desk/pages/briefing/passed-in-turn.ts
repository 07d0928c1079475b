import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listBriefings } from '../../../../modules/governance/contract.ts';

type List = OutputOf<typeof listBriefings>;
type Passed = List['passed']['briefings'][number];
type Missed = List['missed'][number];

/** Days that are over in the order in which they passed, prepared or not, and those of one day by point [GV101]. */
export function inTurn({
  briefings,
  missed,
}: {
  readonly briefings: readonly Passed[];
  readonly missed: readonly Missed[];
}): readonly (Passed | Missed)[] {
  return [...briefings, ...missed].toSorted(
    (a, b) => a.heldOn.localeCompare(b.heldOn) || a.pointName.localeCompare(b.pointName, 'vi'),
  );
}

import type { Id } from '../../../../kernel/ids.ts';
import { listGroups } from '../../../../modules/groups/contract.ts';
import { ASSOCIATION_NAMES } from '../../../../modules/identity/domain/assignment.ts';
import { listAreas } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { shortVillage } from '../../../shared/names.ts';

/** A part of a commune, by the bank's code. */
export type PartOption = { readonly value: string; readonly text: string };

/** What a commune's loans are divided into. */
export type Parts = Readonly<Record<'associations' | 'villages' | 'groups', readonly PartOption[]>>;

/** The associations, villages and groups of a commune as people name them. */
export function useParts(communeId: Id): Parts {
  const areas = useQuestion(listAreas, {});
  const groups = useQuestion(listGroups, { communeId });
  const commune = areas.data?.communes.find((area) => area.communeId === communeId);
  return {
    associations: Object.entries(ASSOCIATION_NAMES).map(([value, text]) => ({ value, text })),
    villages: (commune?.villages ?? []).map(({ villageCode, name }) => ({
      value: villageCode,
      text: shortVillage(name),
    })),
    groups: (groups.data?.groups ?? []).map(({ groupCode, leaderName, villageName }) => ({
      value: groupCode,
      text: `Tổ ${leaderName}${villageName === null ? '' : `, ${shortVillage(villageName)}`}`,
    })),
  };
}

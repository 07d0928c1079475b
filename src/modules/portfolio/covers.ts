import type { Scope } from '../../platform/db/scope.ts';
import type { Dimension } from './db/figure-rows.ts';

/** Which part of a commune the caller's office covers, as the dimension and keys its figures are kept under. */
export type Coverage = {
  readonly covers: 'commune' | 'association' | 'village' | 'group';
  readonly dimension: Dimension;
  readonly keys: readonly string[] | undefined;
};

/** The coverage of a scope [PF9]: a leader's month is the group's, a village head's the village's. */
export function coverageOf({ groupCodes, villageCodes, associationCodes }: Scope): Coverage {
  if (groupCodes) return { covers: 'group', dimension: 'group', keys: groupCodes };
  if (villageCodes) return { covers: 'village', dimension: 'village', keys: villageCodes };
  if (associationCodes) return { covers: 'association', dimension: 'association', keys: associationCodes };
  return { covers: 'commune', dimension: 'total', keys: undefined };
}

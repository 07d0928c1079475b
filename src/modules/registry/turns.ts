import type { Id } from '../../kernel/ids.ts';

/** What changes of the area register take turns at: merges and codes are judged by all that stand [RG5, RG18]. */
export const AREA_REGISTER = 'registry.areaRegister';

/** What entries of one person take turns at: one value a field stands [RG10]. */
export function personTurn(communeId: Id, personId: Id): string {
  return `registry.person:${communeId}:${personId}`;
}

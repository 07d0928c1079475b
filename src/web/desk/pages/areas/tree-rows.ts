import type { Area, AreaId, Commune, Register } from './area.ts';

/** A row of the tree: an area at its depth, or the heading over the communes that are in no province yet. */
export type TreeRow =
  | { readonly kind: 'area'; readonly level: 0 | 1 | 2; readonly area: Area }
  | { readonly kind: 'commune'; readonly level: 1; readonly area: Commune; readonly isOpen: boolean }
  | { readonly kind: 'unplaced'; readonly communes: readonly Commune[] };

/**
 * The tree as rows: provinces, in each its communes, in the opened one its villages. Communes in no province come first:
 * they wait for somebody. Provinces without communes are left out unless all are asked for.
 */
export function treeRows(
  { provinces, communes }: Pick<Register, 'provinces' | 'communes'>,
  opened: {
    readonly communeId: AreaId | undefined;
    readonly villages: readonly Area[];
    readonly all: boolean;
  },
): readonly TreeRow[] {
  const known = new Set(provinces.map(({ areaId }) => areaId));
  const unplaced = communes.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const rowsOf = (those: readonly Commune[]) =>
    those.flatMap((area): TreeRow[] => {
      const isOpen = area.areaId === opened.communeId;
      const villages = isOpen ? opened.villages : [];
      return [
        { kind: 'commune', level: 1, area, isOpen },
        ...villages.map((village): TreeRow => ({ kind: 'area', level: 2, area: village })),
      ];
    });
  const placed = provinces.flatMap((province): TreeRow[] => {
    const inside = communes.filter(({ parentId }) => parentId === province.areaId);
    if (inside.length === 0 && !opened.all) return [];
    return [{ kind: 'area', level: 0, area: province }, ...rowsOf(inside)];
  });
  const heading: TreeRow[] = unplaced.length === 0 ? [] : [{ kind: 'unplaced', communes: unplaced }];
  return [...heading, ...rowsOf(unplaced), ...placed];
}

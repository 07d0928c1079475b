import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Area, AreaId, Commune } from './area.ts';
import { type TreeRow, treeRows } from './tree-rows.ts';

const area = (name: string, kind: Area['kind'], parent?: string): Area => ({
  areaId: name as AreaId,
  kind,
  bankCode: null,
  stateCode: null,
  name,
  isNamed: true,
  bankName: null,
  parentId: (parent as AreaId | undefined) ?? null,
  validFrom: day('2025-07-01'),
  validTo: null,
});
const commune = (name: string, parent?: string): Commune => ({
  ...area(name, 'commune', parent),
  kind: 'commune',
  villages: 1,
  unnamedVillages: 0,
});
const register = {
  provinces: [area('Đắk Lắk', 'province'), area('Gia Lai', 'province')],
  communes: [commune('Ea Súp', 'Đắk Lắk'), commune('Bình Ngọc', 'Đắk Lắk'), commune('Sơn Xuân')],
};
const nameOf = (row: TreeRow) => (row.kind === 'unplaced' ? 'chưa xếp' : `${row.level} ${row.area.name}`);
const tree = (opened: Partial<Parameters<typeof treeRows>[1]> = {}) =>
  treeRows(register, { communeId: undefined, villages: [], all: false, ...opened }).map(nameOf);

describe('the tree of areas', () => {
  it('has communes below their province, those in none first, and no empty province', () => {
    expect(tree()).toEqual(['chưa xếp', '1 Sơn Xuân', '0 Đắk Lắk', '1 Ea Súp', '1 Bình Ngọc']);
    expect(tree({ all: true })).toContain('0 Gia Lai');
  });

  it('has the villages of the opened commune below it', () => {
    const villages = [area('Thôn 1', 'village', 'Ea Súp')];
    expect(tree({ communeId: 'Ea Súp' as AreaId, villages }).slice(3, 5)).toEqual(['1 Ea Súp', '2 Thôn 1']);
    expect(tree({ villages })).not.toContain('2 Thôn 1');
  });
});

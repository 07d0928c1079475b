import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { ROLES, type Role } from '../../../kernel/role.ts';
import { type Assignment, isCurrent, NO_PLACES, PLACES_OF_ROLE, placesFor, placeText } from './assignment.ts';
import { type ServedCommune, scopeOf } from './scope-of.ts';

const officeA = 'office-a' as Id;
const officeB = 'office-b' as Id;
const one = 'one' as Id;
const two = 'two' as Id;
const three = 'three' as Id;
const served: ServedCommune[] = [
  { officeId: officeA, branchCode: '0048', communeId: one },
  { officeId: officeA, branchCode: '0048', communeId: two },
  { officeId: officeB, branchCode: '0049', communeId: three },
];
const everyPlace = {
  officeId: officeA,
  communeId: one,
  branchCode: '0048',
  associationCode: '12',
  villageCode: '54010101',
  groupCode: '0026000',
};
const held = (role: Role, places: Partial<Assignment>): Assignment => ({
  ...NO_PLACES,
  id: 'held' as Id,
  role,
  validFrom: day('2026-01-01'),
  validTo: null,
  decidedBy: null,
  ...places,
});
const scope = (role: Role, places: Partial<Assignment>) => scopeOf(held(role, places), served);

describe('[ID12] an office held', () => {
  it('[ID12] holds from its first day to its last, both counted', () => {
    const dates = { validFrom: day('2026-03-01'), validTo: day('2026-03-31') };
    const on = (text: string) => isCurrent(dates, day(text));
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isCurrent({ ...dates, validTo: null }, day('2099-01-01'))).toBe(true);
  });

  it('[ID13] keeps the places its role needs, drops the others, and names the first that is missing', () => {
    expect(placesFor('villageHead', everyPlace)).toEqual({
      ...NO_PLACES,
      communeId: one,
      villageCode: '54010101',
    });
    expect(placesFor('villageHead', { ...everyPlace, villageCode: null })).toEqual({
      missing: 'villageCode',
    });
    expect(placesFor('committeeReader', { ...everyPlace, branchCode: null })).toEqual({
      ...NO_PLACES,
      officeId: officeA,
    });
    expect(placesFor('administrator', everyPlace)).toEqual(NO_PLACES);
    for (const role of Object.keys(ROLES) as Role[])
      if (!PLACES_OF_ROLE[role].some((fields) => fields.length === 0))
        expect(placesFor(role, NO_PLACES)).toHaveProperty('missing');
  });

  it('[ID13] is written as one line of names', () => {
    const names = new Map([[one as string, 'Xã Một']]);
    expect(placeText({ ...NO_PLACES, communeId: one, associationCode: '12' }, names)).toBe(
      'Xã Một · Hội Liên hiệp Phụ nữ',
    );
    expect(placeText({ ...NO_PLACES, communeId: one, groupCode: '0026000' }, names)).toBe(
      'Xã Một · Tổ 0026000',
    );
  });
});

describe('[ID14] the scope of an office held', () => {
  it.each([
    ['officeDirector', { officeId: officeA }, { communeIds: [one, two], officeIds: [officeA] }],
    ['creditOfficer', { officeId: officeB }, { communeIds: [three], officeIds: [officeB] }],
    ['communeChair', { communeId: two }, { communeIds: [two], officeIds: [officeA] }],
    [
      'associationHead',
      { communeId: one, associationCode: '12' },
      { communeIds: [one], associationCodes: ['12'], seat: 'associationHead:12' },
    ],
    [
      'groupLeader',
      { communeId: one, groupCode: '0026000' },
      { communeIds: [one], groupCodes: ['0026000'], seat: 'groupLeader:0026000' },
    ],
    [
      'villageHead',
      { communeId: one, villageCode: '54010101' },
      { communeIds: [one], villageCodes: ['54010101'], seat: 'villageHead:54010101' },
    ],
    ['communePolice', { communeId: one }, { communeIds: [one], groupCodes: [], seat: 'communePolice' }],
    ['committeeReader', { branchCode: '0048' }, { communeIds: [one, two], officeIds: [officeA] }],
    ['committeeReader', { officeId: officeB }, { communeIds: [three], officeIds: [officeB] }],
    ['committeeReader', { communeId: one }, { communeIds: [one], officeIds: [officeA] }],
    ['administrator', {}, { communeIds: [], system: true }],
  ] as const)('[ID14] %s of %j', (role, places, expected) => {
    expect(scope(role, places)).toEqual({ officeIds: [], system: false, ...expected });
  });

  it('[ID14] an office that serves no commune yet still sees its own rows', () => {
    const alone = [{ officeId: officeA, branchCode: null, communeId: null }];
    expect(scopeOf(held('creditOfficer', { officeId: officeA }), alone)).toMatchObject({
      communeIds: [],
      officeIds: [officeA],
    });
  });

  it('[ID14] a code that is missing shows nothing, never everything', () => {
    const narrowed = {
      associationHead: 'associationCodes',
      groupLeader: 'groupCodes',
      villageHead: 'villageCodes',
    } as const;
    for (const role of ['associationHead', 'groupLeader', 'villageHead'] as const)
      expect(scope(role, { communeId: one })).toHaveProperty(narrowed[role], []);
  });

  it('[ID14] nobody but the administrator has the system, and nobody sees a commune their office is not of', () => {
    const roles = fc.constantFrom(...(Object.keys(ROLES) as Role[]));
    const places = fc.record({
      officeId: fc.constantFrom(officeA, null),
      communeId: fc.constantFrom(one, null),
      branchCode: fc.constantFrom('0048', null),
    });
    fc.assert(
      fc.property(roles, places, (role, given) => {
        const { communeIds, officeIds, system } = scope(role, given);
        expect(system).toBe(role === 'administrator');
        expect(communeIds).not.toContain(three);
        expect(officeIds).not.toContain(officeB);
      }),
    );
  });
});

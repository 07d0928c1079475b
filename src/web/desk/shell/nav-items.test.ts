import { expect, test } from 'vitest';
import { addressOf, communeLookedAt, ITEMS } from './nav-items.ts';

const COMMUNES = [{ code: '540101' }, { code: '540102' }];
const addresses = (code: string | undefined) =>
  ITEMS.flat()
    .map((item) => addressOf(item, code))
    .filter((address) => /^\/(giao-ban|viec|chi-dao|lich|to)\b/.test(address));

test('from a page of a commune the menu leads to the same commune, on pages that are of one at a time', () => {
  const own = ['/giao-ban', '/viec', '/chi-dao', '/lich'];
  expect(addresses('540102')).toEqual([...own.map((page) => `${page}?xa=540102`), '/to']);
  expect(addresses(undefined)).toEqual([...own, '/to']);
});

test('the commune last looked at stays where the address names none, or none of theirs; who has one alone needs none', () => {
  expect(communeLookedAt(COMMUNES, { named: '540102', before: '540101' })).toBe('540102');
  expect(communeLookedAt(COMMUNES, { named: undefined, before: '540102' })).toBe('540102');
  expect(communeLookedAt(COMMUNES, { named: '999999', before: '540102' })).toBe('540102');
  expect(communeLookedAt(COMMUNES, { named: undefined, before: undefined })).toBeUndefined();
  expect(communeLookedAt(COMMUNES.slice(1), { named: '540102', before: undefined })).toBeUndefined();
});

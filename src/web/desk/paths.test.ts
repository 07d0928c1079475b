import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { paths } from './paths.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

test('an address carries the state of its page', () => {
  expect(paths.list('overdue', { xa: '540101', ngay: day('2026-10-31'), to: '0026000' })).toBe(
    '/danh-sach/overdue?xa=540101&ngay=2026-10-31&to=0026000',
  );
  expect(paths.commune('540101')).toBe('/xa/540101');
  expect(paths.briefing('540101', 'b', { tim: 'hộ', cua: '', truoc: '' })).toBe(
    '/giao-ban/540101/b?tim=h%E1%BB%99',
  );
});

test('codes keep their leading zeros', () => {
  expect(parseSearch('?to=0026000&ct=01')).toEqual({ to: '0026000', ct: '01' });
});

test('what is written is read back, empty values left out', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('tim', 'xa', 'to'), fc.string()), (search) => {
      const kept = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
      expect(parseSearch(stringifySearch(search))).toEqual(kept);
    }),
  );
});

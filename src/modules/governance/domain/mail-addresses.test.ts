import { expect, test } from 'vitest';
import { addressOf } from './mail-addresses.ts';

const ADDRESSES = [
  { seat: 'associationHead:12', fullName: 'Trần Thị Mai', address: 'mai@xa.vn' },
  { seat: null, fullName: 'Nguyễn Văn An', address: 'an@xa.vn' },
] as const;

test('[GV70] an address is that of a person in one office: not of another holder, not of the same name elsewhere', () => {
  expect(addressOf(ADDRESSES, { seats: ['associationHead:12'], fullName: 'Trần Thị Mai' })).toBe('mai@xa.vn');
  expect(addressOf(ADDRESSES, { seats: ['associationHead:12'], fullName: 'Lê Thị Hoa' })).toBeNull();
  expect(addressOf(ADDRESSES, { seats: ['associationHead:13'], fullName: 'Trần Thị Mai' })).toBeNull();
});

test('[GV161] a name that is spelled otherwise keeps its address, the latest entered; another diacritic is another person', () => {
  const seat = 'associationHead:12';
  const known = [
    { seat, fullName: 'Trần Thị Hoà', address: 'moi@xa.vn' },
    { seat, fullName: 'TRẦN THỊ HÒA', address: 'cu@xa.vn' },
  ] as const;
  expect(addressOf(known, { seats: [seat], fullName: 'Trần  thị Hòa' })).toBe('moi@xa.vn');
  expect(addressOf(known, { seats: [seat], fullName: 'Trần Thị Hoa' })).toBeNull();
  expect(addressOf(known, { seats: [null], fullName: 'Trần Thị Hoà' })).toBeNull();
});

test('[GV41] who is asked without an office has one too; a vacant office has none', () => {
  expect(addressOf(ADDRESSES, { seats: [null], fullName: 'Nguyễn Văn An' })).toBe('an@xa.vn');
  expect(addressOf(ADDRESSES, { seats: ['associationHead:12'], fullName: null })).toBeNull();
});

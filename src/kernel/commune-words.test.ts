import { describe, expect, it } from 'vitest';
import {
  communeParts,
  inCommune,
  inVillages,
  villageNamed,
  villageParts,
  villageWithin,
  villageWord,
} from './commune-words.ts';

describe('words about one commune', () => {
  it.each([
    ['Xã Bình Ngọc', 'Toàn xã', 'Xã chưa có số liệu', 'Chủ tịch UBND xã'],
    ['Phường Phú Lâm', 'Toàn phường', 'Phường chưa có số liệu', 'Chủ tịch UBND phường'],
    ['đặc khu Côn Đảo', 'Toàn đặc khu', 'Đặc khu chưa có số liệu', 'Chủ tịch UBND đặc khu'],
    ['Bình Ngọc', 'Toàn xã', 'Xã chưa có số liệu', 'Chủ tịch UBND xã'],
  ])('[GV169] of %s are %s, %s, %s', (name, whole, none, chair) => {
    expect(inCommune('Toàn xã', name)).toBe(whole);
    expect(inCommune('Xã chưa có số liệu', name)).toBe(none);
    expect(inCommune('Chủ tịch UBND xã', name)).toBe(chair);
  });

  it.each([
    ['Xã Bình Ngọc', ['Ngọc Lãng', null], 'thôn'],
    ['Phường Phú Lâm', ['Ngọc Lãng', '54010402'], 'khu phố'],
    ['Phường Phú Lâm', [], 'khu phố'],
    ['Đặc khu Côn Đảo', [], 'khu phố'],
    ['Phường Phú Lâm', ['Thôn Một', 'BUÔN Hai', 'thôn Ba', 'Thônx'], 'thôn, buôn'],
  ])('[GV190] of %s with %j call its villages %s', (communeName, villages, word) => {
    expect(villageWord(communeName, villages)).toBe(word);
  });

  it.each([
    ['Xã Bình Ngọc', ['Ngọc Lãng'], 'Thôn', 'mọi thôn', 'thôn Ngọc Lãng'],
    ['Phường Phú Lâm', ['Ngọc Lãng'], 'Khu phố', 'mọi khu phố', 'khu phố Ngọc Lãng'],
    ['Xã Ea Ly', ['Buôn 3', 'Thôn 1'], 'Buôn, thôn', 'mọi buôn, thôn', 'buôn 3'],
  ])('[GV190] written for thôn are in %s with %j %s, %s', (communeName, villages, first, within, named) => {
    expect(inVillages('Thôn', communeName, villages)).toBe(first);
    expect(inVillages('mọi thôn', communeName, villages)).toBe(within);
    expect(inVillages('nông thônx', communeName, villages)).toBe('nông thônx');
    expect(villageNamed(villages[0] ?? '', communeName)).toBe(named);
  });

  it('[GV190] tell a village’s kind from its name', () => {
    expect(villageParts('Khu phố  Phú Lâm ')).toEqual({ kind: 'khu phố', name: 'Phú Lâm' });
    expect(villageParts('thôn')).toEqual({ kind: 'thôn', name: '' });
    expect(villageParts('Ngọc Lãng')).toEqual({ kind: undefined, name: 'Ngọc Lãng' });
  });

  it.each([
    ['Khóm 3', 'khóm', '3'],
    ['Khu 5', 'khu', '5'],
    ['Khu phố 5', 'khu phố', '5'],
    ['Khu dân cư Bắc', 'khu dân cư', 'Bắc'],
    ['Tiểu khu 12', 'tiểu khu', '12'],
    ['Khối 2', 'khối', '2'],
    ['Bon Bu Dăng', 'bon', 'Bu Dăng'],
    ['PLEI Kép', 'plei', 'Kép'],
    ['Làng Teng', 'làng', 'Teng'],
  ])('[GV228] %s is a %s, whatever its commune', (registered, kind, name) => {
    expect(villageParts(registered)).toEqual({ kind, name });
    expect(villageNamed(registered, 'Phường Phú Lâm')).toBe(`${kind} ${name}`);
    expect(villageWithin(registered)).toBe(`${kind} ${name}`);
    expect(villageWord('Xã Ea Ly', [registered])).toBe(kind);
  });

  it.each([
    ['Cụm 5', 'Cụm 5'],
    ['Thượng 2B', 'Thượng 2B'],
    ['Ngọc Lãng 2', 'thôn Ngọc Lãng 2'],
    ['Khuất', 'thôn Khuất'],
    ['Bảng', 'thôn Bảng'],
  ])('[GV228] %s, whose kind is not known, is %s within a sentence', (registered, named) => {
    expect(villageNamed(registered, 'Xã Bình Ngọc')).toBe(named);
    expect(villageWord('Xã Bình Ngọc', [registered])).toBe('thôn');
    expect(villageWithin(registered)).toBe(registered);
  });

  it('[GV169] have other words that begin or end alike as they are', () => {
    expect(inCommune('xãm, bã xã, xã', 'Phường Phú Lâm')).toBe('xãm, bã phường, phường');
    expect(communeParts(' Phường Phú Lâm ')).toEqual({ kind: 'phường', name: 'Phú Lâm' });
  });
});

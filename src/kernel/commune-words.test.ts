import { describe, expect, it } from 'vitest';
import {
  communeParts,
  inCommune,
  inVillages,
  villageNamed,
  villageParts,
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

  it('[GV169] have other words that begin or end alike as they are', () => {
    expect(inCommune('xãm, bã xã, xã', 'Phường Phú Lâm')).toBe('xãm, bã phường, phường');
    expect(communeParts(' Phường Phú Lâm ')).toEqual({ kind: 'phường', name: 'Phú Lâm' });
  });
});

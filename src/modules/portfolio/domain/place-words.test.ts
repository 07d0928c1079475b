import { describe, expect, it } from 'vitest';
import { placeWords } from './place-words.ts';

const commune = (communeName: string) => ({
  kind: 'commune' as const,
  communeName,
  officeName: 'PGD Tuy Hòa',
});
const named = (count: number) => Array.from({ length: count }, (_, index) => commune(`Xã ${index + 1}`));

describe('the places that figures are of', () => {
  it('[PF75] a few by name, many by their number, then the part that is seen', () => {
    expect(placeWords(named(1), [])).toBe('Xã 1, PGD Tuy Hòa');
    expect(placeWords(named(3), [])).toBe('Xã 1, Xã 2, Xã 3, PGD Tuy Hòa');
    expect(placeWords(named(4), ['Hội Nông dân'])).toBe('4 xã, phường của PGD Tuy Hòa; phần Hội Nông dân');
  });

  it('[PF3] those without figures at the date are not counted with the others, and are said', () => {
    expect(placeWords(named(3), [], [commune('Xã Hòa Kiến')])).toBe(
      'Xã 1, Xã 2, Xã 3, PGD Tuy Hòa; chưa có số liệu Xã Hòa Kiến',
    );
    expect(placeWords(named(14), [], named(4))).toBe(
      '14 xã, phường của PGD Tuy Hòa; chưa có số liệu 4 xã, phường',
    );
  });
});

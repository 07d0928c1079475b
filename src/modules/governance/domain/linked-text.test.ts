import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkText } from './linked-text.ts';

const say = (text: string) => ({ text, link: null });
const number = (text: string, link: string) => ({ text, link });

const UNPAID = [
  say('Lãi tồn Đoàn Thanh niên giảm '),
  number('4,5 triệu', 'youth'),
  say(', Hội Nông dân giảm '),
  number('4,3 triệu', 'farmers'),
  say('.'),
];
const SAME = [
  number('4 món', 'inactive'),
  say(' lâu không giao dịch, '),
  number('4 món', 'unpaid'),
  say(' lãi tồn nhiều tháng.'),
];

/** The numbers of a sentence that open a list. */
const linksOf = (text: string, prepared: Parameters<typeof linkText<string>>[1]) =>
  linkText(text, prepared).pieces.flatMap(({ text: shown, link }) =>
    link === null ? [] : [`${shown} ${link}`],
  );

describe('[GV176] numbers in the wording of a person', () => {
  it.each([
    ['Lãi tồn Đoàn giảm 4,5 triệu, Hội Nông dân 4,3 triệu: khen.', ['4,5 triệu youth', '4,3 triệu farmers']],
    ['Hội Nông dân giảm 4,3 triệu, Đoàn giảm 4,5 triệu', ['4,3 triệu farmers', '4,5 triệu youth']],
    ['(4,5 triệu)', ['4,5 triệu youth']],
    ['Lãi tồn giảm đều ở các hội.', []],
  ])('%s', (text, links) => {
    expect(linksOf(text, UNPAID)).toEqual(links);
  });

  it.each([
    ['5 triệu', 'giảm 12,5 triệu'],
    ['5 triệu', 'giảm 1.5 triệu'],
    ['5 triệu', 'giảm 15 triệu'],
    ['5 triệu', 'giảm 5 triệu 300 nghìn'],
    ['5 triệu', 'giảm 2 tỷ 5 triệu'],
    ['2 tỷ', 'tăng 2 tỷ 5 triệu'],
    ['13 món', 'từ 10-13 món'],
    ['13 món', 'từ 10 – 13 món'],
    ['2 tổ', '2 tổng số'],
    ['59%', 'còn 1,59%'],
    ['11 món', 'ngày 23/11 món nợ'],
  ])('%s is no number of “%s”', (prepared, text) => {
    expect(linksOf(text, [number(prepared, 'list')])).toEqual([]);
  });

  it.each([
    ['13 món', 'Còn 13 món, 4 hộ.'],
    ['13 món', 'Còn 13 món 4 hộ.'],
    ['2 món, 45,6 triệu', 'Có 2 món, 45,6 triệu chuyển quá hạn'],
    ['1,59%', 'Tỷ lệ 1,59%.'],
    ['5 triệu', 'Phiên 23/11/2026, 5 triệu.'],
  ])('%s is one of “%s”', (prepared, text) => {
    expect(linksOf(text, [number(prepared, 'list')])).toEqual([`${prepared} list`]);
  });

  it('what stands no more is left with the words around it, so that its list can still be opened', () => {
    expect(linkText('Hội Nông dân giảm 4,3 triệu.', UNPAID).left).toEqual([
      { clause: 'Lãi tồn Đoàn Thanh niên giảm 4,5 triệu', link: 'youth' },
    ]);
    expect(linkText('Khen hai hội.', UNPAID).left.map(({ clause }) => clause)).toEqual([
      'Lãi tồn Đoàn Thanh niên giảm 4,5 triệu',
      'Hội Nông dân giảm 4,3 triệu',
    ]);
  });

  it('a number that stands for two lists is of neither: a person may have turned them round', () => {
    const turned = linkText('4 món lãi tồn nhiều tháng, 4 món lâu không giao dịch.', SAME);
    expect(turned.pieces.map(({ link }) => link)).toEqual([null]);
    expect(turned.left).toEqual([
      { clause: '4 món lâu không giao dịch', link: 'inactive' },
      { clause: '4 món lãi tồn nhiều tháng', link: 'unpaid' },
    ]);
  });

  it('nothing is lost or added: the text stays, and each prepared number opens its list once, in it or beside it', () => {
    const piece = fc.record({
      text: fc.constantFrom('4 món', '14 món', '4,5 triệu', '5 triệu', '2 tỷ', '1,59%', 'chữ ', ', '),
      link: fc.constantFrom(null, 'a', 'b', 'c'),
    });
    const typed = fc.array(
      fc.oneof(
        piece.map(({ text }) => text),
        fc.string(),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), typed, (prepared, words) => {
        const text = words.join(' ');
        const { pieces, left } = linkText(text, prepared);
        expect(pieces.map((one) => one.text).join('')).toBe(text);
        const shown = pieces.filter(({ link }) => link !== null);
        for (const one of shown) expect(prepared).toContainEqual(one);
        const links = [...shown, ...left].map(({ link }) => link).toSorted();
        expect(links).toEqual(prepared.flatMap(({ link }) => link ?? []).toSorted());
      }),
    );
  });
});

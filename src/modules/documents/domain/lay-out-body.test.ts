import { describe, expect, it } from 'vitest';
import { buildGroupTable } from '../testing/build-tables.ts';
import { layOutBlocks } from './lay-out-body.ts';
import type { PaperBlock, Text } from './paper.ts';

type Block = Exclude<PaperBlock, { block: 'landscape' }>;

const layOut = (...blocks: readonly Block[]) => layOutBlocks(blocks, { widthTwips: 9355, places: [] });
const paragraph = (text: Text): Block => ({ block: 'paragraph', text });
const isFirstKept = (...blocks: readonly Block[]) => layOut(...blocks)[0]?.isKept;
const textOf = (text: Text) => {
  const [set] = layOut(paragraph(text));
  return set?.set === 'line' ? set.runs.map((run) => run.text).join('') : undefined;
};

describe('the body of a paper as it is set', () => {
  it('[DO23] a sentence stays with the table it leads to, and with points when it ends in a colon', () => {
    const points = { block: 'bullets', points: ['Điểm danh'] } as const;
    expect(isFirstKept(paragraph('Theo tổ'), buildGroupTable(3))).toBe(true);
    expect(isFirstKept(paragraph([{ text: '4. Nội dung: ', bold: true }]), points)).toBe(true);
    expect(isFirstKept(paragraph('Đã xong.'), points)).toBe(false);
    expect(isFirstKept(paragraph('Theo tổ'), paragraph('Đã xong.'))).toBe(false);
    expect(isFirstKept(paragraph('dài '.repeat(101)), buildGroupTable(3))).toBe(false);
  });

  it('[DO23] a short last word is bound to the one before it, a long one and a text of one word are not', () => {
    expect(textOf('thống nhất ký tên dưới đây./.')).toBe('thống nhất ký tên dưới\u00a0đây./.');
    expect(textOf('Thôn Ngọc Phước 1.')).toBe('Thôn Ngọc Phước\u00a01.');
    expect(textOf([{ text: 'Vắng: ', bold: true }, { text: 'Thôn Ngọc Phước 1.' }])).toBe(
      'Vắng: Thôn Ngọc Phước\u00a01.',
    );
    expect(textOf('kỳ kế tiếp nghiêng')).toBe('kỳ kế tiếp nghiêng');
    expect(textOf('Hết./.')).toBe('Hết./.');
  });
});

import { describe, expect, it } from 'vitest';
import { buildPaper } from '../testing/build.ts';
import { layOutEnding } from './lay-out-ending.ts';

const TWIPS_PER_MM = 1440 / 25.4;

describe('signatures as they are set', () => {
  it('[DO8] more than three parties sign in rows of two, with room for a hand above each name and for a seal below', () => {
    const parties = ['HỘI', 'ỦY BAN', 'THƯ KÝ', 'CHỦ TRÌ'].map((office) => ({
      lines: [office],
      name: 'Võ Thanh Hà',
    }));
    const blocks = layOutEnding(buildPaper({ signatures: parties }));
    const rooms = blocks.map((block) =>
      block.set === 'line' && block.runs.length === 0
        ? Math.floor(block.lineTwips / TWIPS_PER_MM)
        : block.set,
    );
    expect(rooms.slice(0, 5)).toEqual([2, 'table', 8, 'table', 8]);
    const [, firstRow] = blocks;
    const hands = firstRow?.set === 'table' ? firstRow.rows[1]?.map(({ lines }) => lines[0]?.lineTwips) : [];
    expect(hands?.map((twips = 0) => Math.floor(twips / TWIPS_PER_MM))).toEqual([22, 22]);
  });
});

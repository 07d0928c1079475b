import { expect, it } from 'vitest';
import type { Briefing } from './briefing.ts';
import { difficultyLines } from './difficulty-lines.ts';

const MATTER = {
  about: 'matter',
  hallRaisedBy: 'Hội LHPN',
  hallGivenTo: null,
  dueOn: null,
  carriedSince: null,
};
const linesOf = (...difficulties: object[]) =>
  difficultyLines({
    difficulties: difficulties.map((one) => ({ ...MATTER, ...one })),
  } as unknown as Briefing);

it('[GV120] the hall sees since which meeting a difficulty has waited for an answer', () => {
  expect(linesOf({ hallText: 'Đường sạt lở', state: 'open', carriedSince: '2026-10-23' })).toEqual([
    { text: 'Đường sạt lở', below: 'Hội LHPN nêu từ giao ban ngày 23/10/2026, chưa trả lời' },
  ]);
});

it('[GV121] what was dropped does not stand in the hall', () => {
  expect(linesOf({ hallText: 'Chờ lịch cắt điện', state: 'dropped' })).toEqual([]);
});

it('[GV91] a difficulty of which the hall may see nothing leaves no line', () => {
  expect(linesOf({ hallText: null, state: 'open' })).toEqual([]);
});

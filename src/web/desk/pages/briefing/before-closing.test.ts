import { describe, expect, it, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { bodiesInWords, unreadyLines } from './before-closing.ts';

const MET_ON = day('2026-11-23');

const READY = {
  ...{ conclusionId: 'ready', text: 'Rà soát', ownerSeat: null, ownerName: 'Trạm Y tế', dueOn: MET_ON },
  others: [],
};

describe('[GV229] the question before closing', () => {
  const unready = (...changed: object[]) =>
    unreadyLines({
      conclusions: changed.map((one, i) => ({ ...READY, conclusionId: `${i}`, ...one })),
      metOn: MET_ON,
    });

  it('says nothing of lines with which the meeting can be closed', () => {
    expect(unready({}, {})).toEqual([]);
  });

  it.each([
    ['without who does it', { ownerName: null }, 'chưa có người làm hoặc chưa có hạn', true],
    ['without a day', { dueOn: null }, 'chưa có người làm hoặc chưa có hạn', true],
    ['due the day before people met', { dueOn: day('2026-11-22') }, 'có hạn trước ngày họp 23/11/2026', true],
    ['in two versions', { others: [{}] }, 'đang có hai bản cùng ghi một lúc, phải chọn một', false],
  ])('names a line %s by its number in the minutes', (_, changed, words, isMended) => {
    const lines = [{ number: 2, conclusionId: '1' }];
    expect(unready({}, changed, {})).toEqual([{ words, lines, isMended }]);
  });
});

test('[GV229] of many bodies outside the first few are named, each once, and how many more there are', () => {
  const bodies = (count: number) => Array.from({ length: count }, (_, i) => `Nơi ${i + 1}`);
  expect(bodiesInWords(['Nơi 1', 'Nơi 1'])).toBe('Nơi 1');
  expect(bodiesInWords(bodies(4))).toBe('Nơi 1; Nơi 2; Nơi 3; Nơi 4');
  expect(bodiesInWords([...bodies(40), 'Nơi 1'])).toBe('Nơi 1; Nơi 2; Nơi 3 và 37 nơi khác');
});

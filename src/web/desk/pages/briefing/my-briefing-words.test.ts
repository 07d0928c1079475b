import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { dayWords, type MyBriefing, metToday, whenAndWhere } from './my-briefing-words.ts';

const MEETING = {
  ...({ state: 'preparing', meetsAt: '10:15', startsAt: '07:30', openedAt: null } as const),
  ...{ place: 'nhà văn hóa xã', pointName: 'Bình Ngọc', metOn: day('2026-11-23') },
};

test.each([
  [{}, ', lúc 10:15, tại nhà văn hóa xã.'],
  [{ meetsAt: null, place: null }, ', ngay sau phiên từ 07:30, tại điểm giao dịch Bình Ngọc.'],
  [{ meetsAt: null, startsAt: null }, ', tại nhà văn hóa xã.'],
  [{ state: 'open', openedAt: '2026-11-23T03:20:00.000Z' }, ', đang họp từ 10:20, tại nhà văn hóa xã.'],
  [{ state: 'open', openedAt: '2026-11-25T03:20:00.000Z' }, ', đang ghi lại, tại nhà văn hóa xã.'],
  [{ state: 'open' }, ', đang họp, tại nhà văn hóa xã.'],
  [{ state: 'cancelled' }, ', không tổ chức.'],
] as const)('[GV118] [GV139] of %j it is said when and where: %s', (changed, words) =>
  expect(whenAndWhere({ ...MEETING, ...changed })).toBe(words),
);

test('[GV118] a briefing of today says so', () => {
  const briefing = { metOn: day('2026-11-23') };
  expect(dayWords(briefing, day('2026-11-23'))).toBe('hôm nay, Thứ Hai 23/11/2026');
  expect(dayWords(briefing, day('2026-11-20'))).toBe('Thứ Hai 23/11/2026');
});

test('[GV118] the briefing of today is one that is held: not one of another day, nor a cancelled one', () => {
  const of = (state: MyBriefing['state'], on: string) =>
    ({ ...MEETING, state, metOn: day(on) }) as MyBriefing;
  const held = of('preparing', '2026-11-23');
  const others = [of('cancelled', '2026-11-23'), of('preparing', '2026-11-24')];
  expect(metToday([...others, held], day('2026-11-23'))).toBe(held);
  expect(metToday(others, day('2026-11-23'))).toBeUndefined();
});

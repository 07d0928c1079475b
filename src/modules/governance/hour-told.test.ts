import { expect, it } from 'vitest';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { tellMeetingHour } from './contract.ts';

const faultOf = (meetsAt: string) =>
  tellMeetingHour.input.safeParse({ communeId: nextId(), briefingId: nextId(), meetsAt }).error?.issues[0]
    ?.message;

it.each([
  ['00:00', undefined],
  ['23:59', undefined],
  ['24:00', 'Không có 24 giờ: ghi từ 00:00 đến 23:59.'],
  ['25:00', 'Không có 25 giờ: ghi từ 00:00 đến 23:59.'],
  ['10:60', 'Không có 60 phút: ghi từ 10:00 đến 10:59.'],
  ['10h', 'Giờ có dạng 10:30.'],
  ['sáng', 'Giờ có dạng 10:30.'],
])('[GV276] an hour that no day has is refused as that, another form by an example: %s', (typed, fault) => {
  expect(faultOf(typed)).toBe(fault);
});

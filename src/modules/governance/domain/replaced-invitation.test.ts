import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import {
  type ReplacedInvitation,
  replacedForAll,
  replacedSentence,
  replacedSubject,
  type SaidNow,
} from './replaced-invitation.ts';

const ON = day('2026-11-23');
const NOW: SaidNow = { heldOn: ON, meetsAt: '10:40', startsAt: '07:30', place: 'Hội trường xã', bring: 'Sổ' };
const BEFORE: ReplacedInvitation = {
  ...{ heldOn: ON, hour: '10:00', hourOf: 'meeting', place: 'Hội trường xã' },
  ...{ how: 'sent', on: day('2026-11-15'), bring: 'Sổ', calledOff: null },
};

test.each<[string, Partial<ReplacedInvitation>, Partial<SaidNow>, string]>([
  ['the hour', {}, {}, 'gửi ngày 15/11/2026 (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).'],
  [
    'the day',
    { heldOn: day('2026-11-21'), hour: '10:40' },
    {},
    'gửi ngày 15/11/2026 (đổi ngày họp từ 21/11/2026 sang 23/11/2026).',
  ],
  [
    'hour and place, handed over',
    { place: 'Nhà văn hóa', how: 'handed' },
    {},
    'giao ngày 15/11/2026 (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút; đổi nơi họp từ Nhà văn hóa sang Hội trường xã).',
  ],
  ['no hour before, printed', { hour: null, hourOf: null, how: 'printed' }, {}, 'in ngày 15/11/2026.'],
  [
    'what to bring [GV148]',
    { hour: '10:40', bring: 'Bảng kê' },
    {},
    'gửi ngày 15/11/2026 (đổi tài liệu mang theo).',
  ],
  ['a place that is not known now', { hour: '10:40' }, { place: null }, 'gửi ngày 15/11/2026 (đổi nơi họp).'],
])(
  '[GV181] an invitation says of the one it takes the place of what has changed: %s',
  (_, before, now, said) => {
    expect(replacedSentence({ ...BEFORE, ...before }, { ...NOW, ...now })).toBe(
      `Giấy mời này thay giấy mời ${said}`,
    );
  },
);

const SEVEN = { hour: '07:00', hourOf: 'session' } as const;
const NO_HOUR = { meetsAt: null };

test.each<[string, Partial<ReplacedInvitation>, Partial<SaidNow>, string]>([
  ['the meeting got its own', SEVEN, {}, 'đổi giờ họp từ ngay sau phiên giao dịch sang 10 giờ 40 phút'],
  [
    'the meeting got that of the session',
    { ...SEVEN, hour: '10:40' },
    {},
    'đổi giờ họp từ ngay sau phiên giao dịch sang 10 giờ 40 phút',
  ],
  ['the meeting lost its own', {}, NO_HOUR, 'đổi giờ họp từ 10 giờ sang ngay sau phiên giao dịch'],
  ['the session has another', SEVEN, NO_HOUR, 'đổi giờ phiên giao dịch từ 7 giờ sang 7 giờ 30 phút'],
  ['the session has none', SEVEN, { ...NO_HOUR, startsAt: null }, 'đổi giờ phiên giao dịch'],
  ['it was not kept whose it was', { hourOf: null }, {}, 'đổi giờ họp'],
])('[GV214] the hour of a session is not called the meeting’s: %s', (_, before, now, said) => {
  expect(replacedSentence({ ...BEFORE, ...before }, { ...NOW, ...now })).toBe(
    `Giấy mời này thay giấy mời gửi ngày 15/11/2026 (${said}).`,
  );
});

test.each([
  ['sent', '10:40', 'thông báo không tổ chức gửi ngày 18/11/2026 và giấy mời trước.', 'Vẫn tổ chức: '],
  [
    'told',
    '10:00',
    'lời báo không tổ chức ngày 18/11/2026 và giấy mời trước (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).',
    'Vẫn tổ chức, đổi giờ họp: ',
  ],
] as const)(
  '[GV149] who was told that it is not held reads that it is: %s, of %s',
  (how, hour, said, subject) => {
    const before = { ...BEFORE, hour, calledOff: { how, on: day('2026-11-18') } };
    expect(replacedSentence(before, NOW)).toBe(`Buổi giao ban vẫn được tổ chức. Giấy mời này thay ${said}`);
    expect(replacedSubject(before, NOW)).toBe(subject);
    // The paper with the list is read by those who were not told too.
    expect(replacedForAll([{ ...before, calledOff: null }, before], NOW)).toMatch(
      /^Buổi giao ban vẫn được tổ chức\. Giấy mời này thay thông báo không tổ chức và giấy mời trước/,
    );
  },
);

test('[GV181] the invitation with the list says what changed where all who had an earlier one had the same', () => {
  expect(replacedForAll([], NOW)).toBeNull();
  expect(replacedForAll([BEFORE, { ...BEFORE, how: 'printed' }], NOW)).toBe(
    'Giấy mời này thay giấy mời trước (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).',
  );
  for (const other of [{ hour: '09:00' }, { hourOf: 'session' } as const, { bring: '' }])
    expect(replacedForAll([BEFORE, { ...BEFORE, ...other }], NOW)).toBe('Giấy mời này thay giấy mời trước.');
});

test('[GV214] letters from before it was kept whose hour they name are no others by that, whichever comes first', () => {
  const before = { ...BEFORE, hourOf: null };
  expect(replacedForAll([before, BEFORE], NOW)).toBe('Giấy mời này thay giấy mời trước (đổi giờ họp).');
  expect(replacedForAll([BEFORE, before], NOW)).toBe(
    'Giấy mời này thay giấy mời trước (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).',
  );
});

test('[GV149] the invitation with the list says that it is held after all, and what changed where all had the same letter', () => {
  const called = { ...BEFORE, calledOff: { how: 'told', on: day('2026-11-18') } as const };
  const said = 'Buổi giao ban vẫn được tổ chức. Giấy mời này thay thông báo không tổ chức và giấy mời trước';
  expect(replacedForAll([called, called], NOW)).toBe(`${said} (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).`);
  expect(replacedForAll([called, { ...BEFORE, place: 'Nhà văn hóa' }], NOW)).toBe(`${said}.`);
  expect(replacedForAll([called, { ...BEFORE, heldOn: day('2026-11-21') }], NOW)).toBe(`${said}.`);
});

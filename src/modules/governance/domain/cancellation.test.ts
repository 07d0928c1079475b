import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { cancellationState, cancellationText, countTold, isLeftToTell } from './cancellation.ts';

it.each([
  ['meeting', '09:30, Thứ Hai 23/11/2026'],
  ['session', 'Thứ Hai 23/11/2026, ngay sau phiên giao dịch từ 09:30'],
  [null, 'Thứ Hai 23/11/2026'],
] as const)(
  '[GV111] the mail names day, hour and place as the invitation did, whose hour was that of the %s',
  (hourOf, when) => {
    const invited = { heldOn: day('2026-11-23'), hour: '09:30', hourOf, place: 'Nhà văn hóa xã' };
    const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão số 12' };
    const text = cancellationText(
      { ...invited, ...about },
      { fullName: 'Trần Thị Mai', isVacant: false, capacity: 'Hội Liên hiệp Phụ nữ' },
    );
    expect(text).toContain('Kính gửi: Trần Thị Mai, Hội Liên hiệp Phụ nữ');
    expect(text).toContain(`Thời gian đã mời: ${when}\nĐịa điểm: Nhà văn hóa xã\nLý do: Bão số 12\n`);
  },
);

it('[GV108] the mail says the reason without phones', () => {
  const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão, hỏi 0912 345 678' };
  const text = cancellationText(
    { heldOn: day('2026-11-23'), hour: null, hourOf: null, place: null, ...about },
    { fullName: 'Bà Mai 0905 111 222', isVacant: false, capacity: 'Trạm y tế' },
  );
  expect(text).toContain('Kính gửi: Bà Mai …, Trạm y tế\n');
  expect(text).toContain('Lý do: Bão, hỏi …\n');
});

const mail = (state: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn', mayHaveCome = false) => ({
  ...{ state, mayHaveCome, problem: state === 'failed' ? 'addressRefused' : null },
});

it.each([
  ['no mail', undefined, 'inPerson', true],
  ['a mail that waits', mail('waiting'), 'waiting', false],
  ['a mail that waits and may have come', mail('waiting', true), 'waiting', false],
  ['a mail on its way', mail('sending'), 'waiting', false],
  ['a mail that went', mail('sent', true), 'sent', false],
  ['a mail that did not go', mail('failed'), 'failed', true],
  ['a mail to who has left the office', { ...mail('withdrawn'), problem: 'leftOffice' }, 'failed', true],
  ['[GV223] a mail that was taken back', mail('withdrawn'), 'withdrawn', false],
  [
    '[GV223] a mail that was taken back after an attempt',
    { ...mail('withdrawn'), problem: 'serverBusy' },
    'withdrawn',
    false,
  ],
  ['[GV224] a mail given up that may have come', mail('failed', true), 'unsure', true],
  ['[GV224] a mail taken back that may have come', mail('withdrawn', true), 'unsure', true],
] as const)(
  '[GV116] with %s somebody is left to the officer, until they are told',
  (_, of, state, isLeft) => {
    expect(cancellationState({ toldAt: null }, of)).toBe(state);
    expect(isLeftToTell(state)).toBe(isLeft);
    expect(cancellationState({ toldAt: new Date('2026-11-23T02:00:00Z') }, of)).toBe('told');
    expect(isLeftToTell('told')).toBe(false);
  },
);

it('[GV116] each is counted once: whom a mail tells, who was told in person, who is left', () => {
  const states = ['waiting', 'sent', 'sent', 'failed', 'inPerson', 'unsure', 'withdrawn', 'told'] as const;
  expect(countTold(states)).toEqual({ toldByMail: 3, toldInPerson: 1, leftToTell: 3, takenBack: 1 });
});

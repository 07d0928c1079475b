import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { cancellationState, cancellationText, countTold, isLeftToTell } from './cancellation.ts';

it('[GV111] the mail names the day and the place of the invitation, and no hour: while none was planned that was the session’s', () => {
  const invited = { heldOn: day('2026-11-23'), hour: '07:30', place: 'Nhà văn hóa xã' };
  const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão số 12' };
  const text = cancellationText(
    { ...invited, ...about },
    { fullName: 'Trần Thị Mai', isVacant: false, capacity: 'Hội Liên hiệp Phụ nữ' },
  );
  expect(text).toContain('Kính gửi: Trần Thị Mai, Hội Liên hiệp Phụ nữ');
  expect(text).toContain('Thời gian đã mời: Thứ Hai 23/11/2026\nĐịa điểm: Nhà văn hóa xã\nLý do: Bão số 12');
  expect(text).not.toContain('07:30');
});

it('[GV108] the mail says the reason without phones', () => {
  const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão, hỏi 0912 345 678' };
  const text = cancellationText(
    { heldOn: day('2026-11-23'), place: null, ...about },
    { fullName: 'Bà Mai 0905 111 222', isVacant: false, capacity: 'Trạm y tế' },
  );
  expect(text).toContain('Kính gửi: Bà Mai …, Trạm y tế\n');
  expect(text).toContain('Lý do: Bão, hỏi …\n');
});

it.each([
  ['no mail', undefined, 'inPerson', true],
  ['a mail that waits', 'waiting', 'waiting', false],
  ['a mail on its way', 'sending', 'waiting', false],
  ['a mail that went', 'sent', 'sent', false],
  ['a mail that did not go', 'failed', 'failed', true],
  ['a mail that was taken back', 'withdrawn', 'failed', true],
] as const)(
  '[GV116] with %s somebody is left to the officer, until they are told',
  (_, mailState, state, isLeft) => {
    expect(cancellationState({ toldAt: null }, mailState)).toBe(state);
    expect(isLeftToTell(state)).toBe(isLeft);
    expect(cancellationState({ toldAt: new Date('2026-11-23T02:00:00Z') }, mailState)).toBe('told');
    expect(isLeftToTell('told')).toBe(false);
  },
);

it('[GV116] each is counted once: whom a mail tells, who was told in person, who is left', () => {
  const states = ['waiting', 'sent', 'sent', 'failed', 'inPerson', 'inPerson', 'told'] as const;
  expect(countTold(states)).toEqual({ toldByMail: 3, toldInPerson: 1, leftToTell: 3 });
});

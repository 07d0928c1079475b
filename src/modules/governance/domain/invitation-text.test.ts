import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type InvitationContent, invitationSubject, invitationText } from './invitation-text.ts';
import type { SaidBefore } from './replaced-invitation.ts';

const CONTENT: InvitationContent = {
  heldOn: day('2026-11-23'),
  ...{ place: 'Hội trường xã', startsAt: '07:30', meetsAt: '14:00', agenda: [], bring: null },
  ...{ communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc' },
  chair: { title: 'Tổ trưởng Tổ giao dịch xã', name: null, isDeputy: false },
};
const BEFORE: SaidBefore = {
  ...{ heldOn: day('2026-11-23'), hour: '10:30', hourOf: 'meeting', place: 'Hội trường xã' },
  ...{ bring: '', calledOff: null },
};
const MAI = { fullName: 'Trần Thị Mai', isVacant: false, capacity: 'Hội LHPN' };

test('[GV232] the mail says who is to chair as the paper does, by name and title, or by title alone', () => {
  const lineOf = (name: string | null, isDeputy = false) =>
    invitationText({ ...CONTENT, chair: { ...CONTENT.chair, name, isDeputy } }, MAI, null)
      .split('\n')
      .find((line) => line.startsWith('Chủ trì'));
  expect(lineOf('Nguyễn Văn Hải')).toBe('Chủ trì: Nguyễn Văn Hải, Tổ trưởng Tổ giao dịch xã');
  expect(lineOf(null)).toBe('Chủ trì: Tổ trưởng Tổ giao dịch xã');
  // [GV272] Who stands for the leader has not that title.
  expect(lineOf('Lê Văn Phó', true)).toBe('Chủ trì: Lê Văn Phó, dự thay Tổ trưởng Tổ giao dịch xã');
});

test('[GV41] the mail says where people meet: the place in words, or the point while nobody has written one', () => {
  const lineOf = (place: string | null) =>
    invitationText({ ...CONTENT, place }, MAI, null)
      .split('\n')
      .find((line) => line.startsWith('Địa điểm'));
  expect(lineOf('Hội trường xã')).toBe('Địa điểm: Hội trường xã');
  expect(lineOf(null)).toBe('Địa điểm: điểm giao dịch Bình Ngọc');
});

test('[GV208] who is invited anew reads first which invitation it takes the place of', () => {
  expect(invitationText(CONTENT, MAI, BEFORE).split('\n').slice(0, 4)).toEqual([
    'Kính gửi: Trần Thị Mai, Hội LHPN',
    '',
    'Giấy mời này thay giấy mời trước (10:30, Thứ Hai 23/11/2026, Hội trường xã), giấy mời trước không còn hiệu lực.',
    '',
  ]);
  expect(invitationText(CONTENT, MAI, null)).not.toContain('thay giấy mời trước');
});

test.each([
  ['session', 'Thứ Hai 23/11/2026, ngay sau phiên giao dịch từ 10:30, Hội trường xã'],
  [null, 'Thứ Hai 23/11/2026, Hội trường xã'],
] as const)('[GV214] an hour that was the session’s is not called the meeting’s: %s', (hourOf, said) => {
  const [, , first] = invitationText(CONTENT, MAI, { ...BEFORE, hourOf }).split('\n');
  expect(first).toBe(`Giấy mời này thay giấy mời trước (${said}), giấy mời trước không còn hiệu lực.`);
});

test('[GV148] a mail that asks to bring other things says so, in text and subject', () => {
  const now = { ...CONTENT, meetsAt: '10:30', bring: 'Sổ ghi chép;\nBảng kê' };
  const said = (bring: string | null) => {
    const before = { ...BEFORE, bring };
    return [invitationText(now, MAI, before).split('\n')[2], invitationSubject(now, before)];
  };
  const replaced =
    'Giấy mời này thay giấy mời trước (10:30, Thứ Hai 23/11/2026, Hội trường xã), giấy mời trước không còn hiệu lực.';
  expect(said('Sổ ghi chép')).toEqual([
    `${replaced} Tài liệu mang theo đã đổi.`,
    expect.stringMatching(/^Đổi tài liệu mang theo: giấy mời/),
  ]);
  // Other marks at the end of a line ask for the same things; of what was not kept nothing is known.
  for (const bring of ['Sổ ghi chép\nBảng kê.', null])
    expect(said(bring)).toEqual([replaced, expect.stringMatching(/^Thay giấy mời trước: giấy mời/)]);
});

test('[GV181] the subject of a mail that invites anew begins with what has changed, that of the first does not', () => {
  const subject = 'họp giao ban ngày 23/11/2026, Xã Bình Ngọc';
  expect(invitationSubject(CONTENT, null)).toBe(`Giấy mời ${subject}`);
  expect(invitationSubject(CONTENT, BEFORE)).toBe(`Đổi giờ họp: giấy mời ${subject}`);
  expect(invitationSubject(CONTENT, { ...BEFORE, heldOn: day('2026-11-21'), place: 'Nhà văn hóa' })).toBe(
    `Đổi ngày họp, giờ họp, nơi họp: giấy mời ${subject}`,
  );
  expect(
    invitationSubject({ ...CONTENT, meetsAt: null }, { ...BEFORE, hour: '07:00', hourOf: 'session' }),
  ).toBe(`Đổi giờ phiên giao dịch: giấy mời ${subject}`);
  expect(invitationSubject(CONTENT, { ...BEFORE, hour: null, hourOf: null })).toBe(
    `Thay giấy mời trước: giấy mời ${subject}`,
  );
});

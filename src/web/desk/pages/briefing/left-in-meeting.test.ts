import { expect, it } from 'vitest';
import { leftInMeeting, secretaryText } from './left-in-meeting.ts';

const LEFT = {
  fullName: 'Trần Thị Mai',
  capacity: 'Hội LHPN',
  isVacant: false,
  presence: 'present',
  leftOffice: 'Đã thôi giữ chức vụ, nay: Người Mới',
} as const;

it('[GV201] [GV168] closing names who has left an office while the meeting was held, of those who count as there, and who gets what was given', () => {
  const stays = { ...LEFT, fullName: 'Lê Thúy', leftOffice: null };
  const given = { ownerName: 'Trần Thị Mai, Hội LHPN', ownerNow: 'Người Mới' };
  const ofHead = { state: 'given', givenName: 'Trần Thị Mai, Hội LHPN', givenNow: 'Người Mới' } as const;
  const said = leftInMeeting({
    attendees: [LEFT, stays, { ...LEFT, presence: 'deputy' }, { ...LEFT, presence: 'absent' }],
    difficulties: [ofHead, ofHead, { ...ofHead, state: 'answered' }, { ...ofHead, givenNow: null }],
    conclusions: [given, given, { ...given, ownerNow: null }],
  });
  expect(said).toEqual([
    'Trần Thị Mai, Hội LHPN, ghi là có mặt: đã thôi giữ chức vụ, nay: Người Mới. Nếu người khác dự thì sửa ở điểm danh.',
    'Kết luận giao Trần Thị Mai, Hội LHPN; nay: Người Mới: người đang giữ chức vụ nhận việc.',
    'Khó khăn giao Trần Thị Mai, Hội LHPN; nay: Người Mới: người đang giữ chức vụ nhận việc.',
  ]);
});

it('[GV233] of an office that nobody held when the meeting began closing says who holds it since', () => {
  const vacant = { ...LEFT, fullName: 'Hội LHPN', isVacant: true, leftOffice: 'Nay: Người Mới' };
  const others = [{ ...vacant, presence: 'deputy' } as const, { ...vacant, leftOffice: null }];
  expect(leftInMeeting({ attendees: [vacant, ...others], difficulties: [], conclusions: [] })).toEqual([
    'Hội LHPN chưa có người giữ khi bắt đầu họp, nay: Người Mới. Nếu người đó dự thì ghi là dự thay ở điểm danh.',
  ]);
});

it('[GV209] of an office that nobody holds since it says that its work waits for whoever holds it next', () => {
  const owner = { ownerName: 'Trần Thị Mai, Hội LHPN', ownerNow: 'chưa có người giữ' };
  expect(leftInMeeting({ attendees: [], difficulties: [], conclusions: [owner, owner] })).toEqual([
    'Kết luận giao Trần Thị Mai, Hội LHPN; nay: chưa có người giữ: việc giao cho chức vụ, ai giữ chức vụ sau này thì nhận.',
  ]);
});

it('[GV201] who has left is not offered as secretary without a word', () => {
  expect(secretaryText('Trần Thị Mai', LEFT)).toBe(
    'Trần Thị Mai, Hội LHPN (đã thôi giữ chức vụ, nay: Người Mới)',
  );
  expect(secretaryText('Lê Thúy', { ...LEFT, presence: 'deputy' })).toBe('Lê Thúy, Hội LHPN');
});

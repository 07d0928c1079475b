import { expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { leftInMeeting, secretaryText } from './left-in-meeting.ts';

const LEFT = {
  fullName: 'Trần Thị Mai',
  capacity: 'Hội LHPN',
  isVacant: false,
  presence: 'present',
  deputyName: null,
  leftOffice: 'Đã thôi giữ chức vụ, nay: Người Mới',
  holdersToCome: ['Người Mới'],
} satisfies Parameters<typeof leftInMeeting>[0]['attendees'][number];

const TODAY = { metOn: day('2026-11-23'), today: day('2026-11-23') };
const AFTERWARDS = { ...TODAY, today: day('2026-11-25') };

it('[GV201] [GV168] closing names who has left an office while the meeting was held, of those who count as there, and who gets what was given', () => {
  const stays = { ...LEFT, fullName: 'Lê Thúy', leftOffice: null };
  const given = { ownerName: 'Trần Thị Mai, Hội LHPN', ownerNow: 'Người Mới' };
  const ofHead = { state: 'given', givenName: 'Trần Thị Mai, Hội LHPN', givenNow: 'Người Mới' } as const;
  const said = leftInMeeting({
    ...TODAY,
    attendees: [LEFT, stays, { ...LEFT, presence: 'deputy' }, { ...LEFT, presence: 'absent' }],
    difficulties: [ofHead, ofHead, { ...ofHead, state: 'answered' }, { ...ofHead, givenNow: null }],
    conclusions: [given, given, { ...given, ownerNow: null }],
  });
  expect(said).toEqual([
    'Trần Thị Mai, Hội LHPN, ghi là có mặt: đã thôi giữ chức vụ, nay: Người Mới. Nếu Người Mới dự thì bấm “Người giữ chức vụ nay dự” ở điểm danh.',
    'Kết luận giao Trần Thị Mai, Hội LHPN; nay: Người Mới: người đang giữ chức vụ nhận việc.',
    'Khó khăn giao Trần Thị Mai, Hội LHPN; nay: Người Mới: người đang giữ chức vụ nhận việc.',
  ]);
});

it('[GV233] of an office that nobody held when the meeting began closing says who holds it since', () => {
  const vacant = { ...LEFT, fullName: 'Hội LHPN', isVacant: true, leftOffice: 'Nay: Người Mới' };
  const others = [{ ...vacant, presence: 'deputy' } as const, { ...vacant, leftOffice: null }];
  expect(
    leftInMeeting({ ...TODAY, attendees: [vacant, ...others], difficulties: [], conclusions: [] }),
  ).toEqual([
    'Hội LHPN chưa có người giữ khi bắt đầu họp, nay: Người Mới. Nếu Người Mới dự thì bấm “Người giữ chức vụ nay dự” ở điểm danh.',
  ]);
});

it('[GV209] of an office that nobody holds since it says that its work waits for whoever holds it next', () => {
  const owner = { ownerName: 'Trần Thị Mai, Hội LHPN', ownerNow: 'chưa có người giữ' };
  expect(leftInMeeting({ ...TODAY, attendees: [], difficulties: [], conclusions: [owner, owner] })).toEqual([
    'Kết luận giao Trần Thị Mai, Hội LHPN; nay: chưa có người giữ: việc giao cho chức vụ, ai giữ chức vụ sau này thì nhận.',
  ]);
});

it('[GV201] who has left is not offered as secretary without a word', () => {
  expect(secretaryText('Trần Thị Mai', LEFT)).toBe(
    'Trần Thị Mai, Hội LHPN (đã thôi giữ chức vụ, nay: Người Mới)',
  );
  expect(secretaryText('Lê Thúy', { ...LEFT, presence: 'deputy' })).toBe('Lê Thúy, Hội LHPN');
});

it('[GV189] closing names the press by which the holder came, of the day on which people met, and none where nobody may have', () => {
  const said = (attendee: typeof LEFT, days = TODAY) =>
    leftInMeeting({ ...days, attendees: [attendee], difficulties: [], conclusions: [] });
  expect(said(LEFT, AFTERWARDS)).toMatchObject([
    expect.stringMatching(/Nếu Người Mới dự thì bấm “Người giữ chức vụ ngày họp dự” ở điểm danh\.$/),
  ]);
  expect(said({ ...LEFT, holdersToCome: ['Lê Minh', 'Lê Hoa'] })).toMatchObject([
    expect.stringContaining('Nếu Lê Minh hoặc Lê Hoa dự thì bấm'),
  ]);
  expect(said({ ...LEFT, holdersToCome: [] })).toMatchObject([
    expect.stringMatching(/Nếu người khác dự thì sửa ở điểm danh\.$/),
  ]);
});

it('[GV189] closing says of the holder of an office who is written as a deputy of who has left it that they hold it', () => {
  const deputy = (deputyName: string) =>
    leftInMeeting({
      ...{ ...TODAY, difficulties: [], conclusions: [] },
      attendees: [{ ...LEFT, presence: 'deputy', deputyName }],
    });
  expect(deputy('người mới')).toEqual([
    'Người Mới ghi là dự thay Trần Thị Mai, nhưng chính là người giữ chức vụ Hội LHPN: bấm “Người giữ chức vụ nay dự” ở điểm danh.',
  ]);
  expect(deputy('Lê Thúy')).toEqual([]);
});

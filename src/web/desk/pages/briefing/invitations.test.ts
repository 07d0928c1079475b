import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import {
  askedOtherwise,
  countInvited,
  invitedInWords,
  needsMail,
  needsPaper,
  notSentWords,
  type Recipient,
  whyNobodyIsInvited,
} from './invitations.ts';

const one = (of: Partial<Recipient>) =>
  ({ address: null, invitation: null, leftOffice: null, ...of }) as Recipient;
const LEFT = { leftOffice: 'Đã thôi giữ chức vụ, chưa có người giữ' };

test('[GV162] who has left the office is counted neither among the sheets that are printed nor among the mails', () => {
  expect([needsPaper(one({}), true), needsPaper(one(LEFT), true)]).toEqual([true, false]);
  const address = 'mai@xa.vn';
  expect([needsMail(one({ address })), needsMail(one({ address, ...LEFT }))]).toEqual([true, false]);
});

test.each<[string, Partial<Recipient>, boolean]>([
  ['has an address and is not invited', {}, true],
  [
    'has a mail that waits',
    { invitation: { state: 'waiting', isOutdated: false } as Recipient['invitation'] },
    true,
  ],
  [
    'has a mail that went',
    { invitation: { state: 'sent', isOutdated: false } as Recipient['invitation'] },
    false,
  ],
  [
    'has a mail that went with an old day',
    { invitation: { state: 'sent', isOutdated: true } as Recipient['invitation'] },
    true,
  ],
  ['has left the office', LEFT, false],
])('[GV41] without a mail server a sheet is printed, or not, of who %s', (_, of, isPrinted) => {
  const recipient = one({ address: 'mai@xa.vn', ...of });
  expect(needsPaper(recipient, false)).toBe(isPrinted);
  expect(needsPaper(recipient, true)).toBe(false);
});

test('[GV148] invitations that ask to bring other things are counted, but for who has left and where day, hour or place are old', () => {
  const asking = (asksOtherwise: boolean, isOutdated = false) => ({
    invitation: { state: 'sent', isOutdated, asksOtherwise } as Recipient['invitation'],
  });
  const found = askedOtherwise([
    one({}),
    one({ fullName: 'Mai', ...asking(true) }),
    one(asking(false)),
    one(asking(true, true)),
    one({ ...asking(true), ...LEFT }),
  ]);
  expect(found.map(({ fullName }) => fullName)).toEqual(['Mai']);
});

test('[GV147] a mail that may have come is written again, and printed while the meeting is as it said', () => {
  const unsure = (isOutdated: boolean) =>
    one({ address: 'mai@xa.vn', invitation: { state: 'unsure', isOutdated } as Recipient['invitation'] });
  expect([needsMail(unsure(false)), needsPaper(unsure(false), true)]).toEqual([true, true]);
  expect([needsMail(unsure(true)), needsPaper(unsure(true), true)]).toEqual([true, false]);
});

test.each([
  ['preparing', 'Ngày họp 23/11/2026 đã qua, không gửi hay in thêm giấy mời.'],
  ['open', 'Giao ban đang họp, không gửi hay in thêm giấy mời.'],
  ['closed', 'Giao ban đã kết thúc, không gửi hay in thêm giấy mời.'],
  ['cancelled', 'Không tổ chức giao ban này nên không gửi hay in thêm giấy mời; thư mời chờ gửi đã rút lại.'],
] as const)('[GV41] nobody is invited any more to a briefing that is %s: the page says why', (state, words) =>
  expect(whyNobodyIsInvited({ state, heldOn: day('2026-11-23') })).toBe(words),
);

test('[GV156] [GV151] of a mail that is not sent it is said that its person has left, or that its vacant office has a holder', () => {
  expect(notSentWords('Trần Thị Mai', false)).toBe('Thư cho Trần Thị Mai không gửi vì đã thôi giữ chức vụ.');
  expect(notSentWords('Hội Liên hiệp Phụ nữ', true)).toBe(
    'Thư gửi Hội Liên hiệp Phụ nữ không gửi vì nay đã có người giữ chức vụ.',
  );
});

test('[GV280] the head of the page counts apart who has to be asked anew, while people are invited', () => {
  const made = (state: string, isOutdated = false, more: Partial<Recipient> = {}) =>
    one({ invitation: { state, isOutdated } as Recipient['invitation'], ...more });
  const recipients = [
    ...[one({}), made('withdrawn', true), made('failed', true), made('sent')],
    ...[made('sent', true), made('printed', true), made('sent', true, LEFT)],
  ];
  expect(invitedInWords({ recipients, canInvite: true })).toBe(
    '2 đã gửi thư, 1 không gửi được, 2 chưa mời, 2 cần mời lại vì đổi ngày, giờ hoặc nơi.',
  );
  expect([
    countInvited({ recipients, canInvite: true }),
    countInvited({ recipients, canInvite: false }),
  ]).toEqual([7, 6]);
  expect(invitedInWords({ recipients, canInvite: false })).toBe(
    '3 đã gửi thư, 1 không gửi được, 1 đã in chưa giao, 2 không có giấy mời.',
  );
});

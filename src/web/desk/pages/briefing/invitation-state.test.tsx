import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Invitations, Recipient } from './invitations.ts';
import { nextStep, StateOf } from './invitations-table.tsx';

type Invitation = NonNullable<Recipient['invitation']>;

const MADE: Invitation = {
  ...{ state: 'waiting', madeByName: 'Võ Thanh Hà', madeAt: '2026-11-13T01:00:00.000Z', sentAt: null },
  ...{
    problem: null,
    nextAt: null,
    attempts: 0,
    isOutdated: false,
    asksOtherwise: false,
    handedOn: null,
    handedByName: null,
  },
};
const UNREACHABLE = 'chưa kết nối được máy chủ thư';

/** What the page says of an invitation that differs so from one just made, in the order it is read. */
const said = (change: Partial<Invitation>, state: Invitations['state'] = 'preparing') => {
  const recipient = { invitation: { ...MADE, ...change } } as Recipient;
  const html = renderToStaticMarkup(
    <StateOf
      recipient={recipient}
      invitations={{ canInvite: state === 'preparing', state, hasMail: true }}
    />,
  );
  return html
    .replaceAll(/<[^>]*>/g, '|')
    .split('|')
    .filter(Boolean);
};

test.each<[string, Partial<Invitation>, string[]]>([
  [
    'waits for the morning',
    { nextAt: '2026-11-14T00:00:00.000Z' },
    ['Chờ gửi', 'Gửi từ 07:00 ngày 14/11/2026.'],
  ],
  [
    'found no mail server and is tried again',
    { problem: UNREACHABLE, attempts: 2, nextAt: '2026-11-13T01:30:00.000Z' },
    ['Chờ gửi', 'Lần 2: chưa kết nối được máy chủ thư. Gửi lại lúc 08:30 ngày 13/11/2026.'],
  ],
  [
    'was given up',
    { state: 'failed', problem: UNREACHABLE, attempts: 9 },
    ['Không gửi được', 'Vì chưa kết nối được máy chủ thư.'],
  ],
  [
    'went',
    { state: 'sent', sentAt: '2026-11-13T01:02:00.000Z', attempts: 1 },
    ['Đã gửi 08:02 ngày 13/11/2026', 'Võ Thanh Hà mời'],
  ],
  [
    'was handed over',
    { state: 'handed', handedOn: '2026-11-14' as Invitation['handedOn'], handedByName: 'Lê Minh Toàn' },
    ['Đã giao tận tay 14/11/2026', 'Lê Minh Toàn giao'],
  ],
  [
    'names an old day, which matters more than why it has not gone',
    { isOutdated: true, problem: UNREACHABLE, attempts: 2, nextAt: '2026-11-13T01:30:00.000Z' },
    ['Chờ gửi', 'Ghi ngày, giờ hoặc nơi cũ. Buổi họp đã dời, cần mời lại.'],
  ],
])('[GV41] of an invitation that %s the page says so', (_, change, words) => {
  expect(said(change)).toEqual(words);
});

test('[GV41] [GV111] nobody is asked to invite anew to what is not held', () => {
  expect(said({ state: 'withdrawn', isOutdated: true }, 'cancelled')).toEqual([
    'Đã rút lại',
    'Ghi ngày, giờ hoặc nơi cũ.',
  ]);
});

test.each(['open', 'closed'] as const)(
  '[GV280] of a meeting that is %s no row asks to invite anew',
  (state) => {
    expect(said({ state: 'sent', isOutdated: true }, state)).toEqual([
      'Đã gửi',
      'Ghi ngày, giờ hoặc nơi cũ.',
    ]);
  },
);

test('[GV162] a letter is sent again to whoever holds the office still, not to who has left it', () => {
  const went = { invitation: { ...MADE, state: 'sent' }, address: 'mai@xa.vn', cancellation: null };
  const stepOf = (leftOffice: string | null) =>
    nextStep({ ...went, leftOffice } as Recipient, { canInvite: true, state: 'preparing', hasMail: true });
  expect(stepOf(null)).toBe('again');
  expect(stepOf('Đã thôi giữ chức vụ, nay: Ngô Thị Thay')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import {
  difficultiesAtStake,
  invitedAtStake,
  leftToTell,
  sessionWords,
  toldWords,
} from './cancelled-words.ts';
import type { Recipient } from './invitations.ts';

const person = (
  fullName: string,
  one: Partial<Pick<Recipient, 'address' | 'isToBeTold' | 'leftOffice' | 'cancellation'>> & {
    readonly waits?: boolean;
  },
) =>
  ({
    fullName,
    address: null,
    isToBeTold: false,
    leftOffice: null,
    cancellation: null,
    invitation: one.waits ? { state: 'waiting' } : null,
    ...one,
  }) as unknown as Recipient;

const NOTHING_KNOWN = { sentAt: null, problem: null, nextAt: null, toldAt: null, toldByName: null };
const COMING = { former: [], heldOn: day('2026-11-23'), today: day('2026-11-23') };
const MAI = person('Mai', { address: 'mai@xa.vn', isToBeTold: true });
const TUAN = person('Tuấn', { isToBeTold: true });
const TOAN = person('Toàn', { address: 'toan@xa.vn', waits: true });

it('[GV111] before a briefing is cancelled it is said who gets a mail, whom to tell, what is taken back', () => {
  expect(invitedAtStake({ ...COMING, hasMail: true, recipients: [MAI, TUAN, TOAN] })).toEqual([
    '1 người đã được mời nhận thư báo, có nêu lý do.',
    '1 người đã được mời cần báo trực tiếp: Tuấn.',
    '1 thư mời chờ gửi được rút lại.',
  ]);
  expect(invitedAtStake({ ...COMING, hasMail: false, recipients: [MAI, TUAN] })).toEqual([
    '2 người đã được mời cần báo trực tiếp: Mai, Tuấn.',
  ]);
  expect(invitedAtStake({ ...COMING, hasMail: true, recipients: [person('Hà', {})] })).toEqual([
    'Chưa mời ai nên không phải báo cho ai.',
  ]);
});

it('[GV159] who has left the office is told in person, where another has the place since too', () => {
  const left = person('Hoa', { address: 'hoa@xa.vn', isToBeTold: true, leftOffice: 'Đã thôi giữ chức vụ' });
  const former = [person('Lan', {})];
  expect(invitedAtStake({ ...COMING, former, hasMail: true, recipients: [left, MAI] })).toEqual([
    '1 người đã được mời nhận thư báo, có nêu lý do.',
    '2 người đã được mời cần báo trực tiếp: Hoa, Lan.',
  ]);
});

it('[GV111] whose mail is in hand at that second may have got it, and is told all the same', () => {
  const inHand = person('Hoa', { address: 'hoa@xa.vn', isToBeTold: true, waits: true });
  expect(invitedAtStake({ ...COMING, hasMail: true, recipients: [inHand, TOAN] })).toEqual([
    '1 người đã được mời nhận thư báo, có nêu lý do.',
    '2 thư mời chờ gửi được rút lại; 1 người trong đó có thể đã nhận giấy mời nên vẫn được báo.',
  ]);
});

it('[GV111] once the day is over it is said that nobody is told, and what is taken back', () => {
  const over = { ...COMING, today: day('2026-11-24') };
  expect(invitedAtStake({ ...over, hasMail: true, recipients: [TOAN] })).toEqual([
    'Ngày họp đã qua nên không báo cho người đã được mời.',
    '1 thư mời chờ gửi được rút lại.',
  ]);
});

it('[GV111] of many who are told in person five are named and the others counted', () => {
  const many = Array.from({ length: 7 }, (_, n) => person(`Ông ${n + 1}`, { isToBeTold: true }));
  expect(invitedAtStake({ ...COMING, hasMail: true, recipients: many })).toEqual([
    '7 người đã được mời cần báo trực tiếp: Ông 1, Ông 2, Ông 3, Ông 4, Ông 5 và 2 người nữa.',
  ]);
});

it('[GV111] whose mail did not go is told in person too', () => {
  const told = (state: NonNullable<Recipient['cancellation']>['state']) =>
    person(state, { cancellation: { ...NOTHING_KNOWN, state } });
  const all = [told('waiting'), told('sent'), told('failed'), told('inPerson'), told('told'), MAI];
  expect(leftToTell(all).map(({ fullName }) => fullName)).toEqual(['failed', 'inPerson']);
});

it.each([
  [3, 2, 1, '3 người được báo bằng thư, 2 người đã báo trực tiếp, còn 1 người phải báo trực tiếp'],
  [3, 0, 18, '3 người được báo bằng thư, còn 18 người phải báo trực tiếp'],
  [3, 2, 0, '3 người được báo bằng thư, 2 người đã báo trực tiếp'],
  [0, 2, 12, '2 người đã báo trực tiếp, còn 12 người phải báo trực tiếp'],
  [0, 0, 14, '14 người phải báo trực tiếp, chưa báo ai'],
  [0, 14, 0, '14 người đã báo trực tiếp'],
  [0, 0, 0, ''],
])(
  '[GV116] of a briefing that is not held: %i told by mail, %i in person, %i left: “%s”',
  (toldByMail, toldInPerson, left, words) => {
    expect(toldWords({ toldByMail, toldInPerson, leftToTell: left, takenBack: 0 })).toBe(words);
  },
);

it('[GV202] of a session that is not where it was it is said where the calendar has it now, or that it has none', () => {
  const cancelled = { heldOn: day('2026-11-23') };
  expect(sessionWords(cancelled, day('2026-11-23'))).toBe('');
  expect(sessionWords(cancelled, day('2026-11-26'))).toBe('Theo lịch, phiên này nay là ngày 26/11/2026.');
  expect(sessionWords(cancelled, null)).toBe('Lịch nay không có phiên này nên không chuẩn bị lại được.');
});

it('[GV223] of mails that were taken back since the meeting is prepared again it is said how many', () => {
  const counts = { toldByMail: 0, toldInPerson: 0, leftToTell: 0, takenBack: 2 };
  expect(toldWords(counts)).toBe('2 thư báo đã rút lại');
  expect(toldWords({ ...counts, leftToTell: 1 })).toBe(
    '2 thư báo đã rút lại, 1 người phải báo trực tiếp, chưa báo ai',
  );
  expect(toldWords({ ...counts, toldByMail: 3, leftToTell: 1 })).toBe(
    '3 người được báo bằng thư, 2 thư báo đã rút lại, còn 1 người phải báo trực tiếp',
  );
});

it('[GV110] what nobody has answered is counted, what was given to somebody among it', () => {
  const of = (...states: string[]) =>
    difficultiesAtStake({ difficulties: states.map((state) => ({ state })) as never });
  expect(of('open', 'given', 'answered')).toEqual([
    '2 khó khăn chưa trả lời được đưa sang buổi giao ban tới.',
  ]);
  expect(of('answered')).toEqual([]);
});

import { expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { difficultiesAtStake, invitedAtStake, toTellInPerson } from './cancelled-words.ts';
import type { Recipient } from './invitations.ts';

const person = (
  fullName: string,
  one: Partial<Pick<Recipient, 'address' | 'isToBeTold' | 'cancellation'>> & { readonly waits?: boolean },
) =>
  ({
    fullName,
    address: null,
    isToBeTold: false,
    cancellation: null,
    invitation: one.waits ? { state: 'waiting' } : null,
    ...one,
  }) as unknown as Recipient;

const COMING = { heldOn: day('2026-11-23'), today: day('2026-11-23') };
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
    person(state, { cancellation: { state, sentAt: null, problem: null, nextAt: null } });
  const all = [told('waiting'), told('sent'), told('failed'), told('inPerson'), MAI];
  expect(toTellInPerson(all).map(({ fullName }) => fullName)).toEqual(['failed', 'inPerson']);
});

it('[GV110] what nobody has answered is counted, what was given to somebody among it', () => {
  const of = (...states: string[]) =>
    difficultiesAtStake({ difficulties: states.map((state) => ({ state })) as never });
  expect(of('open', 'given', 'answered')).toEqual([
    '2 khó khăn chưa trả lời được đưa sang buổi giao ban tới.',
  ]);
  expect(of('answered')).toEqual([]);
});

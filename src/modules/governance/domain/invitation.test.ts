import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import {
  type Appointment,
  invitationState,
  invitedOtherwise,
  isNotSent,
  isOfAnother,
  isTooLateToInvite,
  latestOfEach,
  type MadeWithMail,
  withoutUnsent,
} from './invitation.ts';

const NOW = { heldOn: day('2026-11-23'), hour: '10:45', hourOf: 'meeting', place: null } as const;
const OLD = { ...NOW, hour: '10:15' };
const OF_SESSION = { ...NOW, hourOf: 'session' } as const;
const paper = (at: Appointment): MadeWithMail => ({
  ...at,
  ...{ way: 'paper', mailState: undefined, mayHaveCome: false },
});
const mail = (at: Appointment, mailState: MadeWithMail['mailState'], mayHaveCome = false): MadeWithMail => ({
  ...at,
  ...{ way: 'mail', mailState, mayHaveCome },
});

test.each([
  ['nothing', [], null],
  ['a paper of the old hour', [paper(OLD)], 'reached'],
  ['a paper of this hour', [paper(NOW)], null],
  ['a paper of this hour as the session’s [GV214]', [paper(OF_SESSION)], 'reached'],
  ['a paper of this hour from before it was kept whose', [paper({ ...NOW, hourOf: null })], null],
  ['a mail of the old hour that went', [mail(OLD, 'sent')], 'reached'],
  ['a mail of the old hour in hand', [mail(OLD, 'sending')], 'reached'],
  ['a mail of the old hour taken back', [mail(OLD, 'withdrawn')], 'takenBack'],
  ['a mail of this hour that waits after one that went', [mail(NOW, 'waiting'), mail(OLD, 'sent')], null],
  [
    'a mail taken back after one of the old hour that went',
    [mail(OLD, 'withdrawn'), mail(OLD, 'sent')],
    'reached',
  ],
  ['the hour is again that of the one that went', [mail(OLD, 'withdrawn'), mail(NOW, 'sent')], null],
  ['a mail that did not go', [mail(OLD, 'failed')], null],
  ['a mail that may have come all the same [GV147]', [mail(OLD, 'failed', true)], 'reached'],
  ['a mail taken back that may have come [GV147]', [mail(OLD, 'withdrawn', true)], 'reached'],
] as const)('[GV117] whether somebody is invited again: %s', (_, invitations, expected) =>
  expect(invitedOtherwise(invitations, NOW)).toBe(expected),
);

const SENT = mail(NOW, 'sent');
test.each([
  ['taken back with the hour between', [mail(OLD, 'withdrawn'), SENT], [SENT]],
  ['taken back with this hour', [mail(NOW, 'withdrawn'), SENT], [SENT]],
  ['given up with the hour between', [mail(OLD, 'failed'), SENT], [SENT]],
  ['given up with this hour', [mail(NOW, 'failed'), SENT], [mail(NOW, 'failed'), SENT]],
  ['waiting', [mail(NOW, 'waiting'), SENT], [mail(NOW, 'waiting'), SENT]],
  [
    'taken back after one to another hour',
    [mail(NOW, 'withdrawn'), mail(OLD, 'sent')],
    [mail(NOW, 'withdrawn'), mail(OLD, 'sent')],
  ],
] as const)(
  '[GV41] [GV117] of invitations the latest that counts, the last of them %s',
  (_, made, expected) => {
    expect(withoutUnsent(made, NOW)).toEqual(expected);
  },
);

test.each([
  ['preparing', '2026-11-22', false],
  ['preparing', '2026-11-23', false],
  ['preparing', '2026-11-24', true],
  ['open', '2026-11-23', true],
  ['closed', '2026-11-23', true],
  ['cancelled', '2026-11-22', true],
] as const)('[GV41] a meeting of 23/11, %s, on %s: too late to invite %s', (state, today, isTooLate) => {
  expect(isTooLateToInvite({ state, heldOn: NOW.heldOn }, day(today))).toBe(isTooLate);
});

test('[GV111] of the invitations of several each person is told by the latest, in whichever spelling', () => {
  const made = [{ toName: 'Lê Thúy' }, { toName: 'Trần Mai' }, { toName: 'LÊ THUÝ' }];
  expect(latestOfEach(made)).toEqual(made.slice(0, 2));
});

test.each([
  ['on paper', 'paper', undefined, false],
  ['by a mail that went', 'mail', 'sent', false],
  ['by a mail in hand', 'mail', 'sending', false],
  ['by a mail that waits', 'mail', 'waiting', true],
  ['by a mail that was taken back', 'mail', 'withdrawn', true],
  ['by a mail that did not go', 'mail', 'failed', true],
] as const)(
  '[GV159] who holds an office since is not invited by its title %s: %s %s, %s',
  (_, way, mailState, expected) => {
    const made = { toName: 'Hội Liên hiệp Phụ nữ', isToVacant: true, way, mailState, mayHaveCome: false };
    const holder = { fullName: 'Người Mới' };
    expect(isOfAnother(made, holder)).toBe(expected);
    expect(isOfAnother({ ...made, isToVacant: false }, holder)).toBe(true);
  },
);

test('[GV147] a mail that was taken back, and may have come before, is not one that was not sent', () => {
  const [came, never] = [mail(NOW, 'withdrawn', true), mail(NOW, 'withdrawn')];
  expect([isNotSent(came), isNotSent(never)]).toEqual([false, true]);
});

test.each([
  ['paper', null, undefined, 'printed'],
  ['paper', '2026-11-20', undefined, 'handed'],
  ['mail', null, undefined, 'waiting'],
  ['mail', null, 'waiting', 'waiting'],
  ['mail', null, 'sending', 'waiting'],
  ['mail', null, 'sent', 'sent'],
  ['mail', null, 'failed', 'failed'],
  ['mail', null, 'withdrawn', 'withdrawn'],
] as const)(
  '[GV41] by %s, handed over on %s, its mail %s: the invitation is %s',
  (way, handed, mailState, expected) => {
    const handedOn = handed === null ? null : day(handed);
    expect(invitationState({ way, handedOn, mailState, mayHaveCome: false })).toBe(expected);
  },
);

test.each([
  ['waiting', 'waiting'],
  ['sending', 'waiting'],
  ['sent', 'sent'],
  ['failed', 'unsure'],
  ['withdrawn', 'unsure'],
] as const)(
  '[GV147] an invitation whose mail may have come, and is %s, stands as %s',
  (mailState, expected) =>
    expect(invitationState({ ...mail(NOW, mailState, true), handedOn: null })).toBe(expected),
);

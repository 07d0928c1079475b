import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { systemClock } from '../../platform/clock.ts';
import { codeAt } from './authenticator.ts';
import * as identity from './contract.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld({ secondFactorRequired: true });
});
afterAll(() => world.close());
beforeEach(async () => {
  at('2026-11-03T01:00:00Z');
  await world.database.owner.query('delete from identity.sign_in_attempt');
});

const at = (moment: string) => world.clock.moveTo(moment);
const admin = [anAssignment({ role: 'administrator' })];

async function signIn(login: string) {
  const browser = world.browser();
  const answer = await browser.call(identity.signIn, { login, password: GOOD_PASSWORD });
  return { ...browser, next: answer.ok ? answer.output.next : answer.refused };
}

/** A person whose second factor is set up; the codes of a minute later are still unused. */
async function bound(login: string, assignments = admin) {
  await world.addPerson({ login, assignments });
  const browser = await signIn(login);
  const setUp = await browser.call(identity.setUpSecondFactor, {});
  if (!setUp.ok) throw new Error(setUp.refused);
  const { secret } = setUp.output;
  const confirmed = await browser.call(identity.confirmSecondFactor, {
    code: codeAt(secret, world.clock.now()),
  });
  if (!confirmed.ok) throw new Error(confirmed.refused);
  at('2026-11-03T01:02:00Z');
  return { browser, secret, recoveryCodes: confirmed.output.recoveryCodes };
}

describe('second factor', () => {
  it('[ID9] those who must have it set it up before anything else', async () => {
    await world.addPerson({ login: 'chair', assignments: admin });
    const browser = await signIn('chair');
    expect(browser.next).toBe('setUpSecondFactor');
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { state: 'setUpSecondFactor' } });
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ refused: 'notSignedIn' });
    const setUp = await browser.call(identity.setUpSecondFactor, {});
    expect(setUp).toMatchObject({ output: { qrSvg: expect.stringMatching(/^<svg/) } });
    const { secret, address } = setUp.ok ? setUp.output : { secret: '', address: '' };
    expect(address).toMatch(/^otpauth:\/\/totp\/Giao%20Ban:chair\?issuer=Giao%20Ban&secret=/);
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ refused: 'notSignedIn' });
    const before = browser.cookie();
    const code = codeAt(secret, world.clock.now());
    expect(await browser.call(identity.confirmSecondFactor, { code })).toMatchObject({ ok: true });
    expect(browser.cookie()).not.toBe(before);
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ ok: true });
  });

  it('[ID9] it is a duty of chair, director, credit officer, administrator and reader of a branch, of nobody else', async () => {
    const communeId = await world.addCommune('540120', 'Xã Hai Mươi');
    const officeId = await world.addOffice('004820', [communeId]);
    const owing = async (login: string, assignment: Parameters<typeof anAssignment>[0]) => {
      await world.addPerson({ login, assignments: [anAssignment(assignment)] });
      return (await signIn(login)).next;
    };
    for (const role of ['officeDirector', 'creditOfficer'] as const)
      expect(await owing(role, { role, officeId })).toBe('setUpSecondFactor');
    const branch = { role: 'committeeReader', branchCode: '0048' } as const;
    expect(await owing('branch', branch)).toBe('setUpSecondFactor');
    expect(await owing('office-reader', { role: 'committeeReader', officeId })).toBe('ready');
    expect(await owing('xa', { role: 'communeChair', communeId })).toBe('setUpSecondFactor');
    for (const role of [
      'associationHead',
      'groupLeader',
      'villageHead',
      'communePolice',
      'committeeReader',
    ] as const)
      expect(await owing(role, { role, communeId })).toBe('ready');
  });

  it('[ID9] an office given later makes it a duty from the next request on', async () => {
    const { userId } = await world.addPerson({ login: 'promoted' });
    const browser = await signIn('promoted');
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { state: 'signedIn' } });
    const { browser: keeper } = await bound('promoter');
    await keeper.call(identity.addAssignment, {
      ...anAssignment({ role: 'administrator' }),
      userId,
    });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { state: 'setUpSecondFactor' } });
  });

  it('[ID8] until it is given the session is good for nothing else; then it has a new token', async () => {
    const { secret } = await bound('given');
    const browser = await signIn('given');
    expect(browser.next).toBe('giveSecondFactor');
    for (const answer of [
      await browser.call(identity.listUsers, {}),
      await browser.call(identity.signOutEverywhere, {}),
      await browser.call(identity.disableSecondFactor, { password: GOOD_PASSWORD }),
      await browser.call(identity.changePassword, { current: GOOD_PASSWORD, next: GOOD_PASSWORD }),
    ])
      expect(answer).toMatchObject({ refused: 'notSignedIn' });
    expect(await browser.call(identity.setUpSecondFactor, {})).toMatchObject({
      refused: 'secondFactorAlreadySetUp',
    });
    const owing = browser.cookie()?.split('=')[1] ?? '';
    const code = codeAt(secret, world.clock.now());
    expect(await browser.call(identity.giveSecondFactor, { code })).toMatchObject({
      output: { recoveryCodesLeft: 10 },
    });
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ ok: true });
    expect(await world.identity.identify(owing)).toMatchObject({ kind: 'anonymous', userId: null });
  });

  it('[ID8] without a session there is nothing to give it to', async () => {
    const code = '000000';
    expect(await world.browser().call(identity.giveSecondFactor, { code })).toMatchObject({
      refused: 'notSignedIn',
    });
    expect(await world.browser().call(identity.setUpSecondFactor, {})).toMatchObject({
      refused: 'notSignedIn',
    });
    expect(await world.browser().call(identity.confirmSecondFactor, { code })).toMatchObject({
      refused: 'notSignedIn',
    });
  });

  it('[ID10] a code works once, and none before it afterwards', async () => {
    const { secret } = await bound('once');
    const code = codeAt(secret, world.clock.now());
    const older = codeAt(secret, new Date(world.clock.now().getTime() - 30_000));
    expect(await (await signIn('once')).call(identity.giveSecondFactor, { code })).toMatchObject({
      ok: true,
    });
    const again = await signIn('once');
    expect(await again.call(identity.giveSecondFactor, { code })).toMatchObject({ refused: 'codeRefused' });
    expect(await again.call(identity.giveSecondFactor, { code: older })).toMatchObject({
      refused: 'codeRefused',
    });
  });

  it('[ID10] a clock may be one step off, not two', async () => {
    const { secret } = await bound('drift');
    const browser = await signIn('drift');
    const codeOff = (steps: number) => codeAt(secret, new Date(world.clock.now().getTime() + steps * 30_000));
    for (const steps of [-2, 2])
      expect(await browser.call(identity.giveSecondFactor, { code: codeOff(steps) })).toMatchObject({
        refused: 'codeRefused',
      });
    expect(await browser.call(identity.giveSecondFactor, { code: codeOff(-1) })).toMatchObject({ ok: true });
    const other = await signIn('drift');
    expect(await other.call(identity.giveSecondFactor, { code: codeOff(1) })).toMatchObject({ ok: true });
  });

  it('[ID11] ten recovery codes, each once, in place of the authenticator', async () => {
    const { recoveryCodes } = await bound('lost');
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    const browser = await signIn('lost');
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
    expect(await browser.call(identity.giveSecondFactor, { code: typed })).toMatchObject({
      output: { recoveryCodesLeft: 9 },
    });
    const again = await signIn('lost');
    expect(await again.call(identity.giveSecondFactor, { code: first })).toMatchObject({
      refused: 'codeRefused',
    });
    expect(await again.call(identity.giveSecondFactor, { code: second })).toMatchObject({ ok: true });
    const { rows } = await world.database.owner.query<{ hash: string }>(
      'select code_hash as hash from identity.recovery_code',
    );
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[ID11] new recovery codes take the place of the old', async () => {
    const { browser, secret, recoveryCodes } = await bound('renewed');
    const code = codeAt(secret, world.clock.now());
    const renewed = await browser.call(identity.renewRecoveryCodes, { code });
    expect(renewed.ok && renewed.output.recoveryCodes).toHaveLength(10);
    const [old = ''] = recoveryCodes;
    expect(await (await signIn('renewed')).call(identity.giveSecondFactor, { code: old })).toMatchObject({
      refused: 'codeRefused',
    });
  });

  it('[ID24] [ID11] who lost the phone and signs in by a recovery code binds another one', async () => {
    const lost = await bound('other-phone');
    const [first = '', second = '', third = ''] = lost.recoveryCodes;
    const browser = await signIn('other-phone');
    await browser.call(identity.giveSecondFactor, { code: first });
    const change = (password: string, code: string) =>
      browser.call(identity.changeAuthenticator, { password, code });
    expect(await change('sai', second)).toMatchObject({ refused: 'passwordWrong' });
    expect(await change(GOOD_PASSWORD, 'abcd-abcd-abcd')).toMatchObject({ refused: 'codeRefused' });
    const shown = await change(GOOD_PASSWORD, second);
    const secret = shown.ok ? shown.output.secret : '';
    const code = codeAt(secret, world.clock.now());
    const confirmed = await browser.call(identity.confirmSecondFactor, { code });
    expect(confirmed.ok && confirmed.output.recoveryCodes).toHaveLength(10);
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ ok: true });
    expect(await lost.browser.call(identity.listUsers, {})).toMatchObject({ refused: 'notSignedIn' });
    at('2026-11-03T01:05:00Z');
    const again = await signIn('other-phone');
    for (const old of [codeAt(lost.secret, world.clock.now()), third])
      expect(await again.call(identity.giveSecondFactor, { code: old })).toMatchObject({
        refused: 'codeRefused',
      });
    expect(
      await again.call(identity.giveSecondFactor, { code: codeAt(secret, world.clock.now()) }),
    ).toMatchObject({ ok: true });
  });

  it('[ID24] until the new phone is confirmed the present one stays in use', async () => {
    const { browser, secret } = await bound('both-phones');
    const code = codeAt(secret, world.clock.now());
    const shown = await browser.call(identity.changeAuthenticator, { password: GOOD_PASSWORD, code });
    const fresh = shown.ok ? shown.output.secret : '';
    expect(fresh).not.toBe(secret);
    expect(await browser.call(identity.confirmSecondFactor, { code: '000000' })).toMatchObject({
      refused: 'authenticatorCodeRefused',
    });
    at('2026-11-03T01:04:00Z');
    const other = await signIn('both-phones');
    const codeOf = (one: string) => codeAt(one, world.clock.now());
    expect(await other.call(identity.giveSecondFactor, { code: codeOf(fresh) })).toMatchObject({
      refused: 'codeRefused',
    });
    expect(await other.call(identity.confirmSecondFactor, { code: codeOf(fresh) })).toMatchObject({
      refused: 'secondFactorAlreadySetUp',
    });
    expect(await other.call(identity.giveSecondFactor, { code: codeOf(secret) })).toMatchObject({ ok: true });
    expect(await other.call(identity.confirmSecondFactor, { code: codeOf(fresh) })).toMatchObject({
      ok: true,
    });
  });

  it('[ID24] there is no other phone to change to without a second factor', async () => {
    await world.addPerson({ login: 'no-phone' });
    const browser = await signIn('no-phone');
    expect(
      await browser.call(identity.changeAuthenticator, { password: GOOD_PASSWORD, code: '000000' }),
    ).toMatchObject({ refused: 'secondFactorNotSetUp' });
  });

  it('[ID11] a wrong code is not answered with recovery codes where there are none to give', async () => {
    await world.addPerson({ login: 'first-code', assignments: admin });
    const browser = await signIn('first-code');
    await browser.call(identity.setUpSecondFactor, {});
    const { browser: renewing } = await bound('renewing');
    for (const answer of [
      await browser.call(identity.confirmSecondFactor, { code: '000000' }),
      await renewing.call(identity.renewRecoveryCodes, { code: '000000' }),
    ])
      expect(answer).toMatchObject({
        refused: 'authenticatorCodeRefused',
        message: expect.not.stringContaining('dự phòng'),
      });
  });

  it('[ID4] wrong codes are delayed as wrong passwords are', async () => {
    const { secret } = await bound('guessed');
    const browser = await signIn('guessed');
    for (let i = 0; i < 5; i++)
      expect(await browser.call(identity.giveSecondFactor, { code: `00000${i}` })).toMatchObject({
        refused: 'codeRefused',
      });
    const code = codeAt(secret, world.clock.now());
    expect(await browser.call(identity.giveSecondFactor, { code })).toMatchObject({
      refused: 'signInDelayed',
    });
    at('2026-11-03T01:02:06Z');
    expect(
      await browser.call(identity.giveSecondFactor, { code: codeAt(secret, world.clock.now()) }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('[ID9] cannot be switched off by those who must have it; others can, with their password', async () => {
    const { browser } = await bound('must');
    expect(await browser.call(identity.disableSecondFactor, { password: GOOD_PASSWORD })).toMatchObject({
      refused: 'secondFactorRequired',
      message: expect.stringContaining('Quản trị hệ thống'),
    });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { mustHaveSecondFactor: true } });
    const { browser: free } = await bound('may', []);
    expect(await free.call(identity.whoAmI, {})).toMatchObject({ output: { mustHaveSecondFactor: false } });
    expect((await signIn('may')).next).toBe('giveSecondFactor');
    expect(await free.call(identity.disableSecondFactor, { password: 'sai' })).toMatchObject({
      refused: 'passwordWrong',
    });
    expect(await free.call(identity.disableSecondFactor, { password: GOOD_PASSWORD })).toMatchObject({
      ok: true,
    });
    expect((await signIn('may')).next).toBe('ready');
  });

  it('[ID10] the demo has a day of its own, the phone has not: it shows the code of the real moment', async () => {
    const phone = new Date('2027-05-20T08:00:10Z');
    const clock = systemClock(
      () => day('2026-11-03'),
      () => phone,
    );
    const demo = await identityWorld({ clock });
    try {
      await demo.addPerson({ login: 'demo', assignments: admin });
      const browser = demo.browser();
      await browser.call(identity.signIn, { login: 'demo', password: GOOD_PASSWORD });
      const setUp = await browser.call(identity.setUpSecondFactor, {});
      const secret = setUp.ok ? setUp.output.secret : '';
      const codeOfDemoDay = codeAt(secret, clock.now());
      expect(await browser.call(identity.confirmSecondFactor, { code: codeOfDemoDay })).toMatchObject({
        ok: false,
      });
      expect(await browser.call(identity.confirmSecondFactor, { code: codeAt(secret, phone) })).toMatchObject(
        {
          ok: true,
        },
      );
    } finally {
      await demo.close();
    }
  });

  it('[ID9] in the demo nobody must; who has set it up is still asked', async () => {
    const demo = await identityWorld();
    try {
      await demo.addPerson({ login: 'demo', assignments: admin });
      const browser = demo.browser();
      const signInToDemo = () => browser.call(identity.signIn, { login: 'demo', password: GOOD_PASSWORD });
      expect(await signInToDemo()).toMatchObject({ output: { next: 'ready' } });
      expect(await browser.call(identity.whoAmI, {})).toMatchObject({
        output: { mustHaveSecondFactor: false },
      });
      const setUp = await browser.call(identity.setUpSecondFactor, {});
      const secret = setUp.ok ? setUp.output.secret : '';
      await browser.call(identity.confirmSecondFactor, { code: codeAt(secret, demo.clock.now()) });
      expect(await signInToDemo()).toMatchObject({ output: { next: 'giveSecondFactor' } });
    } finally {
      await demo.close();
    }
  });
});

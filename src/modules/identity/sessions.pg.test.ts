import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import * as identity from './contract.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());
beforeEach(() => at('2026-11-03T01:00:00Z'));

const at = (moment: string) => world.clock.moveTo(moment);

async function signedIn(login: string) {
  const browser = world.browser();
  const answer = await browser.call(identity.signIn, { login, password: GOOD_PASSWORD });
  expect(answer).toMatchObject({ output: { next: 'ready' } });
  const state = async () => {
    const me = await browser.call(identity.whoAmI, {});
    return me.ok ? me.output.state : me.refused;
  };
  return { ...browser, state };
}

async function administrator(login: string) {
  await world.addPerson({ login, assignments: [anAssignment({ role: 'administrator' })] });
  return signedIn(login);
}

describe('sessions', () => {
  it('[ID6] end after 30 minutes without a request, not before', async () => {
    await world.addPerson({ login: 'idle' });
    const browser = await signedIn('idle');
    at('2026-11-03T01:29:59Z');
    expect(await browser.state()).toBe('signedIn');
    at('2026-11-03T01:59:58Z');
    expect(await browser.state()).toBe('signedIn');
    at('2026-11-03T02:29:58Z');
    expect(await browser.state()).toBe('signedOut');
    at('2026-11-03T02:00:00Z');
    expect(await browser.state()).toBe('signedIn');
  });

  it('[ID6] end after 12 hours, however busy', async () => {
    await world.addPerson({ login: 'busy' });
    const browser = await signedIn('busy');
    for (let minute = 20; minute < 720; minute += 20) {
      at(new Date(Date.parse('2026-11-03T01:00:00Z') + minute * 60_000).toISOString());
      expect(await browser.state()).toBe('signedIn');
    }
    at('2026-11-03T12:59:59Z');
    expect(await browser.state()).toBe('signedIn');
    at('2026-11-03T13:00:00Z');
    expect(await browser.state()).toBe('signedOut');
  });

  it('[ID6] the moment of the last request is written once a minute at most', async () => {
    const { userId } = await world.addPerson({ login: 'quick' });
    const browser = await signedIn('quick');
    const lastSeen = async () => {
      const { rows } = await world.database.owner.query<{ at: Date }>(
        'select last_seen_at as at from identity.session where user_id = $1',
        [userId],
      );
      return rows[0]?.at.toISOString();
    };
    at('2026-11-03T01:00:59Z');
    await browser.state();
    expect(await lastSeen()).toBe('2026-11-03T01:00:00.000Z');
    at('2026-11-03T01:01:00Z');
    await browser.state();
    expect(await lastSeen()).toBe('2026-11-03T01:01:00.000Z');
  });

  it('[ID7] signing out ends this session at once and no other', async () => {
    await world.addPerson({ login: 'two' });
    const [desk, phone] = [await signedIn('two'), await signedIn('two')];
    const token = desk.cookie()?.split('=')[1] ?? '';
    await desk.call(identity.signOut, {});
    expect(desk.cookie()).toBeUndefined();
    expect((await world.identity.identify(token)).kind).toBe('anonymous');
    expect(await phone.state()).toBe('signedIn');
  });

  it('[ID7] signing out is written down where it ended a session, and only there', async () => {
    const { userId } = await world.addPerson({ login: 'once' });
    const browser = await signedIn('once');
    const entries = async () => {
      const { rows } = await world.database.owner.query<{ actor: string; subject: string }>(
        `select actor, subject from platform.audit_entry where command = 'identity.signOut' order by sequence`,
      );
      return rows;
    };
    const before = (await entries()).length;
    expect(await world.browser().call(identity.signOut, {})).toMatchObject({ ok: true });
    expect(await entries()).toHaveLength(before);
    expect(await browser.call(identity.signOut, {})).toMatchObject({ ok: true });
    expect(await browser.call(identity.signOut, {})).toMatchObject({ ok: true });
    const written = (await entries()).slice(before);
    expect(written).toHaveLength(1);
    expect(written[0]?.subject).toBe(JSON.stringify({ user: userId }));
  });

  it('[ID7] signing out everywhere ends all of them at once', async () => {
    await world.addPerson({ login: 'all' });
    const [desk, phone] = [await signedIn('all'), await signedIn('all')];
    expect(await desk.call(identity.signOutEverywhere, {})).toMatchObject({ output: { ended: 2 } });
    expect(await phone.state()).toBe('signedOut');
    expect(await desk.call(identity.signOutEverywhere, {})).toMatchObject({ refused: 'notSignedIn' });
  });

  it('[ID7] disabling a person ends their sessions at once and lets nobody in; enabling does', async () => {
    const admin = await administrator('keeper');
    const { userId } = await world.addPerson({ login: 'leaving' });
    const browser = await signedIn('leaving');
    expect(await admin.call(identity.disableUser, { userId })).toMatchObject({ ok: true });
    expect(await browser.state()).toBe('signedOut');
    const signIn = () => world.browser().call(identity.signIn, { login: 'leaving', password: GOOD_PASSWORD });
    expect(await signIn()).toMatchObject({ refused: 'signInRefused' });
    await admin.call(identity.enableUser, { userId });
    expect(await signIn()).toMatchObject({ ok: true });
  });

  it('[ID7] changing the password ends the other sessions', async () => {
    await world.addPerson({ login: 'careful' });
    const [desk, phone] = [await signedIn('careful'), await signedIn('careful')];
    const next = 'ruộng bậc thang mùa lúa chín';
    const change = (current: string, wanted: string) =>
      desk.call(identity.changePassword, { current, next: wanted });
    expect(await change('không phải', next)).toMatchObject({ refused: 'passwordWrong' });
    expect(await change(GOOD_PASSWORD, 'ngắn')).toMatchObject({ refused: 'passwordTooShort' });
    expect(await change(GOOD_PASSWORD, 'matkhau123456')).toMatchObject({ refused: 'passwordGuessable' });
    expect(await phone.state()).toBe('signedIn');
    expect(await change(GOOD_PASSWORD, next)).toMatchObject({ ok: true });
    expect([await desk.state(), await phone.state()]).toEqual(['signedIn', 'signedOut']);
    expect(await world.browser().call(identity.signIn, { login: 'careful', password: next })).toMatchObject({
      ok: true,
    });
  });

  it('[ID12] an office holds to the end of its last day in Vietnam, then its scope is gone', async () => {
    const communeId = await world.addCommune('540107', 'Xã Bảy');
    await world.addPerson({
      login: 'until',
      assignments: [
        anAssignment({ role: 'villageHead', communeId, villageCode: '54010701', validTo: day('2026-11-03') }),
      ],
    });
    at('2026-11-03T16:50:00Z');
    const browser = await signedIn('until');
    const token = browser.cookie()?.split('=')[1] ?? '';
    expect(await world.identity.identify(token)).toMatchObject({
      role: 'villageHead',
      scope: {
        communeIds: [communeId],
        officeIds: [],
        system: false,
        villageCodes: ['54010701'],
        seat: 'villageHead:54010701',
      },
    });
    at('2026-11-03T17:00:00Z');
    expect(await world.identity.identify(token)).toMatchObject({
      kind: 'person',
      role: null,
      scope: { communeIds: [], officeIds: [], system: false },
    });
  });

  it('[ID12] nobody acts under an office of somebody else, or one that is over or yet to come', async () => {
    const communeId = await world.addCommune('540108', 'Xã Tám');
    const police = anAssignment({ role: 'communePolice', communeId });
    const other = await world.addPerson({ login: 'other', assignments: [police] });
    const own = await world.addPerson({
      login: 'own',
      assignments: [
        police,
        { ...police, validTo: day('2026-11-02') },
        { ...police, validFrom: day('2026-11-04') },
      ],
    });
    const browser = await signedIn('own');
    const [current, ended, coming] = own.assignmentIds;
    for (const assignmentId of [other.assignmentIds[0], ended, coming])
      expect(
        await browser.call(identity.switchAssignment, { assignmentId: assignmentId as never }),
      ).toMatchObject({ refused: 'notFound' });
    expect(await browser.call(identity.switchAssignment, { assignmentId: current as never })).toMatchObject({
      ok: true,
    });
  });
});

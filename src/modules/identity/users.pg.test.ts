import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import { addSampleUsers } from './add-sample-users.ts';
import { codeAt } from './authenticator.ts';
import * as identity from './contract.ts';
import { ensureFirstAdministrator } from './ensure-first-administrator.ts';
import { anAssignment, type Browser, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let admin: Browser;

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.moveTo('2026-11-03T01:00:00Z'));

const tokenOf = (link: { path: string }) => link.path.split('#')[1] ?? '';
const phrase = 'ruộng bậc thang mùa lúa chín';
const noPlaces = {
  officeId: null,
  communeId: null,
  branchCode: null,
  associationCode: null,
  villageCode: null,
  groupCode: null,
  validTo: null,
  decidedBy: null,
};

async function signIn(login: string, password = GOOD_PASSWORD) {
  const browser = world.browser();
  return { browser, answer: await browser.call(identity.signIn, { login, password }) };
}

async function added(login: string) {
  const answer = await admin.call(identity.addUser, {
    fullName: 'H Thử Kbuôr',
    login,
    phone: null,
    assignment: null,
  });
  if (!answer.ok) throw new Error(answer.refused);
  return answer.output;
}

describe('the first administrator', () => {
  it('[ID16] is made through a link that the start gives while there is none', async () => {
    const first = await ensureFirstAdministrator(world.platform);
    const link = await ensureFirstAdministrator(world.platform);
    expect(link?.path).toMatch(/^\/quan-tri-dau-tien#[\w-]{43}$/);
    const make = (token: string, password = GOOD_PASSWORD) =>
      world
        .browser()
        .call(identity.createFirstAdministrator, { token, fullName: 'Y Quản Mlô', login: 'mlo', password });
    expect(await make(tokenOf(first ?? { path: '' }))).toMatchObject({ refused: 'linkNotUsable' });
    const token = tokenOf(link ?? { path: '' });
    expect(await make(token, 'quantri123456')).toMatchObject({ refused: 'passwordGuessable' });
    expect(await make(token)).toMatchObject({ output: { login: 'mlo' } });
    expect(await make(token)).toMatchObject({ refused: 'linkNotUsable' });
    expect(await ensureFirstAdministrator(world.platform)).toBeUndefined();
    ({ browser: admin } = await signIn('mlo'));
    expect(await admin.call(identity.whoAmI, {})).toMatchObject({
      output: { acting: { role: 'administrator', roleTitle: 'Quản trị hệ thống', place: '' }, communes: [] },
    });
  });

  it('[ID17] cannot disable themselves or end their own office while they are the last', async () => {
    const me = await admin.call(identity.whoAmI, {});
    if (!me.ok || me.output.state !== 'signedIn') throw new Error('not signed in');
    const { userId, acting } = me.output;
    const assignmentId = acting?.id ?? userId;
    const end = () =>
      admin.call(identity.endAssignment, { userId, assignmentId, lastDay: day('2026-11-03') });
    expect(await admin.call(identity.disableUser, { userId })).toMatchObject({
      refused: 'lastAdministrator',
    });
    expect(await end()).toMatchObject({ refused: 'lastAdministrator' });
    await world.addPerson({ login: 'second', assignments: [anAssignment({ role: 'administrator' })] });
    expect(await end()).toMatchObject({ ok: true });
    await world.database.owner.query('update identity.assignment set valid_to = null where id = $1', [
      assignmentId,
    ]);
  });
});

describe('[ID26] an office', () => {
  it('is held once at its place on any day, and again after its last day', async () => {
    const { userId } = await world.addPerson({ login: 'twice', assignments: [] });
    const give = (validFrom: string) =>
      admin.call(identity.addAssignment, {
        ...anAssignment({ role: 'administrator', validFrom: day(validFrom) }),
        userId,
      });
    const given = await give('2026-01-01');
    if (!given.ok) throw new Error(given.refused);
    expect(await give('2026-11-01')).toMatchObject({ refused: 'officeHeldAlready' });
    const end = (lastDay: string) =>
      admin.call(identity.endAssignment, {
        userId,
        assignmentId: given.output.assignmentId,
        lastDay: day(lastDay),
      });
    await end('2026-10-31');
    await end('2026-09-30');
    expect(await give('2026-10-01')).toMatchObject({ ok: true });
  });
});

describe('links', () => {
  it('[ID15] set a password once; a refused password leaves the link usable', async () => {
    const { link } = await added('0900000001');
    expect((await signIn('0900000001', phrase)).answer).toMatchObject({ refused: 'signInRefused' });
    const use = (password: string) =>
      world.browser().call(identity.usePasswordLink, { token: tokenOf(link), password });
    expect(await use('0900000001!!')).toMatchObject({ refused: 'passwordGuessable' });
    expect(await use(phrase)).toMatchObject({ output: { login: '0900000001' } });
    expect(await use(phrase)).toMatchObject({ refused: 'linkNotUsable' });
    expect((await signIn('0900000001', phrase)).answer).toMatchObject({ ok: true });
  });

  it('[ID15] work for 72 hours, and not after a newer one or for a disabled person', async () => {
    const use = (link: { path: string }) =>
      world.browser().call(identity.usePasswordLink, { token: tokenOf(link), password: phrase });
    const late = await added('0900000002');
    const replaced = await added('0900000003');
    const disabled = await added('0900000004');
    const reset = await admin.call(identity.resetUser, { userId: replaced.userId });
    await admin.call(identity.disableUser, { userId: disabled.userId });
    expect(await use(replaced.link)).toMatchObject({ refused: 'linkNotUsable' });
    expect(await use(disabled.link)).toMatchObject({ refused: 'linkNotUsable' });
    world.clock.moveTo('2026-11-06T01:00:00Z');
    expect(await use(late.link)).toMatchObject({ refused: 'linkNotUsable' });
    world.clock.moveTo('2026-11-06T00:59:59Z');
    expect(await use(late.link)).toMatchObject({ ok: true });
    expect(reset.ok && (await use(reset.output.link))).toMatchObject({ ok: true });
  });

  it('[ID18] resetting takes password, second factor, recovery codes and sessions away', async () => {
    const { userId } = await world.addPerson({ login: 'lost phone' });
    const { browser } = await signIn('lost phone');
    const setUp = await browser.call(identity.setUpSecondFactor, {});
    const secret = setUp.ok ? setUp.output.secret : '';
    await browser.call(identity.confirmSecondFactor, { code: codeAt(secret, world.clock.now()) });
    const reset = await admin.call(identity.resetUser, { userId });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { state: 'signedOut' } });
    expect((await signIn('lost phone')).answer).toMatchObject({ refused: 'signInRefused' });
    const token = reset.ok ? tokenOf(reset.output.link) : '';
    await world.browser().call(identity.usePasswordLink, { token, password: phrase });
    expect((await signIn('lost phone', phrase)).answer).toMatchObject({ output: { next: 'ready' } });
    const { rows } = await world.database.owner.query(
      'select from identity.recovery_code where user_id = $1',
      [userId],
    );
    expect(rows).toHaveLength(0);
  });
});

describe('the administrator', () => {
  it('[ID20] adds people with an office; a login is taken once, however it is written', async () => {
    const communeId = await world.addCommune('540201', 'Xã Cư Mgar');
    const officeId = await world.addOffice('004821', [communeId]);
    const add = (login: string, over: object) =>
      admin.call(identity.addUser, {
        fullName: 'Trần Văn Thử',
        login,
        phone: null,
        assignment: { ...noPlaces, role: 'communeChair', validFrom: day('2026-11-01'), ...over },
      });
    expect(await add('tran.thu', { communeId })).toMatchObject({ ok: true });
    expect(await add('TRẦN.THỬ', { communeId })).toMatchObject({ refused: 'loginTaken' });
    expect(await add('a1', {})).toMatchObject({ refused: 'assignmentIncomplete', data: { field: 'xã' } });
    expect(await add('a2', { communeId: officeId })).toMatchObject({ refused: 'placeUnknown' });
    expect(await add('a3', { role: 'villageHead', communeId, villageCode: '54020199' })).toMatchObject({
      refused: 'placeUnknown',
    });
    expect(await add('a4', { communeId, validTo: day('2026-10-31') })).toMatchObject({
      refused: 'endBeforeStart',
    });
    const list = await admin.call(identity.listUsers, { text: 'tran van' });
    expect(list).toMatchObject({
      output: {
        users: [
          { login: 'tran.thu', hasPassword: false, assignments: [{ place: 'Xã Cư Mgar', isCurrent: true }] },
        ],
      },
    });
  });

  it('[ID20] finds people by part of name, login or phone; wild cards are letters', async () => {
    const found = async (text: string) => {
      const list = await admin.call(identity.listUsers, { text });
      return list.ok ? list.output.users.length : -1;
    };
    expect(await found('quan mlo')).toBe(1);
    expect(await found('%')).toBe(0);
    expect(await found('_')).toBe(0);
  });

  it('[ID20] reads the list a page at a time', async () => {
    for (let i = 0; i < 110; i++) await world.addPerson({ login: `page-${String(i).padStart(3, '0')}` });
    const first = await admin.call(identity.listUsers, { text: 'page-' });
    if (!first.ok) throw new Error(first.refused);
    expect(first.output.users).toHaveLength(100);
    const rest = await admin.call(identity.listUsers, { text: 'page-', after: first.output.next ?? '' });
    expect(rest).toMatchObject({ output: { next: null } });
    expect(rest.ok && rest.output.users.map((user) => user.login)[0]).toBe('page-100');
  });

  it('[ID20] never sees a hash or a secret', async () => {
    const list = await admin.call(identity.listUsers, {});
    expect(JSON.stringify(list)).not.toMatch(/argon2|secret|hash/i);
  });

  it('[ID20] asks about people that are not there in vain', async () => {
    const userId = '0192f0c8-0000-7000-8000-00000000ffff' as Id;
    for (const operation of [identity.disableUser, identity.enableUser, identity.resetUser])
      expect(await admin.call(operation, { userId })).toMatchObject({ refused: 'notFound', status: 404 });
  });

  it('[ID20] nobody else reads or changes users', async () => {
    const { userId } = await world.addPerson({ login: 'curious' });
    const { browser } = await signIn('curious');
    expect(await browser.call(identity.listUsers, {})).toMatchObject({ refused: 'notAllowed' });
    expect(await browser.call(identity.resetUser, { userId })).toMatchObject({ refused: 'notAllowed' });
  });

  it('[ID19] sample people are marked, and adding them twice changes nothing', async () => {
    const people = [
      { fullName: 'Mẫu Một', login: 'mau-1', phone: null, password: 'giaoban-mau-1', assignments: [] },
    ];
    const { clock, newId } = world.platform;
    const addThem = () =>
      world.database.app.write({ ...NO_SCOPE, system: true }, (tx) =>
        addSampleUsers({ tx, clock, newId }, people),
      );
    await addThem();
    await addThem();
    const { browser, answer } = await signIn('mau-1', 'giaoban-mau-1');
    expect(answer).toMatchObject({ ok: true });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({ output: { isSample: true } });
  });
});

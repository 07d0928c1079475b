import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import * as identity from './contract.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

const wrong = 'một mật khẩu không phải';
const at = (time: string) => world.clock.moveTo(`2026-11-03T${time}Z`);

describe('sign-in', () => {
  it('[ID2] by a phone number or a name, however they are typed', async () => {
    await world.addPerson({ login: '0912345678' });
    await world.addPerson({ login: 'Đặng Hồng' });
    for (const login of ['+84 912.345.678', '0912 345 678', 'dang  hong', 'ĐẶNG HỒNG'])
      expect(await world.browser().call(identity.signIn, { login, password: GOOD_PASSWORD })).toMatchObject({
        output: { next: 'ready' },
      });
  });

  it('[ID2] the password is taken whether its marks come composed or not', async () => {
    await world.addPerson({ login: 'nfd' });
    const password = GOOD_PASSWORD.normalize('NFD');
    expect(password).not.toBe(GOOD_PASSWORD);
    expect(await world.browser().call(identity.signIn, { login: 'nfd', password })).toMatchObject({
      ok: true,
    });
  });

  it('[ID3] unknown, disabled, without a password and wrong are one answer after one comparison each', async () => {
    await world.addPerson({ login: 'known' });
    await world.addPerson({ login: 'unset', password: null });
    const { userId } = await world.addPerson({ login: 'locked' });
    await world.database.owner.query('update identity.user_account set disabled_at = $2 where id = $1', [
      userId,
      world.clock.now(),
    ]);
    const tries = [
      { login: 'nobody at all', password: wrong },
      { login: 'known', password: wrong },
      { login: 'unset', password: wrong },
      { login: 'locked', password: GOOD_PASSWORD },
    ];
    const answers = new Set<string>();
    for (const one of tries) {
      const before = world.passwords.count();
      const { ok, ...rest } = await world.browser().call(identity.signIn, one);
      expect(ok).toBe(false);
      expect(world.passwords.count() - before).toBe(1);
      answers.add(JSON.stringify({ ...rest, reference: '' }));
    }
    expect([...answers]).toEqual([expect.stringContaining('signInRefused')]);
  });

  it('[ID4] five failures in a row are free, then the delay grows, and it ends', async () => {
    at('03:00:00');
    await world.database.owner.query('delete from identity.sign_in_attempt');
    await world.addPerson({ login: 'slow' });
    const tryIt = (password: string) => world.browser().call(identity.signIn, { login: 'slow', password });
    for (let i = 0; i < 5; i++) expect(await tryIt(wrong)).toMatchObject({ refused: 'signInRefused' });
    expect(await tryIt(GOOD_PASSWORD)).toMatchObject({
      refused: 'signInDelayed',
      status: 429,
      data: { seconds: 5 },
    });
    at('03:00:04');
    expect(await tryIt(GOOD_PASSWORD)).toMatchObject({ data: { seconds: 1 } });
    at('03:00:05');
    expect(await tryIt(wrong)).toMatchObject({ refused: 'signInRefused' });
    expect(await tryIt(wrong)).toMatchObject({ refused: 'signInDelayed', data: { seconds: 10 } });
    at('03:00:15');
    expect(await tryIt(GOOD_PASSWORD)).toMatchObject({ ok: true });
  });

  it('[ID4] a success starts the account anew, but not the address', async () => {
    at('05:00:00');
    await world.database.owner.query('delete from identity.sign_in_attempt');
    await world.addPerson({ login: 'one' });
    const tryIt = (login: string, password: string) =>
      world.browser().call(identity.signIn, { login, password });
    for (let i = 0; i < 4; i++) await tryIt('one', wrong);
    expect(await tryIt('one', GOOD_PASSWORD)).toMatchObject({ ok: true });
    expect(await tryIt('somebody else', wrong)).toMatchObject({ refused: 'signInRefused' });
    expect(await tryIt('one', GOOD_PASSWORD)).toMatchObject({ refused: 'signInDelayed' });
    at('05:00:05');
    expect(await tryIt('one', GOOD_PASSWORD)).toMatchObject({ ok: true });
  });

  it('[ID4] whoever holds an IPv6 network guesses no more often than whoever holds one address', async () => {
    at('06:00:00');
    await world.database.owner.query('delete from identity.sign_in_attempt');
    const guess = (address: string, number: number) =>
      world.browser(address).call(identity.signIn, { login: `nobody${number}`, password: wrong });
    for (let i = 0; i < 5; i++)
      expect(await guess(`2001:db8:1:2::${i}`, i)).toMatchObject({ refused: 'signInRefused' });
    expect(await guess('2001:db8:1:2:ffff::9', 6)).toMatchObject({ refused: 'signInDelayed' });
    expect(await guess('2001:db8:1:3::1', 7)).toMatchObject({ refused: 'signInRefused' });
  });

  it('[ID4] guesses sent at the same moment are counted one by one', async () => {
    at('07:00:00');
    await world.database.owner.query('delete from identity.sign_in_attempt');
    await world.addPerson({ login: 'flooded' });
    const before = world.passwords.count();
    const guesses = Array.from({ length: 12 }, () =>
      world.browser().call(identity.signIn, { login: 'flooded', password: wrong }),
    );
    const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.refused));
    expect(answers.filter((answer) => answer === 'signInRefused')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'signInDelayed')).toHaveLength(7);
    expect(world.passwords.count() - before).toBe(5);
  });

  it('[ID4] keeps neither logins nor addresses', async () => {
    const { rows } = await world.database.owner.query<{ key: string }>(
      'select key from identity.sign_in_attempt',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(account|address|code):[0-9a-f]{64}$/);
  });

  it('[ID6] gives a new token each time and ends the session the browser came with', async () => {
    at('09:00:00');
    await world.database.owner.query('delete from identity.sign_in_attempt');
    await world.addPerson({ login: 'twice' });
    const browser = world.browser();
    await browser.call(identity.signIn, { login: 'twice', password: GOOD_PASSWORD });
    const first = browser.cookie()?.split('=')[1] ?? '';
    await browser.call(identity.signIn, { login: 'twice', password: GOOD_PASSWORD });
    const second = browser.cookie()?.split('=')[1] ?? '';
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect((await world.identity.identify(first)).kind).toBe('anonymous');
    expect((await world.identity.identify(second)).kind).toBe('person');
  });

  it('[ID6] only a hash of the token is stored', async () => {
    const { rows } = await world.database.owner.query<{ hash: string }>(
      'select token_hash as hash from identity.session',
    );
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[ID21] leaves an entry in the system chain that names ids and nobody', async () => {
    await world.addPerson({ login: '0987654321', fullName: 'H Bích Ayun' });
    await world.browser().call(identity.signIn, { login: '0987654321', password: GOOD_PASSWORD });
    const { rows } = await world.database.owner.query<{ text: string }>(
      `select (actor || ' ' || command || ' ' || subject) as text from platform.audit_entry order by sequence`,
    );
    expect(rows.at(-1)?.text).toContain('identity.signIn');
    for (const { text } of rows) expect(text).not.toMatch(/0987654321|Bích/);
  });

  it('[ID1] [ID12] holds several offices, acts under one: the one used last, if it still holds', async () => {
    at('10:00:00');
    const communeId = await world.addCommune('540101', 'Xã Một');
    const { assignmentIds } = await world.addPerson({
      login: 'several',
      assignments: [
        anAssignment({
          role: 'villageHead',
          communeId,
          villageCode: '54010101',
          validFrom: day('2021-01-01'),
        }),
        anAssignment({ role: 'communePolice', communeId, validFrom: day('2022-01-01') }),
      ],
    });
    const [villageHead = '' as never] = assignmentIds;
    const browser = world.browser();
    const signIn = () => browser.call(identity.signIn, { login: 'several', password: GOOD_PASSWORD });
    const acting = async () => {
      const me = await browser.call(identity.whoAmI, {});
      return me.ok && me.output.state === 'signedIn' ? me.output.acting?.role : undefined;
    };
    await signIn();
    expect(await acting()).toBe('communePolice');
    await browser.call(identity.switchAssignment, { assignmentId: villageHead });
    expect(await acting()).toBe('villageHead');
    world.clock.moveTo('2026-11-03T10:05:00Z');
    await signIn();
    expect(await acting()).toBe('villageHead');
  });

  it('[GV169] holds an office of a ward under a title that calls it one', async () => {
    const communeId = await world.addCommune('540104', 'Phường Phú Lâm');
    const assignments = [anAssignment({ role: 'communePolice', communeId, validFrom: day('2022-01-01') })];
    await world.addPerson({ login: 'ofward', assignments });
    const browser = world.browser();
    await browser.call(identity.signIn, { login: 'ofward', password: GOOD_PASSWORD });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({
      output: { acting: { roleTitle: 'Công an phường', place: 'Phường Phú Lâm' } },
    });
  });

  it('[GV190] heads a village of a ward under the title that its name gives', async () => {
    const communeId = await world.addCommune('540105', 'Phường Tuy Hòa');
    await world.database.owner.query(
      `insert into registry.area (id, kind, parent_id, bank_code, name, valid_from)
       values ($1, 'village', $2, '54010502', 'Khu phố 2', '2020-01-01')`,
      [world.platform.newId(), communeId],
    );
    const held = anAssignment({
      ...{ role: 'villageHead', communeId, villageCode: '54010502', validFrom: day('2022-01-01') },
    });
    await world.addPerson({ login: 'headofward', assignments: [held] });
    const browser = world.browser();
    await browser.call(identity.signIn, { login: 'headofward', password: GOOD_PASSWORD });
    expect(await browser.call(identity.whoAmI, {})).toMatchObject({
      output: { acting: { roleTitle: 'Trưởng khu phố', place: 'Phường Tuy Hòa · Khu phố 2' } },
    });
  });
});

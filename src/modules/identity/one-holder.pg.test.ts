import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import * as identity from './contract.ts';
import { anAssignment, type Browser, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let admin: Browser;

beforeAll(async () => {
  world = await identityWorld();
  await world.addPerson({ login: 'keeper', assignments: [anAssignment({ role: 'administrator' })] });
  admin = world.browser();
  await admin.call(identity.signIn, { login: 'keeper', password: GOOD_PASSWORD });
});
afterAll(() => world.close());

describe('[ID27] an office of one person', () => {
  const chairOf = (communeId: Id, validFrom: string, validTo: string | null = null) =>
    anAssignment({
      role: 'communeChair',
      communeId,
      validFrom: day(validFrom),
      validTo: validTo === null ? null : day(validTo),
    });
  const give = (userId: Id, given: ReturnType<typeof anAssignment>, isBesideOther?: true) =>
    admin.call(identity.addAssignment, { ...given, userId, isBesideOther });

  it('is not given to a second without asking, and then given all the same', async () => {
    const communeId = await world.addCommune('540901', 'Xã Một');
    const other = await world.addCommune('540902', 'Xã Hai');
    const assignments = [chairOf(communeId, '2026-01-01', '2026-12-31')];
    await world.addPerson({ login: 'chair-1', fullName: 'Y Một Niê', assignments });
    const { userId } = await world.addPerson({ login: 'chair-2', assignments: [] });
    expect(await give(userId, chairOf(communeId, '2026-12-31'))).toMatchObject({
      refused: 'officeHeldByOther',
      data: {
        office: 'Chủ tịch UBND xã Một',
        holder: 'Y Một Niê',
        days: 'từ ngày 01/01/2026, đến hết ngày 31/12/2026',
      },
    });
    const person = { fullName: 'H Ba Niê', login: 'chair-3', phone: null };
    expect(
      await admin.call(identity.addUser, { ...person, assignment: chairOf(communeId, '2026-06-01') }),
    ).toMatchObject({ refused: 'officeHeldByOther' });
    expect(await give(userId, chairOf(other, '2026-06-01'))).toMatchObject({ ok: true });
    expect(await give(userId, chairOf(communeId, '2027-01-01'))).toMatchObject({ ok: true });
    expect(
      await admin.call(identity.addUser, {
        ...person,
        assignment: { ...chairOf(communeId, '2026-06-01'), isBesideOther: true },
      }),
    ).toMatchObject({ ok: true });
  });

  it('of two who are given it at once one is asked about', async () => {
    const communeId = await world.addCommune('540903', 'Xã Ba');
    const people = await Promise.all(
      ['at-once-1', 'at-once-2'].map((login) => world.addPerson({ login, assignments: [] })),
    );
    const answers = await Promise.all(
      people.map(({ userId }) => give(userId, chairOf(communeId, '2026-06-01'))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refused: 'officeHeldByOther' });
  });

  it('nobody is told of one who is locked out, and several hold an office of several', async () => {
    const communeId = await world.addCommune('540904', 'Xã Bốn');
    const locked = await world.addPerson({
      login: 'locked',
      assignments: [chairOf(communeId, '2026-01-01')],
    });
    await admin.call(identity.disableUser, { userId: locked.userId });
    const { userId } = await world.addPerson({ login: 'chair-4', assignments: [] });
    expect(await give(userId, chairOf(communeId, '2026-06-01'))).toMatchObject({ ok: true });
    const police = anAssignment({ role: 'communePolice', communeId, validFrom: day('2026-01-01') });
    await world.addPerson({ login: 'police', assignments: [police] });
    expect(await give(userId, police)).toMatchObject({ ok: true });
  });
});

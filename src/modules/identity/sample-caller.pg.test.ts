import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { addSampleUsers } from './add-sample-users.ts';
import { sampleCaller } from './sample-caller.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

const SYSTEM = { communeIds: [], officeIds: [], system: true };
let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

it('[ID19] the past is made by sample people in the scope of their office, and nobody real is spoken for', async () => {
  const communeId = await world.addCommune('660901', 'Xã Ea Kpam');
  const held = anAssignment({ role: 'associationHead', communeId, associationCode: '12' });
  const { platform, database } = world;
  const assignment = { ...held, validFrom: day('2025-01-01') };
  const sample = { fullName: 'Hội Phụ nữ (mẫu)', login: 'phunu', phone: null, password: GOOD_PASSWORD };
  await database.app.write(SYSTEM, (tx) =>
    addSampleUsers({ ...platform, tx }, [{ ...sample, assignments: [assignment] }]),
  );
  await world.addPerson({ login: 'that', assignments: [held] });
  await database.owner.query(`update identity.user_account set is_sample = false where login = 'that'`);
  const called = (login: string, on: string) =>
    database.app.read(SYSTEM, (tx) => sampleCaller(tx, { login, on: day(on) }));
  expect(await called('phunu', '2025-11-23')).toMatchObject({
    kind: 'person',
    sessionId: null,
    role: 'associationHead',
    scope: { communeIds: [communeId], associationCodes: ['12'], system: false },
  });
  await expect(called('phunu', '2024-12-31')).rejects.toThrow('holds no office');
  await expect(called('that', '2026-11-03')).rejects.toThrow('no sample person');
  await expect(called('ai-do', '2026-11-03')).rejects.toThrow('no sample person');
});

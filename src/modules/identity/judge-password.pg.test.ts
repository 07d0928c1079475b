import { afterAll, beforeAll, expect, it } from 'vitest';
import { changePassword, signIn } from './contract.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

it('[ID5] no password is made of names that the register knows around the person', async () => {
  const communeId = await world.addCommune('660901', 'Xã Ea Kpam');
  await world.database.owner.query(
    `insert into registry.area (id, kind, bank_code, name, parent_id, valid_from)
     values ($1, 'village', '66090101', 'Buôn Sah Luốt', $2, '2020-01-01')`,
    [world.platform.newId(), communeId],
  );
  const officeId = await world.addOffice('6609', [communeId]);
  await world.addPerson({
    login: 'can-bo',
    assignments: [anAssignment({ role: 'creditOfficer', officeId })],
  });
  const desk = world.browser();
  await desk.call(signIn, { login: 'can-bo', password: GOOD_PASSWORD });
  const change = (next: string) => desk.call(changePassword, { current: GOOD_PASSWORD, next });
  for (const guess of ['sahluot150789', 'eakpam86124953', 'phuyen150789'])
    expect(await change(guess), guess).toMatchObject({ refused: 'passwordGuessable' });
  expect(await change('ruộng bậc thang mùa lúa chín')).toMatchObject({ ok: true });
});

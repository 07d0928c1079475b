import type { Id } from '../../../kernel/ids.ts';
import { givenCommune, type TestCommune } from './given-commune.ts';

/** A commune with two points: Sơn Long on the 5th, Vân Hòa on the 19th. */
const OF_TWO_POINTS = '540103';

/** The sample office as {@link givenCommune}, its people in the commune with two points: Sơn Long on the 5th, Vân Hòa on the 19th. */
export async function givenTwoPoints(): Promise<TestCommune> {
  const given = await givenCommune();
  const { rows } = await given.database.owner.query<{ id: Id }>(
    `select id from registry.area where kind = 'commune' and bank_code = $1`,
    [OF_TWO_POINTS],
  );
  const communeId = rows[0]?.id;
  if (!communeId) throw new Error(`no commune ${OF_TWO_POINTS}`);
  return { ...given, communeId, as: (role) => given.as(role, { communeIds: [communeId] }) };
}

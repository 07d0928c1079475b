import type { Id } from '../../../kernel/ids.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { PEOPLE, type TestCommune } from './given-commune.ts';

/** A village of the commune, whose head is asked to its briefings. */
export const VILLAGE = '54010101';

/** The head of the women's union is given a village too, from a day on. @returns the id of that office held */
export async function headsVillageToo(
  { database, communeId }: TestCommune,
  { from, villageCode = VILLAGE }: { readonly from: string; readonly villageCode?: string },
): Promise<Id> {
  const assignmentId = nextId();
  await database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, village_code, valid_from)
     select $1, id, 'villageHead', $2, $3, $4 from identity.user_account where full_name = $5`,
    [assignmentId, communeId, villageCode, from, PEOPLE.associationHead],
  );
  return assignmentId;
}

/** Offices held end on a day, which is the first without them. */
export async function endsOffice(
  { database }: TestCommune,
  office: { readonly assignmentId: Id } | { readonly role: string },
  on: string,
): Promise<void> {
  const [column, value] = 'assignmentId' in office ? ['id', office.assignmentId] : ['role', office.role];
  await database.owner.query(`update identity.assignment set valid_to = $2::date - 1 where ${column} = $1`, [
    value,
    on,
  ]);
}

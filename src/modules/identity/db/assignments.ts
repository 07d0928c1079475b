import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { takeTurn } from '../../../platform/db/take-turn.ts';
import type { Assignment } from '../domain/assignment.ts';

/** The columns of an assignment under their names in code; `a` is the table. */
export const ASSIGNMENT_COLUMNS =
  sql.raw(`a.id, a.role, a.office_id as "officeId", a.commune_id as "communeId",
  a.branch_code as "branchCode", a.association_code as "associationCode", a.village_code as "villageCode",
  a.group_code as "groupCode", a.valid_from as "validFrom", a.valid_to as "validTo", a.decided_by as "decidedBy"`);

/** All offices ever held by these people, the latest first. */
export async function assignmentsOf(tx: Tx, userIds: readonly Id[]): Promise<Map<Id, Assignment[]>> {
  const { rows } = await sql<Assignment & { userId: Id }>`
    select a.user_id as "userId", ${ASSIGNMENT_COLUMNS} from identity.assignment a
    where a.user_id = any(${userIds}::uuid[])
    order by a.valid_from desc, a.id desc
  `.execute(tx);
  const byUser = new Map<Id, Assignment[]>(userIds.map((userId) => [userId, []]));
  for (const { userId, ...assignment } of rows) byUser.get(userId)?.push(assignment);
  return byUser;
}

/** Gives an office. */
export async function insertAssignment(tx: Tx, userId: Id, given: Assignment): Promise<void> {
  await sql`
    insert into identity.assignment (id, user_id, role, office_id, commune_id, branch_code, association_code,
      village_code, group_code, valid_from, valid_to, decided_by)
    values (${given.id}, ${userId}, ${given.role}, ${given.officeId}, ${given.communeId}, ${given.branchCode},
            ${given.associationCode}, ${given.villageCode}, ${given.groupCode}, ${given.validFrom}, ${given.validTo},
            ${given.decidedBy})
  `.execute(tx);
}

/** Who else, not locked out, ever held offices of this role at this commune or transaction office. */
export async function holdersOfRole(
  tx: Tx,
  {
    role,
    officeId,
    communeId,
    besides,
  }: Pick<Assignment, 'role' | 'officeId' | 'communeId'> & { besides: Id },
): Promise<(Assignment & { readonly fullName: string })[]> {
  const { rows } = await sql<Assignment & { fullName: string }>`
    select ${ASSIGNMENT_COLUMNS}, u.full_name as "fullName" from identity.assignment a
    join identity.user_account u on u.id = a.user_id and u.disabled_at is null
    where a.role = ${role} and a.office_id is not distinct from ${officeId}::uuid
      and a.commune_id is not distinct from ${communeId}::uuid and a.user_id <> ${besides}::uuid
    order by a.valid_from desc, a.id limit 1000
  `.execute(tx);
  return rows;
}

/** Sets the last day of an office. */
export async function setLastDay(tx: Tx, assignmentId: Id, lastDay: BusinessDate): Promise<void> {
  await sql`update identity.assignment set valid_to = ${lastDay} where id = ${assignmentId}`.execute(tx);
}

/**
 * The people who can sign in and are administrators today, in turn: of two administrators who would end each other at the
 * same moment the second reads what the first has left.
 */
export async function administratorsInTurn(tx: Tx, today: BusinessDate): Promise<Id[]> {
  await takeTurn(tx, 'identity.administrators');
  const { rows } = await sql<{ id: Id }>`
    select u.id from identity.user_account u
    where u.disabled_at is null and u.id in (
      select a.user_id from identity.assignment a
      where a.role = 'administrator' and a.valid_from <= ${today} and (a.valid_to is null or a.valid_to >= ${today}))
    order by u.id
  `.execute(tx);
  return rows.map((row) => row.id);
}

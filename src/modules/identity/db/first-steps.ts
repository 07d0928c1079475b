import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { FirstStep } from '../domain/first-steps.ts';

/** Whose steps, under which office. */
export type StepsOf = { readonly userId: Id; readonly role: Role };

/** The steps taken so far. */
export async function firstStepsTaken(tx: Tx, { userId, role }: StepsOf): Promise<FirstStep[]> {
  const { rows } = await sql<{ step: FirstStep }>`
    select step from identity.first_step where user_id = ${userId} and role = ${role} order by done_at, step limit 50
  `.execute(tx);
  return rows.map((row) => row.step);
}

/** Notes a step as taken; a second time changes nothing. */
export async function insertFirstStep(
  tx: Tx,
  { userId, role, step, at }: StepsOf & { readonly step: FirstStep; readonly at: Date },
): Promise<void> {
  await sql`
    insert into identity.first_step (user_id, role, step, done_at) values (${userId}, ${role}, ${step}, ${at})
    on conflict do nothing
  `.execute(tx);
}

/** Whether the list was put away. */
export async function areFirstStepsPutAway(tx: Tx, { userId, role }: StepsOf): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity.first_steps_put_away where user_id = ${userId} and role = ${role}
  `.execute(tx);
  return rows.length > 0;
}

/** Puts the list away, or takes it out again. */
export async function writePutAway(
  tx: Tx,
  { userId, role, isPutAway, at }: StepsOf & { readonly isPutAway: boolean; readonly at: Date },
): Promise<void> {
  if (isPutAway)
    await sql`
      insert into identity.first_steps_put_away (user_id, role, put_away_at) values (${userId}, ${role}, ${at})
      on conflict do nothing
    `.execute(tx);
  else
    await sql`
      delete from identity.first_steps_put_away where user_id = ${userId} and role = ${role}
    `.execute(tx);
}

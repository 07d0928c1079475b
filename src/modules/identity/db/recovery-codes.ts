import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { hashRecoveryCode } from '../tokens.ts';

/** Puts these codes in place of all the person had; none to take them away. */
export async function replaceRecoveryCodes(tx: Tx, userId: Id, codes: readonly string[]): Promise<void> {
  await sql`delete from identity.recovery_code where user_id = ${userId}`.execute(tx);
  const hashes = codes.map(hashRecoveryCode);
  await sql`
    insert into identity.recovery_code (user_id, code_hash)
    select ${userId}, code_hash from unnest(${hashes}::text[]) as code_hash
  `.execute(tx);
}

/** Uses up a code [ID11]; false when there is none such or it was used before. */
export async function spendRecoveryCode(tx: Tx, userId: Id, code: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update identity.recovery_code set used_at = ${at}
    where user_id = ${userId} and code_hash = ${hashRecoveryCode(code)} and used_at is null
    returning code_hash
  `.execute(tx);
  return rows.length === 1;
}

/** How many codes the person still has. */
export async function countRecoveryCodes(tx: Tx, userId: Id): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::integer as left from identity.recovery_code where user_id = ${userId} and used_at is null
  `.execute(tx);
  return rows[0]?.left ?? 0;
}

import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { hashToken } from '../tokens.ts';

/** What a one-time link is for. */
export type InvitationPurpose = 'first_administrator' | 'set_password';

/** A new one-time link. */
export type NewInvitation = {
  readonly token: string;
  readonly userId: Id | null;
  readonly purpose: InvitationPurpose;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** Writes a link; the open ones of the same person and purpose stop working [ID15]. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { token, userId, purpose, at, expiresAt } = invitation;
  await closeInvitations(tx, userId, at);
  await sql`
    insert into identity.invitation (token_hash, user_id, purpose, created_at, expires_at)
    values (${hashToken(token)}, ${userId}, ${purpose}, ${at}, ${expiresAt})
  `.execute(tx);
}

/** Makes the open links of a person (null: of the first administrator) useless. */
export async function closeInvitations(tx: Tx, userId: Id | null, at: Date): Promise<void> {
  await sql`
    update identity.invitation set used_at = ${at}
    where user_id is not distinct from ${userId}::uuid and used_at is null
  `.execute(tx);
}

/** Deletes links that were used, or expired unused, before a moment; answers how many. */
export async function deleteSpentInvitations(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from identity.invitation where coalesce(used_at, expires_at) < ${before}
  `.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Uses a link up; undefined when it is unknown, used, expired or for something else. */
export async function spendInvitation(
  tx: Tx,
  { token, purpose, at }: { token: string; purpose: InvitationPurpose; at: Date },
): Promise<{ userId: Id | null } | undefined> {
  const { rows } = await sql<{ userId: Id | null }>`
    update identity.invitation set used_at = ${at}
    where token_hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > ${at}
    returning user_id as "userId"
  `.execute(tx);
  return rows[0];
}

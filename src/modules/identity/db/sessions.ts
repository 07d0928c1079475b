import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Assignment } from '../domain/assignment.ts';
import { hashToken } from '../tokens.ts';
import { ASSIGNMENT_COLUMNS } from './assignments.ts';

/** A session that was not ended, of a person who is not disabled, with all offices of that person. */
export type OpenSession = {
  readonly id: Id;
  readonly userId: Id;
  readonly assignmentId: Id | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly awaitsSecondFactor: boolean;
  readonly hasSecondFactor: boolean;
  readonly assignments: readonly Assignment[];
};

type Row = Omit<OpenSession, 'assignments'> & Assignment & { sessionId: Id };

/** The session of a token [ID7]; whether its time is over is judged by `domain/session.ts`. */
export async function findSession(tx: Tx, token: string): Promise<OpenSession | undefined> {
  const { rows } = await sql<Row>`
    select s.id as "sessionId", s.user_id as "userId", s.assignment_id as "assignmentId", s.created_at as "createdAt",
      s.last_seen_at as "lastSeenAt", s.awaits_second_factor as "awaitsSecondFactor",
      u.totp_confirmed_at is not null as "hasSecondFactor", ${ASSIGNMENT_COLUMNS}
    from identity.session s
    join identity.user_account u on u.id = s.user_id
    left join identity.assignment a on a.user_id = s.user_id
    where s.token_hash = ${hashToken(token)} and s.ended_at is null and u.disabled_at is null
  `.execute(tx);
  const [first] = rows;
  if (!first) return undefined;
  const { sessionId, userId, assignmentId, createdAt, lastSeenAt, awaitsSecondFactor, hasSecondFactor } =
    first;
  const assignments = rows.filter((row) => row.id !== null);
  return {
    id: sessionId,
    userId,
    assignmentId,
    createdAt,
    lastSeenAt,
    awaitsSecondFactor,
    hasSecondFactor,
    assignments,
  };
}

/** What a new session starts with. */
export type NewSession = {
  readonly id: Id;
  readonly token: string;
  readonly userId: Id;
  readonly assignmentId: Id | null;
  readonly at: Date;
  readonly awaitsSecondFactor: boolean;
};

/** Begins a session. */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { id, token, userId, assignmentId, at, awaitsSecondFactor } = session;
  await sql`
    insert into identity.session (token_hash, id, user_id, assignment_id, created_at, last_seen_at, awaits_second_factor)
    values (${hashToken(token)}, ${id}, ${userId}, ${assignmentId}, ${at}, ${at}, ${awaitsSecondFactor})
  `.execute(tx);
}

/** Writes when the session was last used; never back in time. */
export async function touchSession(tx: Tx, sessionId: Id, at: Date): Promise<void> {
  await sql`
    update identity.session set last_seen_at = ${at} where id = ${sessionId} and last_seen_at < ${at}
  `.execute(tx);
}

/** Ends one session, at once; answers whether it was still open. */
export async function endSession(tx: Tx, sessionId: Id, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update identity.session set ended_at = ${at} where id = ${sessionId} and ended_at is null returning id
  `.execute(tx);
  return rows.length > 0;
}

/** Ends the sessions of a person, all of them or all but one; answers how many. */
export async function endSessionsOf(tx: Tx, userId: Id, at: Date, except: Id | null = null): Promise<number> {
  const { rows } = await sql`
    update identity.session set ended_at = ${at}
    where user_id = ${userId} and ended_at is null and id is distinct from ${except}::uuid
    returning id
  `.execute(tx);
  return rows.length;
}

/** Deletes sessions not used since a moment, except the newest of each person; answers how many. */
export async function deleteOldSessions(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from identity.session old
    where last_seen_at < ${before} and exists (
      select 1 from identity.session newer
      where newer.user_id = old.user_id
        and (newer.last_seen_at, newer.id) > (old.last_seen_at, old.id))
  `.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** The session acts under this office from now on. */
export async function setActingAssignment(tx: Tx, sessionId: Id, assignmentId: Id): Promise<void> {
  await sql`
    update identity.session set assignment_id = ${assignmentId} where id = ${sessionId}
  `.execute(tx);
}

/** The office a person last acted under. */
export async function lastActingAssignment(tx: Tx, userId: Id): Promise<Id | null> {
  const { rows } = await sql<{ assignmentId: Id }>`
    select assignment_id as "assignmentId" from identity.session
    where user_id = ${userId} and assignment_id is not null
    order by last_seen_at desc
    limit 1
  `.execute(tx);
  return rows[0]?.assignmentId ?? null;
}

import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Within } from './within.ts';

/** Says that a briefing is not held, by whom and why [GV109]; one that has begun stays as it is. */
export async function markCancelled(
  tx: Tx,
  cancelled: Within & {
    readonly by: Id | null;
    readonly byName: string;
    readonly at: Date;
    readonly reason: string;
  },
): Promise<void> {
  await sql`
    update governance.briefing
    set state = 'cancelled', cancelled_by = ${cancelled.by}, cancelled_by_name = ${cancelled.byName},
        cancelled_at = ${cancelled.at}, cancel_reason = ${cancelled.reason}
    where commune_id = ${cancelled.communeId} and id = ${cancelled.briefingId} and state = 'preparing'`.execute(
    tx,
  );
}

/** Locks every briefing of a commune that is prepared or goes on, always in one order, so that two who do so wait for each other. */
export async function lockStandingBriefings(tx: Tx, communeId: Id): Promise<void> {
  await sql`
    select id from governance.briefing where commune_id = ${communeId} and state in ('preparing', 'open')
    order by id for update`.execute(tx);
}

/** A difficulty that waits for an answer. */
export type UnansweredRow = {
  readonly id: Id;
  readonly villageCode: string | null;
  readonly state: 'open' | 'given';
  /** A meeting of the point has left it unanswered before [GV120]. */
  readonly isCarried: boolean;
};

/**
 * The difficulties of a briefing that wait for an answer, their rows locked until the command ends. More than one briefing takes when it
 * was given those of others that are not held.
 */
export async function lockUnanswered(tx: Tx, { communeId, briefingId }: Within): Promise<UnansweredRow[]> {
  const { rows } = await sql<UnansweredRow>`
    select id, village_code as "villageCode", state, carried_from <> '{}' as "isCarried" from governance.difficulty
    where commune_id = ${communeId} and briefing_id = ${briefingId} and state in ('open', 'given')
    order by id limit 5000 for update`.execute(tx);
  return rows;
}

/** Where difficulties of a cancelled briefing are now, and how many there; null: they wait for the next briefing. */
export type GivenBack = {
  readonly briefingId: Id | null;
  readonly metOn: BusinessDate | null;
  readonly difficulties: number;
};

/** Where the difficulties of a cancelled briefing are now, of those the scope shows [GV110]. */
export async function selectGivenBack(tx: Tx, { communeId, briefingId }: Within): Promise<GivenBack[]> {
  const { rows } = await sql<GivenBack>`
    select b.id as "briefingId", coalesce(b.met_on, b.held_on) as "metOn", count(*)::integer as difficulties
    from governance.difficulty d
    left join governance.briefing b on b.commune_id = d.commune_id and b.id = d.briefing_id
    where d.commune_id = ${communeId} and ${briefingId}::uuid = any (d.cancelled_briefings)
    group by b.id, coalesce(b.met_on, b.held_on) order by "metOn" nulls last, b.id limit 100`.execute(tx);
  return rows;
}

/** Somebody who is told that a briefing is not held; without a mail in person. */
export type CancellationRow = {
  readonly attendeeId: Id;
  /** Who is told: whoever stands on the list, or held the office before and was invited. */
  readonly toName: string;
  readonly mailId: Id | null;
  /** When and by whom they were told in person; null while they were not. */
  readonly toldAt: Date | null;
  readonly toldByName: string | null;
};

/** Keeps who is told, all of them by one statement. */
export async function insertCancellations(
  tx: Tx,
  { communeId, briefingId }: Within,
  told: readonly (Pick<CancellationRow, 'attendeeId' | 'toName' | 'mailId'> & { readonly id: Id })[],
): Promise<void> {
  await sql`
    insert into governance.cancellation (commune_id, id, briefing_id, attendee_id, to_name, mail_id)
    select ${communeId}, id, ${briefingId}, "attendeeId", "toName", "mailId"
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as row (id uuid, "attendeeId" uuid, "toName" text, "mailId" uuid)`.execute(
    tx,
  );
}

/** Who is told that a briefing is not held. */
export async function selectCancellations(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<CancellationRow[]> {
  const { rows } = await sql<CancellationRow>`
    select attendee_id as "attendeeId", to_name as "toName", mail_id as "mailId", told_at as "toldAt", told_by_name as "toldByName"
    from governance.cancellation
    where commune_id = ${communeId} and briefing_id = ${briefingId} limit 1000`.execute(tx);
  return rows;
}

/** The briefing that a mail says is not held; undefined for mails of anything else. */
export async function selectBriefingCalledOffBy(tx: Tx, communeId: Id, mailId: Id): Promise<Id | undefined> {
  const { rows } = await sql<{ briefingId: Id }>`
    select briefing_id as "briefingId" from governance.cancellation
    where commune_id = ${communeId} and mail_id = ${mailId} limit 1`.execute(tx);
  return rows[0]?.briefingId;
}

/** Keeps by which mail somebody is told after all; null: in person. */
export async function writeTellingMail(
  tx: Tx,
  {
    communeId,
    briefingId,
    attendeeId,
    toName,
    mailId,
  }: Within & Pick<CancellationRow, 'attendeeId' | 'toName' | 'mailId'>,
): Promise<void> {
  await sql`
    update governance.cancellation set mail_id = ${mailId}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and attendee_id = ${attendeeId}
      and to_name = ${toName}`.execute(tx);
}

/** Keeps that somebody was told in person, by whom and when; null: they were not. */
export async function writeToldInPerson(
  tx: Tx,
  { communeId, briefingId, attendeeId, toName }: Within & Pick<CancellationRow, 'attendeeId' | 'toName'>,
  told: { readonly by: Id | null; readonly byName: string; readonly at: Date } | null,
): Promise<void> {
  await sql`
    update governance.cancellation
    set told_at = ${told?.at ?? null}, told_by = ${told?.by ?? null}, told_by_name = ${told?.byName ?? null}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and attendee_id = ${attendeeId}
      and to_name = ${toName}`.execute(tx);
}

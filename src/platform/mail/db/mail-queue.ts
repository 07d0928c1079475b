import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../db/database.ts';
import type { ClaimedMail, MailProblem, MailStanding, NewMail } from '../mail.ts';

/** A mail as it enters the queue. */
export type QueuedMail = NewMail & {
  readonly id: Id;
  readonly createdBy: Id | null;
  readonly createdAt: Date;
};

/** Writes mails into the queue, all of them by one statement. */
export async function insertMails(tx: Tx, mails: readonly QueuedMail[]): Promise<void> {
  await sql`
    insert into platform.mail (commune_id, id, kind, to_seat, to_name, to_address, subject, text, state, created_by,
                               created_at, due_at)
    select "communeId", id, kind, "toSeat", "toName", "toAddress", subject, text, 'waiting', "createdBy", "createdAt", "dueAt"
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as row ("communeId" uuid, id uuid, kind text, "toSeat" text,
      "toName" text, "toAddress" text, subject text, text text, "createdBy" uuid, "createdAt" timestamptz, "dueAt" timestamptz)`.execute(
    tx,
  );
}

/** How mails of a commune stand. */
export async function selectMails(tx: Tx, communeId: Id, ids: readonly Id[]): Promise<MailStanding[]> {
  const { rows } = await sql<MailStanding>`
    select id, state, to_name as "toName", to_address as "toAddress", due_at as "dueAt", attempts, problem,
           sent_at as "sentAt", may_have_come as "mayHaveCome"
    from platform.mail where commune_id = ${communeId} and id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** The last mail of a kind to each office, whoever held it then. */
export type LastToSeat = Pick<MailStanding, 'state' | 'problem' | 'toName' | 'dueAt'> & {
  readonly toSeat: string;
};

/** The last mails of a kind to the offices of a commune. */
export async function selectLastToSeats(tx: Tx, communeId: Id, kind: string): Promise<LastToSeat[]> {
  const { rows } = await sql<LastToSeat>`
    select distinct on (to_seat) to_seat as "toSeat", to_name as "toName", state, problem, due_at as "dueAt"
    from platform.mail
    where commune_id = ${communeId} and kind = ${kind} and to_seat is not null
    order by to_seat, created_at desc, id desc`.execute(tx);
  return rows;
}

/** The words of a mail that ends without having gone: none, unless an attempt before may have brought them there [HK5]. */
function wordsKept(column: 'subject' | 'text') {
  return sql`case when may_have_come then ${sql.ref(column)} else '' end`;
}

/** Takes back mails that nobody has in hand yet. @returns how many */
export async function withdrawWaiting(tx: Tx, communeId: Id, ids: readonly Id[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.mail set state = 'withdrawn', subject = ${wordsKept('subject')}, text = ${wordsKept('text')}
    where commune_id = ${communeId} and id = any (${[...ids]}::uuid[]) and state = 'waiting'`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** The oldest mail that is due, or whose run has died; of all communes, for the sender. */
export async function selectDue(
  tx: Tx,
  now: Date,
): Promise<{ readonly communeId: Id; readonly id: Id; readonly runId: Id | null } | undefined> {
  const { rows } = await sql<{ communeId: Id; id: Id; runId: Id | null }>`
    select commune_id as "communeId", id, run_id as "runId" from platform.mail
    where (state = 'waiting' and due_at <= ${now}) or (state = 'sending' and lease_until < ${now})
    order by due_at, id limit 1`.execute(tx);
  return rows[0];
}

/**
 * Takes a mail in hand; undefined when another run was first. One row of one commune, found by its key, so that it is
 * the same on a distributed server. A run that died with it in hand may have handed it over.
 */
export async function claimMail(
  tx: Tx,
  taken: {
    readonly communeId: Id;
    readonly id: Id;
    /** The run that had it when it was seen. */
    readonly before: Id | null;
    readonly runId: Id;
    readonly now: Date;
    readonly leaseUntil: Date;
  },
): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update platform.mail
    set state = 'sending', attempts = attempts + 1, attempted_at = ${taken.now}, run_id = ${taken.runId}, lease_until = ${taken.leaseUntil},
        may_have_come = may_have_come or state = 'sending'
    where commune_id = ${taken.communeId} and id = ${taken.id} and run_id is not distinct from ${taken.before}
      and (state = 'waiting' or (state = 'sending' and lease_until < ${taken.now}))
    returning commune_id as "communeId", id, kind, to_seat as "toSeat", to_name as "toName",
              to_address as "toAddress", subject, text, created_at as "createdAt", attempts, run_id as "runId"`.execute(
    tx,
  );
  return rows[0];
}

/** Where a mail goes from the hands of a run. */
export type MailEnd =
  | { readonly state: 'sent'; readonly sentAt: Date; readonly text: string }
  | { readonly state: 'withdrawn'; readonly problem: MailProblem | null; readonly text: null }
  | { readonly state: 'failed'; readonly problem: MailProblem; readonly text: string | null }
  | {
      readonly state: 'waiting';
      readonly problem: MailProblem | null;
      readonly text: string | null;
      readonly dueAt: Date;
    };

/**
 * Says what came of it, of a mail that went, or may have, with the text that it went with; one that ends otherwise keeps no words [HK5].
 * False when another run has taken the mail over.
 */
export async function endMail(
  tx: Tx,
  { communeId, id, runId }: Pick<ClaimedMail, 'communeId' | 'id' | 'runId'>,
  end: MailEnd,
): Promise<boolean> {
  const isOver = end.state !== 'waiting' && end.text === null;
  const problem = 'problem' in end ? end.problem : null;
  const { numAffectedRows } = await sql`
    update platform.mail
    set state = ${end.state}, lease_until = null,
        sent_at = ${end.state === 'sent' ? end.sentAt : null}::timestamptz,
        subject = ${isOver ? wordsKept('subject') : sql`subject`},
        text = ${isOver ? wordsKept('text') : sql`coalesce(${end.text}::text, text)`},
        problem = ${problem}::text, may_have_come = may_have_come or ${problem === 'resultUnknown'},
        due_at = coalesce(${end.state === 'waiting' ? end.dueAt : null}::timestamptz, due_at)
    where commune_id = ${communeId} and id = ${id} and run_id = ${runId} and state = 'sending'`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** How many mails were tried since two moments; of all communes, for the sender. */
export async function countAttempted(
  tx: Tx,
  { minuteAgo, hourAgo }: { readonly minuteAgo: Date; readonly hourAgo: Date },
): Promise<{ readonly inMinute: number; readonly inHour: number }> {
  const { rows } = await sql<{ inMinute: number; inHour: number }>`
    select count(*) filter (where attempted_at > ${minuteAgo})::integer as "inMinute", count(*)::integer as "inHour"
    from platform.mail where attempted_at > ${hourAgo}`.execute(tx);
  return rows[0] ?? { inMinute: 0, inHour: 0 };
}

/**
 * When the last mails were tried and whether each failed, the latest first; of all communes. One that was taken back in hand, whose
 * files could not be made, or whose receiver had left the office, never came to the server, and says nothing of it.
 */
export async function selectLastAttempts(
  tx: Tx,
  limit: number,
): Promise<{ readonly attemptedAt: Date; readonly hasFailed: boolean }[]> {
  const { rows } = await sql<{ attemptedAt: Date; hasFailed: boolean }>`
    select attempted_at as "attemptedAt", problem is not null and state <> 'sent' as "hasFailed" from platform.mail
    where attempted_at is not null and state <> 'sending' and not (state = 'withdrawn' and problem is null)
      and (problem is null or problem not in ('attachmentMissing', 'leftOffice'))
    order by attempted_at desc limit ${limit}`.execute(tx);
  return rows;
}

/** Takes the words out of mails that ended; to whom and when stays. @returns how many */
export async function forgetTexts(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.mail set subject = '', text = ''
    where state in ('sent', 'failed', 'withdrawn') and coalesce(attempted_at, created_at) < ${before} and text <> ''`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

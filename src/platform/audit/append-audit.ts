import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Tx } from '../db/database.ts';

/** What an entry says: whose chain it belongs to and what was touched. Ids and codes only. */
export type AuditNote = {
  /** The commune whose chain it joins; `SYSTEM_CHAIN` for what belongs to no commune. */
  readonly communeId: Id;
  readonly subject: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
};

/** The chain of everything that belongs to no single commune: users, offices, programmes, rules. */
export const SYSTEM_CHAIN = '00000000-0000-0000-0000-000000000000' as Id;

/** One entry as it is hashed and stored. */
export type AuditEntry = {
  readonly communeId: string;
  readonly sequence: bigint;
  /** UTC to the microsecond, always six digits: the text that is hashed is the text that is stored. */
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly previousHash: string;
};

/** The hash of the entry before the first. */
export const GENESIS_HASH = '0'.repeat(64);

/** SHA-256 over the entry's fields, each preceded by its length so that no two entries read alike [AU1]. */
export function hashEntry(entry: AuditEntry): string {
  const fields = [
    entry.communeId,
    entry.sequence.toString(),
    entry.at,
    entry.actor,
    entry.command,
    entry.subject,
    entry.previousHash,
  ];
  return createHash('sha256')
    .update(fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join(''))
    .digest('hex');
}

/**
 * Appends one entry to the chain of each commune noted, in the transaction of the command [AU2]; a command of the
 * system that notes nothing joins the system's chain. The chain's head row is locked first, in order of commune,
 * so that writers queue and no chain forks; locking the last entry instead is known to fork under load.
 *
 * @throws Error when a command outside the system does not note which communes it touched
 */
export async function appendAudit(
  tx: Tx,
  command: { command: string; caller: Caller; runsAsSystem: boolean; at: Date; notes: readonly AuditNote[] },
): Promise<void> {
  if (command.notes.length === 0 && !command.runsAsSystem)
    throw new Error(`${command.command} does not note which communes it touched`);
  const notes = command.notes.length > 0 ? command.notes : [{ communeId: SYSTEM_CHAIN, subject: {} }];
  const ordered = [...notes].sort((a, b) =>
    a.communeId < b.communeId ? -1 : a.communeId > b.communeId ? 1 : 0,
  );
  for (const note of ordered) await appendEntry(tx, command, note);
}

async function appendEntry(
  tx: Tx,
  command: { command: string; caller: Caller; at: Date },
  note: AuditNote,
): Promise<void> {
  const head = await lockAuditHead(tx, note.communeId);
  const entry: AuditEntry = {
    communeId: note.communeId,
    sequence: head.sequence + 1n,
    at: command.at.toISOString().replace('Z', '000Z'),
    actor: actorOf(command.caller),
    command: command.command,
    subject: canonicalJson(note.subject),
    previousHash: head.hash,
  };
  const hash = hashEntry(entry);
  heads.set(tx, new Map(heads.get(tx)).set(note.communeId, { sequence: entry.sequence, hash }));
  // One round trip: every command makes it.
  await sql`
    with moved as (
      update platform.audit_head set sequence = ${entry.sequence}, hash = ${hash} where commune_id = ${entry.communeId}
    )
    insert into platform.audit_entry (commune_id, sequence, at, actor, command, subject, previous_hash, hash)
    values (${entry.communeId}, ${entry.sequence}, ${entry.at}, ${entry.actor}, ${entry.command}, ${entry.subject},
            ${entry.previousHash}, ${hash})
  `.execute(tx);
}

/** The heads that running transactions hold: locked by them, nobody else moves them on. */
const heads = new WeakMap<Tx, ReadonlyMap<Id, AuditHead>>();

/** The last entry of a commune's chain, locked until the command ends: what minutes print as the head of the chain. */
export async function lockAuditHead(tx: Tx, communeId: Id): Promise<AuditHead> {
  const head = heads.get(tx)?.get(communeId) ?? (await lockHead(tx, communeId));
  heads.set(tx, new Map(heads.get(tx)).set(communeId, head));
  return head;
}

type AuditHead = { readonly sequence: bigint; readonly hash: string };

async function lockHead(tx: Tx, communeId: Id): Promise<AuditHead> {
  const standing = await selectHeadForUpdate(tx, communeId);
  if (standing) return standing;
  // The first command of a chain: of two at once one inserts, and both queue for the row.
  await sql`
    insert into platform.audit_head (commune_id, sequence, hash) values (${communeId}, 0, ${GENESIS_HASH})
    on conflict (commune_id) do nothing
  `.execute(tx);
  const head = await selectHeadForUpdate(tx, communeId);
  if (!head) throw new Error('the audit head is outside the scope of the command that writes to it');
  return head;
}

async function selectHeadForUpdate(tx: Tx, communeId: Id): Promise<AuditHead | undefined> {
  const { rows } = await sql<AuditHead>`
    select sequence, hash from platform.audit_head where commune_id = ${communeId} for update
  `.execute(tx);
  return rows[0];
}

/** Who acted, as ids: names are personal data and change. */
function actorOf(caller: Caller): string {
  if (caller.kind !== 'person') return caller.kind;
  return `user ${caller.userId} as ${caller.role} ${caller.assignmentId}`;
}

/** JSON with its keys sorted, so that the same subject always hashes alike. */
function canonicalJson(subject: AuditNote['subject']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))));
}

import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Database, Tx } from '../db/database.ts';
import { SYSTEM_SCOPE } from '../db/scope.ts';
import { type AuditEntry, GENESIS_HASH, hashEntry, SYSTEM_CHAIN } from './append-audit.ts';

/** What can be wrong with an entry, and how it is told. */
export const AUDIT_PROBLEMS = {
  missing: 'thiếu bản ghi này',
  changed: 'nội dung không khớp mã băm của chính nó',
  unlinked: 'không nối với bản ghi trước',
  beyondHead: 'nằm sau bản ghi cuối đã ghi nhận',
  headMissing: 'thiếu dấu bản ghi cuối',
  headChanged: 'dấu bản ghi cuối không khớp bản ghi này',
} as const;

/** The first thing wrong in a chain. */
export type BrokenEntry = {
  /** Whose chain; the nil id is the system's own. */
  readonly communeId: Id;
  readonly sequence: bigint;
  readonly problem: keyof typeof AUDIT_PROBLEMS;
};

/** What a verification found: the first broken entry of each broken chain, in order of commune. */
export type AuditVerdict = {
  readonly chains: number;
  readonly entries: number;
  readonly broken: readonly BrokenEntry[];
};

type Stored = AuditEntry & { readonly hash: string };
type Head = { readonly sequence: bigint; readonly hash: string };
type Walk = { readonly last: Head; readonly entries: number; readonly broken?: BrokenEntry };

const ENTRIES_PER_PIECE = 1_000;

/**
 * Recomputes every chain from its first entry to its head [AU6], a bounded piece at a time, on one state of the
 * database, so that writers at work do not disturb it.
 */
export function verifyAudit(database: Database): Promise<AuditVerdict> {
  return database.read(SYSTEM_SCOPE, async (tx) => {
    const chains = await readChains(tx);
    const broken: BrokenEntry[] = [];
    let entries = 0;
    for (const communeId of chains) {
      const walk = await walkChain(tx, communeId);
      const found = walk.broken ?? judgeHead(communeId, walk.last, await readHead(tx, communeId));
      if (found) broken.push(found);
      entries += walk.entries;
    }
    return { chains: chains.length, entries, broken };
  });
}

/** The communes that have a chain. */
export async function auditedCommunes(tx: Tx): Promise<Id[]> {
  return (await readChains(tx)).filter((communeId) => communeId !== SYSTEM_CHAIN);
}

/**
 * What was noted in a commune's chain with a field, the oldest first: for whoever holds it against what is kept elsewhere. One that
 * cannot be read any more is left out: the verification of the chain names it.
 */
export async function subjectsNoted(tx: Tx, communeId: Id, field: string): Promise<unknown[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from platform.audit_entry
    where commune_id = ${communeId} and position(${`"${field}":`} in subject) > 0
    order by sequence
  `.execute(tx);
  return rows.flatMap(({ subject }) => {
    try {
      return [JSON.parse(subject) as unknown];
    } catch {
      return [];
    }
  });
}

async function readChains(tx: Tx): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select commune_id as id from platform.audit_head
    union select commune_id from platform.audit_entry
    order by id
  `.execute(tx);
  return rows.map((row) => row.id);
}

async function walkChain(tx: Tx, communeId: Id): Promise<Walk> {
  let last: Head = { sequence: 0n, hash: GENESIS_HASH };
  let entries = 0;
  for (;;) {
    const piece = await readPiece(tx, communeId, last.sequence);
    for (const entry of piece) {
      const broken = judgeEntry(communeId, last, entry);
      if (broken) return { last, entries, broken };
      last = entry;
      entries += 1;
    }
    if (piece.length < ENTRIES_PER_PIECE) return { last, entries };
  }
}

async function readPiece(tx: Tx, communeId: Id, after: bigint): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select commune_id as "communeId", sequence, at, actor, command, subject, previous_hash as "previousHash", hash
    from platform.audit_entry
    where commune_id = ${communeId} and sequence > ${after} order by sequence limit ${ENTRIES_PER_PIECE}
  `.execute(tx);
  return rows;
}

async function readHead(tx: Tx, communeId: Id): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select sequence, hash from platform.audit_head where commune_id = ${communeId}
  `.execute(tx);
  return rows[0];
}

function judgeEntry(communeId: Id, before: Head, entry: Stored): BrokenEntry | undefined {
  const sequence = before.sequence + 1n;
  if (entry.sequence !== sequence) return { communeId, sequence, problem: 'missing' };
  if (entry.previousHash !== before.hash) return { communeId, sequence, problem: 'unlinked' };
  if (entry.hash !== hashEntry(entry)) return { communeId, sequence, problem: 'changed' };
  return undefined;
}

function judgeHead(communeId: Id, last: Head, head: Head | undefined): BrokenEntry | undefined {
  if (!head) return { communeId, sequence: last.sequence, problem: 'headMissing' };
  if (head.sequence > last.sequence) return { communeId, sequence: last.sequence + 1n, problem: 'missing' };
  if (head.sequence < last.sequence)
    return { communeId, sequence: head.sequence + 1n, problem: 'beyondHead' };
  if (head.hash !== last.hash) return { communeId, sequence: last.sequence, problem: 'headChanged' };
  return undefined;
}

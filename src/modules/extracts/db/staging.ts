import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { CopyIn } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/database.ts';
import {
  COMMUNE_TABLES,
  type CommuneTable,
  OFFICE_TABLES,
  type StagedTable,
} from '../domain/staged-tables.ts';

/** A commune of the file, or the office's counter (code empty), with its area. */
export type CommuneId = { readonly code: string; readonly areaId: Id };

/** An area that a batch names. */
export type StagedArea = {
  readonly kind: 'commune' | 'village' | 'counter';
  readonly bankCode: string;
  readonly communeCode: string;
  readonly name: string | null;
  readonly areaId: Id;
  readonly isNew: boolean;
};

const TABLES = { ...COMMUNE_TABLES, ...OFFICE_TABLES } as const;
const NAMES = Object.keys(TABLES) as StagedTable[];
const isCommuneTable = (table: StagedTable): table is CommuneTable => table in COMMUNE_TABLES;
const columnsOf = (table: StagedTable) => sql.join(TABLES[table].map((column) => sql.ref(column)));
const incoming = (table: StagedTable) => sql.table(`incoming_${table}`);
const staged = (table: StagedTable) => sql.table(`extracts.${table}`);

/** Makes the temporary tables that rows arrive in; they end with the transaction. A commune is still its code here. */
export async function openIncoming(tx: Tx): Promise<void> {
  for (const table of NAMES) {
    const commune = isCommuneTable(table) ? sql`''::text as commune_code,` : sql``;
    await sql`
      create temporary table ${incoming(table)} on commit drop as
      select ${commune} ${columnsOf(table)} from ${staged(table)} with no data`.execute(tx);
  }
}

/** Forgets the rows that arrived; all of them where no tables are named. */
export async function clearIncoming(tx: Tx, tables: readonly StagedTable[] = NAMES): Promise<void> {
  for (const table of tables) await sql`truncate ${incoming(table)}`.execute(tx);
}

/** Takes rows in COPY text. */
export async function copyIncoming(copyIn: CopyIn, table: StagedTable, rows: Uint8Array): Promise<void> {
  if (!NAMES.includes(table)) throw new Error(`${table} is no staged table`);
  await copyIn(`copy incoming_${table} from stdin`, rows);
}

/** The codes of the communes whose rows have arrived in a table. */
export async function incomingCommunes(tx: Tx, table: CommuneTable): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct commune_code collate "C" as code from ${incoming(table)} order by 1`.execute(tx);
  return rows.map(({ code }) => code);
}

/** Rows of communes on their way into the staged tables of a batch. */
export type CommuneMove = { readonly batchId: Id; readonly communes: readonly CommuneId[] };

/** Puts the rows that arrived into a staged table, where the policies judge them; those of other communes are left out. */
export async function stageCommuneTable(tx: Tx, table: CommuneTable, move: CommuneMove): Promise<void> {
  const codes = move.communes.map((commune) => commune.code);
  const ids = move.communes.map((commune) => commune.areaId);
  await sql`
    insert into ${staged(table)} (commune_id, batch_id, ${columnsOf(table)})
    select area.id, ${move.batchId}::uuid, ${columnsOf(table)}
    from ${incoming(table)}
    join unnest(${codes}::text[], ${ids}::uuid[]) as area (code, id) on area.code = commune_code`.execute(tx);
}

/** Puts all rows of communes that arrived into their staged tables. */
export async function stageCommuneRows(tx: Tx, move: CommuneMove): Promise<void> {
  for (const table of Object.keys(COMMUNE_TABLES) as CommuneTable[]) await stageCommuneTable(tx, table, move);
}

/** Moves the faults and the figures of head office. */
export async function stageOfficeRows(
  tx: Tx,
  { officeId, batchId }: { officeId: Id; batchId: Id },
): Promise<void> {
  for (const table of Object.keys(OFFICE_TABLES) as (keyof typeof OFFICE_TABLES)[])
    await sql`
      insert into ${staged(table)} (office_id, batch_id, ${columnsOf(table)})
      select ${officeId}::uuid, ${batchId}::uuid, ${columnsOf(table)} from ${incoming(table)}`.execute(tx);
}

/** Keeps the areas of a batch. */
export async function insertStagedAreas(
  tx: Tx,
  { officeId, batchId }: { officeId: Id; batchId: Id },
  areas: readonly StagedArea[],
): Promise<void> {
  const pick = <Key extends keyof StagedArea>(key: Key) => areas.map((area) => area[key]);
  await sql`
    insert into extracts.staged_area (office_id, batch_id, kind, bank_code, commune_code, name, area_id, is_new)
    select ${officeId}::uuid, ${batchId}::uuid, area.*
    from unnest(${pick('kind')}::text[], ${pick('bankCode')}::text[], ${pick('communeCode')}::text[],
                ${pick('name')}::text[], ${pick('areaId')}::uuid[], ${pick('isNew')}::boolean[]) as area`.execute(
    tx,
  );
}

/** What stands in the staged tables, to be compared with what was read. */
export async function stagedSums(
  tx: Tx,
  { batchId, communes }: CommuneMove,
): Promise<{ loans: number; outstandingVnd: bigint; savingsVnd: bigint }> {
  const ids = communes.map((commune) => commune.areaId);
  const { rows } = await sql<{ loans: number; outstandingVnd: bigint; savingsVnd: bigint }>`
    select count(*) filter (where outstanding_vnd <> 0)::integer as loans,
      coalesce(sum(outstanding_vnd), 0) as "outstandingVnd",
      (select coalesce(sum(balance_vnd), 0) from extracts.staged_saving
        where commune_id = any (${ids}::uuid[]) and batch_id = ${batchId}) as "savingsVnd"
    from extracts.staged_loan where commune_id = any (${ids}::uuid[]) and batch_id = ${batchId}`.execute(tx);
  return rows[0] ?? { loans: 0, outstandingVnd: 0n, savingsVnd: 0n };
}

/** The communes and the counter a batch has rows in. */
export async function selectStagedCommunes(
  tx: Tx,
  { officeId, batchId }: { officeId: Id; batchId: Id },
): Promise<Id[]> {
  const { rows } = await sql<{ areaId: Id }>`
    select area_id as "areaId" from extracts.staged_area
    where office_id = ${officeId} and batch_id = ${batchId} and kind in ('commune', 'counter')`.execute(tx);
  return rows.map((row) => row.areaId);
}

/** Deletes the rows of communes; faults, head office's figures and the names of areas stay. */
export async function deleteStagedRows(
  tx: Tx,
  { batchId, communeIds }: { batchId: Id; communeIds: readonly Id[] },
): Promise<void> {
  for (const table of Object.keys(COMMUNE_TABLES) as CommuneTable[])
    await sql`
      delete from ${staged(table)} where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId}`.execute(
      tx,
    );
}

/** Deletes everything that was read of a batch. The transaction's scope must hold the communes. */
export async function deleteStaged(
  tx: Tx,
  { officeId, batchId, communeIds }: { officeId: Id; batchId: Id; communeIds: readonly Id[] },
): Promise<void> {
  await deleteStagedRows(tx, { batchId, communeIds });
  for (const table of [...Object.keys(OFFICE_TABLES), 'staged_area'])
    await sql`
      delete from ${sql.table(`extracts.${table}`)} where office_id = ${officeId} and batch_id = ${batchId}`.execute(
      tx,
    );
}

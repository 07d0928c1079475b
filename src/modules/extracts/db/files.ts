import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { FileReading } from '../domain/batch-reading.ts';

/** A file of a batch as it is stored. */
export type FileRow = {
  readonly fileId: Id;
  /** Its place among the files as they came, from 1; gaps where files were taken out. */
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: bigint;
  readonly state: 'received' | FileReading['state'];
  readonly kind: string | null;
  readonly sheet: string | null;
  readonly title: string | null;
  readonly dataDate: BusinessDate | null;
  readonly dataDateFrom: FileReading['dataDateFrom'];
  readonly columnsMatched: number | null;
  readonly columnsExpected: number | null;
  readonly rows: number | null;
  readonly rowsMatched: number | null;
  readonly refusals: unknown;
  readonly notes: readonly string[];
};

type InBatch = { readonly officeId: Id; readonly batchId: Id };

/** The files of a batch in the order in which they came. */
export async function selectFiles(tx: Tx, { officeId, batchId }: InBatch): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select id as "fileId", position, name, sha256, size_bytes as "sizeBytes", state, kind, sheet, title,
      data_date as "dataDate", data_date_from as "dataDateFrom", columns_matched as "columnsMatched",
      columns_expected as "columnsExpected", rows, rows_matched as "rowsMatched", refusals, notes
    from extracts.batch_file where office_id = ${officeId} and batch_id = ${batchId}
    order by position`.execute(tx);
  return rows;
}

/** A received file. */
export type ReceivedFile = {
  readonly fileId: Id;
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly state: 'received' | 'duplicate';
};

/** Notes a received file; its pieces are there already. */
export async function insertFile(tx: Tx, { officeId, batchId }: InBatch, file: ReceivedFile): Promise<void> {
  const { fileId, position, name, sha256, sizeBytes, state } = file;
  await sql`
    insert into extracts.batch_file (office_id, batch_id, id, position, name, sha256, size_bytes, state)
    values (${officeId}, ${batchId}, ${fileId}, ${position}, ${name}, ${sha256}, ${sizeBytes}, ${state})`.execute(
    tx,
  );
}

/** Keeps what a file was read as. */
export async function updateFile(tx: Tx, { officeId, batchId }: InBatch, file: FileReading): Promise<void> {
  await sql`
    update extracts.batch_file set state = ${file.state}, kind = ${file.kind}, sheet = ${file.sheet},
      title = ${file.title}, data_date = ${file.dataDate}, data_date_from = ${file.dataDateFrom},
      columns_matched = ${file.columnsMatched}, columns_expected = ${file.columnsExpected}, rows = ${file.rows},
      rows_matched = ${file.rowsMatched}, refusals = ${JSON.stringify(file.refusals)}::jsonb,
      notes = ${JSON.stringify(file.notes)}::jsonb
    where office_id = ${officeId} and batch_id = ${batchId} and id = ${file.fileId}`.execute(tx);
}

/** Keeps a piece of a file. */
export async function insertPiece(
  tx: Tx,
  { officeId, batchId }: InBatch,
  piece: { fileId: Id; number: number; content: Uint8Array },
): Promise<void> {
  await sql`
    insert into extracts.file_piece (office_id, batch_id, file_id, number, content)
    values (${officeId}, ${batchId}, ${piece.fileId}, ${piece.number}, ${Buffer.from(piece.content)})`.execute(
    tx,
  );
}

/** One piece of a file, counted from 0; undefined after the last. */
export async function selectPiece(
  tx: Tx,
  { officeId, batchId }: InBatch,
  { fileId, number }: { fileId: Id; number: number },
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from extracts.file_piece
    where office_id = ${officeId} and batch_id = ${batchId} and file_id = ${fileId} and number = ${number}`.execute(
    tx,
  );
  return rows[0]?.content;
}

/** Forgets the contents of one file, or of all. */
export async function deletePieces(tx: Tx, { officeId, batchId }: InBatch, fileId?: Id): Promise<void> {
  await sql`
    delete from extracts.file_piece where office_id = ${officeId} and batch_id = ${batchId}
      and (${fileId ?? null}::uuid is null or file_id = ${fileId ?? null}::uuid)`.execute(tx);
}

/** Forgets a file with its contents. */
export async function deleteFile(tx: Tx, batch: InBatch, fileId: Id): Promise<void> {
  await deletePieces(tx, batch, fileId);
  await sql`
    delete from extracts.batch_file
    where office_id = ${batch.officeId} and batch_id = ${batch.batchId} and id = ${fileId}`.execute(tx);
}

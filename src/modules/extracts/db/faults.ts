import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { FaultCode } from '../domain/faults.ts';

/** A row that has a fault. */
export type FaultRow = {
  readonly code: FaultCode;
  readonly number: number;
  readonly kind: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly contractNo: string | null;
  readonly customerCode: string | null;
  readonly found: string;
  readonly done: string;
};

type InBatch = { readonly officeId: Id; readonly batchId: Id };

const columns = sql`
  fault.code, fault.number, fault.kind, file.name as file, fault.sheet, fault.row_number as row,
  fault.column_name as "column", fault.contract_no as "contractNo", fault.customer_code as "customerCode",
  coalesce(fault.found, '') as found, coalesce(fault.done, '') as done
  from extracts.fault
  join extracts.batch_file file on file.office_id = fault.office_id and file.batch_id = fault.batch_id
    and file.id = fault.file_id`;

/** The next rows of one fault, of the given kinds. */
export async function selectFaults(
  tx: Tx,
  { officeId, batchId }: InBatch,
  page: { code: FaultCode; kinds: readonly string[]; after: number; most: number },
): Promise<FaultRow[]> {
  const { rows } = await sql<FaultRow>`
    select ${columns}
    where fault.office_id = ${officeId} and fault.batch_id = ${batchId} and fault.code = ${page.code}
      and fault.kind = any (${[...page.kinds]}::text[]) and fault.number > ${page.after}
    order by fault.number limit ${page.most}`.execute(tx);
  return rows;
}

/** All faults of a batch, in the order of their codes. */
export async function selectAllFaults(
  tx: Tx,
  { officeId, batchId }: InBatch,
  most: number,
): Promise<FaultRow[]> {
  const { rows } = await sql<FaultRow>`
    select ${columns}
    where fault.office_id = ${officeId} and fault.batch_id = ${batchId}
    order by substring(fault.code from 2)::integer, fault.number limit ${most}`.execute(tx);
  return rows;
}

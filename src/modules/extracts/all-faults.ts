import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import { selectBatch } from './db/batches.ts';
import { type FaultRow, selectAllFaults } from './db/faults.ts';
import { FAULTS, type FaultCode, faultKind } from './domain/faults.ts';

/** A row that has a fault, with the words for it. */
export type FaultLine = Omit<FaultRow, 'number' | 'kind'> & {
  readonly title: string;
  readonly kindTitle: string;
};

/** More than an office can have; what is beyond stays on the screen. */
const MOST_ROWS = 200_000;

/** All faults of a batch that reading its files has found, in the order of their codes [EX20]. */
export async function allFaults(
  tx: Tx,
  batchId: Id,
): Promise<Outcome<{ dataDate: BusinessDate | null; rows: FaultLine[] }, 'notFound'>> {
  const batch = await selectBatch(tx, batchId);
  if (!batch) return refuse('notFound');
  const rows = await selectAllFaults(tx, batch, MOST_ROWS);
  return {
    dataDate: batch.dataDate,
    rows: rows.map(({ number: _, kind, ...row }) => ({ ...row, ...faultTitles(row.code, kind) })),
  };
}

/** What a fault and the way it shows itself are called. @throws Error for a kind that the catalogue does not have */
export function faultTitles(code: FaultCode, kind: string): Pick<FaultLine, 'title' | 'kindTitle'> {
  return { title: FAULTS[code].title, kindTitle: faultKind(code, kind).title };
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listBatches as operation } from './contract.ts';
import { selectBatches } from './db/batches.ts';
import { summaryOf } from './decode-batch.ts';
import { BATCH_STATES } from './domain/batch-states.ts';

const PAGE = 50;

/** The batches of the office, newest first, discarded ones left out. */
export async function listBatches(
  { before }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const rows = await selectBatches(tx, { before, most: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    batches: shown.map((batch) => ({
      batchId: batch.batchId,
      state: batch.state,
      stateTitle: BATCH_STATES[batch.state],
      dataDate: batch.dataDate,
      createdAt: batch.createdAt.toISOString(),
      files: [...batch.files],
      loans: summaryOf(batch)?.rows.loans ?? null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.batchId ?? null) : null,
  };
}

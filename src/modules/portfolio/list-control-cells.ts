import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { compareWithHeadOffice } from './compare-with-head-office.ts';
import type { listControlCells as operation } from './contract.ts';
import { missingCommunes } from './missing-communes.ts';
import { openBatch } from './open-batch.ts';

/** Every cell of head office's files against the batch, equal or not [PF15]. */
export async function listControlCells(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const opened = await openBatch(batchId, context);
  if (isRefusal(opened)) return opened;
  const missing = await missingCommunes(context.tx, opened);
  const { cells, missingLines, notCompared } = await compareWithHeadOffice(context.tx, opened, missing);
  return {
    dataDate: opened.dataDate,
    cells: [...cells],
    missingLines: [...missingLines],
    notCompared,
    missingCommunes: missing.map(({ communeName }) => communeName),
  };
}

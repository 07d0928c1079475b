import type { OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { previewImport } from './contract.ts';
import type { Batch, BatchArea } from './db/batches.ts';
import { stagedCells } from './db/compare-batch.ts';
import { controlCells } from './db/control-cells.ts';
import { type OurCell, reconcileCells } from './domain/reconciliation.ts';

/** Head office's totals against the sums of a batch, every cell; nothing is corrected [PF15]. */
export async function compareWithHeadOffice(
  { tx }: HandlerContext,
  batch: Batch,
  communes: readonly BatchArea[],
): Promise<OutputOf<typeof previewImport>['headOffice']> {
  if (batch.dataDate === null) return { files: [], equal: 0, differences: [] };
  const theirs = await controlCells(tx, { officeId: batch.officeId, batchId: batch.id });
  const communeIds = communes.map((area) => area.communeId);
  const ours = await stagedCells(tx, { batchId: batch.id, communeIds, dataDate: batch.dataDate });
  const { files, equal, differences } = reconcileCells(
    theirs,
    ours.map((cell) => underItsCode(cell, communes)),
  );
  return { files: [...files], equal, differences: [...differences] };
}

/** Head office names communes by code. */
function underItsCode(cell: OurCell, communes: readonly BatchArea[]): OurCell {
  const commune = communes.find((area) => cell.dimension === 'commune' && area.communeId === cell.key);
  return commune ? { ...cell, key: commune.communeCode, name: commune.name } : cell;
}

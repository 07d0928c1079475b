import type { Tx } from '../../platform/db/database.ts';
import type { BatchArea } from './db/batches.ts';
import { stagedCells, stagedSavingsCells } from './db/compare-batch.ts';
import { controlCells } from './db/control-cells.ts';
import { type OurCell, type Reconciliation, reconcileCells } from './domain/reconciliation.ts';
import type { MissingCommune } from './missing-communes.ts';
import type { OpenBatch } from './open-batch.ts';

/**
 * Head office's figures of an open batch against those of its own rows, every cell [PF15].
 *
 * @param missing communes of the office that the batch lacks: nothing is known of them
 */
export async function compareWithHeadOffice(
  tx: Tx,
  { batch, areas, dataDate }: OpenBatch,
  missing: readonly MissingCommune[],
): Promise<Reconciliation> {
  const communes = areas.filter((area) => area.kind === 'commune');
  const theirs = await controlCells(tx, { officeId: batch.officeId, batchId: batch.id });
  const communeIds = communes.map((area) => area.communeId);
  const slice = { batchId: batch.id, communeIds, dataDate };
  const ours = [...(await stagedCells(tx, slice)), ...(await stagedSavingsCells(tx, slice))];
  return reconcileCells(
    theirs,
    ours.map((cell) => underItsCode(cell, communes)),
    missing.map(({ communeCode }) => communeCode),
  );
}

/** Head office names communes by code. */
function underItsCode(cell: OurCell, communes: readonly BatchArea[]): OurCell {
  const commune = communes.find((area) => cell.dimension === 'commune' && area.communeId === cell.key);
  return commune ? { ...cell, key: commune.communeCode, name: commune.name } : cell;
}

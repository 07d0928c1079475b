import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { theOffice } from './choose-office.ts';
import type { reconcile as operation } from './contract.ts';
import { controlCells, ourCells, shownBatch } from './db/control-cells.ts';
import { communePlaces } from './db/places.ts';
import { officeDates, publicationsOf } from './db/published-dates.ts';
import { reconcileCells } from './domain/reconciliation.ts';

/** Head office's totals of a published date against ours, every cell [PF15]. */
export async function reconcile(
  input: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'dateNotPublished' | 'officeUnclear'>> {
  if (caller.scope.officeIds.length === 0) return notPublished(input.dataDate);
  const officeId = theOffice(caller.scope, input.officeId);
  if (isRefusal(officeId)) return officeId;
  const dates = await officeDates(tx, [officeId]);
  const dataDate = input.dataDate ?? dates[0];
  const batchId = dataDate && (await shownBatch(tx, officeId, dataDate));
  if (!dataDate || !batchId) return notPublished(dataDate);
  const theirs = await controlCells(tx, { officeId, batchId });
  const ours = await ourCells(tx, { officeId, communeIds: caller.scope.communeIds, dataDate });
  const missing = await communesWithout(tx, { officeId, dataDate });
  const { files, equal, differences } = reconcileCells(theirs, ours, missing);
  return { dataDate, files: [...files], equal, differences: [...differences] };
}

/** Codes of the office's communes that show nothing for the date: unknown is not zero [PF3]. */
async function communesWithout(
  tx: Tx,
  { officeId, dataDate }: { officeId: Id; dataDate: BusinessDate },
): Promise<readonly string[]> {
  const places = await communePlaces(tx, { officeId, on: dataDate });
  const communes = places.filter(({ kind }) => kind === 'commune');
  const shown = await publicationsOf(
    tx,
    communes.map(({ communeId }) => communeId),
    { dataDate },
  );
  return communes
    .filter(({ communeId }) => shown.every((publication) => publication.communeId !== communeId))
    .map(({ communeCode }) => communeCode);
}

function notPublished(dataDate: BusinessDate | undefined) {
  return refuse('dateNotPublished', { date: dataDate ? formatDate(dataDate) : 'nào' });
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { theOffice } from './choose-office.ts';
import type { reconcile as operation } from './contract.ts';
import { controlCells, ourCells, shownBatch } from './db/control-cells.ts';
import { officeDates } from './db/published-dates.ts';
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
  const { files, equal, differences } = reconcileCells(theirs, ours);
  return { dataDate, files: [...files], equal, differences: [...differences] };
}

function notPublished(dataDate: BusinessDate | undefined) {
  return refuse('dateNotPublished', { date: dataDate ? formatDate(dataDate) : 'nào' });
}

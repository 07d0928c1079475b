import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { keepToldPoints, withdrawToldPoints } from './db/bank-points.ts';
import { type Settling, settlePoints } from './settle-points.ts';

/** A version of a data date, as its publication and its undoing are told. */
export type UndoneMonth = {
  readonly communeIds: readonly Id[];
  readonly versionId: Id;
  readonly dataDate: BusinessDate;
};

/** What a published month is known by. */
export type PublishedMonth = UndoneMonth & { readonly batchId: Id };

/**
 * Takes points and villages from a published month's files [SE10]. A version published again replaces what the one before
 * it told of the same date. What a person entered or ended stays; the file's word is kept beside it.
 * Run twice it changes nothing more.
 *
 * @returns the communes whose points changed
 */
export async function takeBankPoints(tx: Tx, month: PublishedMonth, settling: Settling): Promise<Id[]> {
  await keepToldPoints(tx, month, month.batchId);
  return settleAll(tx, month, settling);
}

/**
 * Takes back what an undone version told [SE10]: points are as if it had never been published. It may be heard before the
 * news of the publication itself, as different news have no order; that then finds its version withdrawn.
 *
 * @returns the communes whose points changed
 */
export async function withdrawBankPoints(tx: Tx, month: UndoneMonth, settling: Settling): Promise<Id[]> {
  await withdrawToldPoints(tx, month, settling.at);
  return settleAll(tx, month, settling);
}

/** In one order, so that two that settle the same communes at once wait for each other and do not block each other. */
async function settleAll(tx: Tx, { communeIds }: UndoneMonth, settling: Settling): Promise<Id[]> {
  const changed: Id[] = [];
  for (const communeId of communeIds.toSorted())
    if (await settlePoints(tx, communeId, settling)) changed.push(communeId);
  return changed;
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { addMonths, type BusinessDate, monthStart } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { programmeRates, ruleValues } from '../programmes/index.ts';
import { compareWithHeadOffice } from './compare-with-head-office.ts';
import { BLOCKING_REASONS, type previewImport as operation } from './contract.ts';
import { type Batch, type BatchArea, batchFiles } from './db/batches.ts';
import { batchTotals, type CommuneFlow, communeFlows, movements } from './db/compare-batch.ts';
import { stagedRates } from './db/staged-rates.ts';
import { nextVersionNumber, standingVersion } from './db/versions.ts';
import { comparisonOf } from './domain/comparison.ts';
import { droppedKinds } from './domain/file-words.ts';
import { programmeDoubts } from './domain/programme-doubts.ts';
import { findBlocking } from './find-blocking.ts';
import { missingCommunes } from './missing-communes.ts';
import { type OpenBatch, openBatch } from './open-batch.ts';
import { previewBasis } from './preview-basis.ts';

type Output = OutputOf<typeof operation>;

/** What publishing a batch would change; nothing is written. */
export async function previewImport(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Output, 'notFound'>> {
  const { tx } = context;
  const opened = await openBatch(batchId, context);
  if (isRefusal(opened)) return opened;
  const { batch, dataDate, areas, compared } = opened;
  const { communeIds, comparedDate } = compared;
  const totals = await batchTotals(tx, compared);
  const communes = areas.filter((area) => area.kind === 'commune');
  const counters = areas.filter((area) => area.kind === 'counter');
  const flows = await communeFlows(tx, compared);
  const isBridged = isMonthBefore(comparedDate, dataDate);
  const missing = await missingCommunes(tx, opened);
  const { files, equal, differences, notCompared } = await compareWithHeadOffice(tx, opened, missing);
  const { loans, customers, groups, outstandingVnd } = totals;
  const standing = await standingVersion(tx, batch.officeId, dataDate);
  return {
    batchId,
    dataDate,
    comparedDate,
    versionNumber: await nextVersionNumber(tx, batch.officeId, dataDate),
    standingVersionNumber: standing?.number ?? null,
    droppedFiles: [...droppedKinds(standing?.files ?? [], await batchFiles(tx, batch))],
    basis: await previewBasis(tx, { officeId: batch.officeId, dataDate, communeIds }),
    closing: { loans, customers, groups, outstandingVnd, communes: communes.length },
    comparison: comparedDate === null ? null : comparisonOf(await movements(tx, compared)),
    communes: communeRows(communes, flows, isBridged),
    counter: communeRows(counters, flows.map(withoutLoans), isBridged)[0] ?? null,
    missingCommunes: [...missing],
    savings: { books: totals.books, balanceVnd: totals.savingsVnd, beforeVnd: totals.savingsBeforeVnd },
    headOffice: { files: [...files], equal, differences: [...differences], notCompared },
    programmes: await doubtsOf(context, opened),
    blocking: await blockingReasons(context, batch, communeIds),
  };
}

/** Codes and rates that the catalogue of programmes does not explain [PF90]. */
async function doubtsOf(
  { tx }: HandlerContext,
  { dataDate, compared }: OpenBatch,
): Promise<Output['programmes']> {
  const gapBps = Number((await ruleValues(tx, dataDate)).of('rateGapWarningBps').value);
  const ratesOf = await programmeRates(tx, dataDate);
  const { unknown, farRates } = programmeDoubts(await stagedRates(tx, compared), { ratesOf, gapBps });
  return { unknown: [...unknown], farRates: [...farRates] };
}

/** The month's flows bridge two dates only when the one is the month before the other. */
function isMonthBefore(comparedDate: BusinessDate | null, dataDate: BusinessDate): boolean {
  return comparedDate !== null && monthStart(comparedDate) === addMonths(monthStart(dataDate), -1);
}

/** A counter has no loans on any date, published or not: it opens with nothing. */
function withoutLoans(flow: CommuneFlow): CommuneFlow {
  return { ...flow, openingVnd: flow.openingVnd ?? 0n };
}

function communeRows(
  areas: readonly BatchArea[],
  flows: readonly CommuneFlow[],
  isBridged: boolean,
): Output['communes'] {
  return areas.map(({ communeId, communeCode, name, isNew }) => {
    const flow = flows.find((row) => row.communeId === communeId);
    if (!flow) throw new Error('a commune of the batch without its flows');
    const openingVnd = isBridged ? flow.openingVnd : null;
    const expectedVnd =
      openingVnd === null ? null : openingVnd + flow.lendingVnd - flow.collectionVnd - flow.writtenOffVnd;
    const differenceVnd = expectedVnd === null ? null : flow.closingVnd - expectedVnd;
    return {
      ...flow,
      communeId,
      communeCode,
      communeName: name ?? communeCode,
      isNew,
      openingVnd,
      expectedVnd,
      differenceVnd,
    };
  });
}

async function blockingReasons(
  { tx }: HandlerContext,
  batch: Batch,
  communeIds: readonly Id[],
): Promise<Output['blocking']> {
  const found = await findBlocking(tx, batch, { communeIds });
  const notReady = batch.state === 'ready' ? [] : [{ code: 'notReady' as const, count: 1, examples: [] }];
  return [...notReady, ...found].map(({ code, count, examples }) => ({
    code,
    text: BLOCKING_REASONS[code],
    count,
    examples: [...examples],
  }));
}

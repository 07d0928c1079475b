import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Platform } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { setScope } from '../../platform/db/scope.ts';
import { officeByCode } from '../registry/index.ts';
import { type BatchRow, finishBatchReading } from './db/batches.ts';
import { type FileRow, updateFile } from './db/files.ts';
import { officeCodeOf, servedElsewhere } from './db/registry-areas.ts';
import {
  deleteStagedRows,
  insertStagedAreas,
  stageCommuneRows,
  stagedSums,
  stageOfficeRows,
} from './db/staging.ts';
import { storedSummary } from './decode-batch.ts';
import type { BatchSummary, KeptRefusal } from './domain/batch-reading.ts';
import type { IncomingRows } from './incoming-rows.ts';
import type { ReadingOutput } from './reading/reading.ts';
import { resolveAreas } from './resolve-areas.ts';

/** A batch whose files were read, in the transaction that keeps what they came to. */
export type BatchBeingRead = {
  readonly platform: Platform;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly batch: BatchRow;
  readonly files: readonly FileRow[];
  readonly startedMs: number;
};

/** The same, with the rows that came of it. */
export type BatchRead = BatchBeingRead & { readonly incoming: IncomingRows };

/** Keeps what a reading came to: rows where the batch is ready, otherwise what is asked or what blocks it. */
export async function keepResult(reading: BatchRead, output: ReadingOutput): Promise<void> {
  const { tx, batch } = reading;
  for (const file of output.files) await updateFile(tx, batch, file);
  await stageOfficeRows(tx, batch);
  const ofFiles = output.files.some((file) => file.state === 'refused');
  const isAsking = !ofFiles && output.refusals.length === 0 && output.questions.length > 0;
  if (isAsking) {
    await reading.incoming.withdraw();
    return finish(reading, output, { state: 'question', refusals: [], isNewOffice: false });
  }
  const office = await checkOffice(reading, output);
  const before = [...output.refusals, ...office.refusals];
  const isUsable = !ofFiles && before.length === 0 && output.dataDate !== undefined;
  const refusals = isUsable ? await stage(reading, output) : before;
  const state = ofFiles || refusals.length > 0 ? 'refused' : 'ready';
  if (state === 'refused') await reading.incoming.withdraw();
  await finish(reading, output, { state, refusals, isNewOffice: office.isNew });
}

/** Refuses a batch whose contents are published as they are [EX19]; nothing needs to be read. */
export async function keepAlreadyPublished(
  reading: BatchBeingRead,
  publishedOn: BusinessDate,
): Promise<void> {
  const data = { file: reading.files[0]?.name ?? '', date: formatDate(publishedOn) };
  await finishBatchReading(reading.tx, reading.batch, {
    ...{ state: 'refused', dataDate: publishedOn, office: null, questions: [], summary: null },
    refusals: [{ code: 'alreadyPublished', data }],
    at: reading.platform.clock.now(),
  });
}

/** The file's office must be the batch's. Only the system may bring in one that is not known [EX9]. */
async function checkOffice(
  { tx, batch, caller, files }: BatchBeingRead,
  { files: read, summary }: ReadingOutput,
): Promise<{ refusals: KeptRefusal[]; isNew: boolean }> {
  if (!summary) return { refusals: [], isNew: false };
  const { code, name } = summary.office;
  const known = await officeByCode(tx, code);
  if (known?.officeId === batch.officeId) return { refusals: [], isNew: false };
  const isFree = !known && (await officeCodeOf(tx, batch.officeId)) === undefined;
  if (isFree && caller.kind === 'system') return { refusals: [], isNew: true };
  const file = reportName(files, read);
  return { refusals: [{ code: 'officeOutsideScope', data: { file, office: code, name } }], isNew: false };
}

function reportName(files: readonly FileRow[], read: ReadingOutput['files']): string {
  const report = read.find((file) => file.kind === 'report31')?.fileId;
  return files.find((file) => file.fileId === report)?.name ?? '';
}

/** Moves the rows to their communes and checks that all of them arrived. @returns what blocks it after all */
async function stage(reading: BatchRead, output: ReadingOutput): Promise<KeptRefusal[]> {
  const { tx, batch, caller, platform, files, incoming } = reading;
  const { dataDate, summary } = output;
  if (!dataDate || !summary) throw new Error('a batch without a date or a report is not staged');
  const { areas, communes } = await resolveAreas(tx, {
    ...{ named: output.areas, officeCode: summary.office.code, on: dataDate, newId: platform.newId },
    staged: incoming.communes,
  });
  const communeIds = communes.map((commune) => commune.areaId);
  const foreign = await servedElsewhere(tx, { communeIds, officeId: batch.officeId, on: dataDate });
  const file = reportName(files, output.files);
  if (foreign.length > 0)
    return foreign.map(({ code, name }) => ({
      ...{ code: 'communeOfAnotherOffice', data: { file, commune: code, name } },
    }));
  // Communes that this very batch brings are not yet in the caller's scope.
  const { scope } = caller;
  await setScope(tx, { ...scope, communeIds: [...new Set([...scope.communeIds, ...communeIds])] });
  await insertStagedAreas(tx, batch, areas);
  await stageCommuneRows(tx, { batchId: batch.batchId, communes });
  const refusals = checkStaged(await stagedSums(tx, { batchId: batch.batchId, communes }), summary);
  if (refusals.length > 0) await deleteStagedRows(tx, { batchId: batch.batchId, communeIds });
  return refusals;
}

/** Every loan and đồng that was read stands in the staged tables [EX17]. */
function checkStaged(
  staged: Awaited<ReturnType<typeof stagedSums>>,
  { rows, outstandingVnd, savings }: BatchSummary,
): KeptRefusal[] {
  const isWhole =
    staged.loans === rows.loans &&
    staged.outstandingVnd === outstandingVnd &&
    staged.savingsVnd === savings.balanceVnd;
  if (isWhole) return [];
  const data = {
    ...{ staged: staged.loans, stagedVnd: String(staged.outstandingVnd) },
    ...{ read: rows.loans, readVnd: String(outstandingVnd) },
  };
  return [{ code: 'stagedSumsDiffer', data }];
}

async function finish(
  { tx, batch, platform, startedMs }: BatchBeingRead,
  output: ReadingOutput,
  end: { state: 'question' | 'ready' | 'refused'; refusals: readonly KeptRefusal[]; isNewOffice: boolean },
): Promise<void> {
  const at = platform.clock.now();
  const { summary, questions, dataDate = null } = output;
  const office = summary ? { ...summary.office, isNew: end.isNewOffice } : null;
  const whole = summary && office && { ...summary, office, durationMs: at.getTime() - startedMs };
  await finishBatchReading(tx, batch, {
    ...{ state: end.state, dataDate, office, at, refusals: end.refusals },
    questions: end.state === 'question' ? questions : [],
    summary: whole ? storedSummary(whole) : null,
  });
}

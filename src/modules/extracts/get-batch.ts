import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatVnd } from '../../kernel/money.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { getBatch as operation } from './contract.ts';
import { type BatchRow, publishedDateOf, selectBatch } from './db/batches.ts';
import { type FileRow, selectFiles } from './db/files.ts';
import { questionsOf, refusalsOf, summaryOf } from './decode-batch.ts';
import type { BatchSummary, FaultCount, KeptRefusal } from './domain/batch-reading.ts';
import { BATCH_STATES } from './domain/batch-states.ts';
import { FAULTS, type Fault, type FaultCode, faultKind } from './domain/faults.ts';
import { kindTitle } from './domain/file-kinds.ts';
import { keptRefusalText } from './refusal-texts.ts';

type Batch = OutputOf<typeof operation>;

/** Everything the pages of an import show of a batch. */
export async function getBatch(
  { batchId }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<Batch, 'notFound'>> {
  const batch = await selectBatch(tx, batchId);
  if (!batch) return refuse('notFound');
  const files = await selectFiles(tx, batch);
  const summary = summaryOf(batch);
  return {
    batchId,
    officeId: batch.officeId,
    state: batch.state,
    stateTitle: BATCH_STATES[batch.state],
    dataDate: batch.dataDate,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    jobId: batch.jobId,
    publishJobId: batch.publishJobId,
    files: files.map((file) => showFile(file, files)),
    questions: questionsOf(batch),
    blocking: blockingOf(await refusalsNow(tx, batch, files), files),
    summary,
    faults: summary ? faultsOf(summary) : [],
  };
}

function showFile(file: FileRow, files: readonly FileRow[]): Batch['files'][number] {
  const { sha256, sizeBytes, refusals: _, ...shown } = file;
  const first = files.find((other) => other.sha256 === sha256);
  return {
    ...shown,
    notes: [...file.notes],
    sizeBytes: Number(sizeBytes),
    kindTitle: file.kind === null ? null : kindTitle(file.kind),
    duplicateOf: file.state === 'duplicate' && first ? first.name : null,
  };
}

/**
 * What blocks a batch as a whole, as it is now: contents that were refused because they were published are to be read
 * again once that very publication is undone [EX19].
 */
async function refusalsNow(tx: Tx, batch: BatchRow, files: readonly FileRow[]): Promise<KeptRefusal[]> {
  const refusals = refusalsOf(batch);
  if (!refusals.some(({ code }) => code === 'alreadyPublished')) return refusals;
  const sha256s = files.filter(({ state }) => state !== 'duplicate').map(({ sha256 }) => sha256);
  if (await publishedDateOf(tx, { officeId: batch.officeId, sha256s })) return refusals;
  return refusals.map((refusal) =>
    refusal.code === 'alreadyPublished' ? { ...refusal, code: 'publicationUndone' } : refusal,
  );
}

function blockingOf(refusals: readonly KeptRefusal[], files: readonly FileRow[]): Batch['blocking'] {
  // The files first: mended, they often take with them what is wrong with all of them together.
  return [
    ...files.flatMap((file) =>
      refusalsOf(file).map((refusal) => ({
        ...{ code: refusal.code, fileId: file.fileId, text: keptRefusalText(refusal, file.name) },
      })),
    ),
    ...refusals.map((refusal) => ({
      ...{ code: refusal.code, fileId: null, text: keptRefusalText(refusal, undefined) },
    })),
  ];
}

function faultsOf(summary: BatchSummary): Batch['faults'] {
  return summary.faults.map(({ code, count, kinds }) => ({
    code,
    title: FAULTS[code].title,
    ...found({ code, count, kinds }, summary),
    kinds: kinds.map((kind) => ({ ...kind, title: faultKind(code, kind.kind).title })),
  }));
}

/** What was not looked for is unknown, not zero [D13]; nothing is there only where no kind of it was found. */
function found(
  { code, count, kinds }: FaultCount,
  summary: BatchSummary,
): Pick<Batch['faults'][number], 'count' | 'done'> {
  if ((FAULTS[code] as Fault).isCompared) return { count: null, done: 'chưa đối chiếu' };
  const shown = kinds.filter((kind) => kind.count > 0);
  return { count, done: shown.length === 0 ? 'không có' : doneText(code, shown, summary) };
}

/** What was done about a fault, in the words of the kinds that were found; its counted kinds speak first. */
function doneText(code: FaultCode, kinds: FaultCount['kinds'], summary: BatchSummary): string {
  if (code === 'D1') return `Giữ một dòng, bớt ${formatVnd(summary.rows.surplusVnd)} cộng lặp`;
  const counted = kinds.filter((kind) => kind.isCounted);
  const told = counted.length > 0 ? counted : kinds;
  return [...new Set(told.map(({ kind }) => faultKind(code, kind).done))].join('; ');
}

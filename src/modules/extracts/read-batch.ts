import type { Id } from '../../kernel/ids.ts';
import { formatInteger } from '../../kernel/money.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Platform } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { JobProgress } from '../../platform/jobs/queue.ts';
import { runInThread, type ThreadScript } from '../../platform/threads/run-in-thread.ts';
import { ruleValues } from '../programmes/index.ts';
import { type BatchRow, publishedDateOf, selectBatch } from './db/batches.ts';
import { type FileRow, selectFiles, selectPiece } from './db/files.ts';
import { deleteStaged, selectStagedCommunes } from './db/staging.ts';
import { answersOf } from './decode-batch.ts';
import { type IncomingRows, takeIncoming } from './incoming-rows.ts';
import { keepAlreadyPublished, keepResult } from './keep-result.ts';
import type {
  FileToRead,
  ReadingInput,
  ReadingOutput,
  ReadingPiece,
  ReadingProgress,
} from './reading/reading.ts';

const SCRIPT: ThreadScript = 'src/modules/extracts/read-batch.worker.ts';

/** A batch to be read. */
export type BatchToRead = {
  readonly caller: Caller;
  readonly batchId: Id;
  /** Aborted: nothing is kept. */
  readonly signal?: AbortSignal;
  /** Told how far it is. */
  readonly progress?: (progress: JobProgress) => Promise<void>;
};

const silent = async () => undefined;

/**
 * Reads a batch that waits for it: its files in a thread, its rows by COPY into staged tables, all in one
 * transaction. Afterwards the batch is ready, asks, or says what blocks it; a batch in any other state is left alone,
 * so that a job that runs twice reads once.
 *
 * @throws Error when the thread fails or is aborted; then nothing was written
 */
export async function readBatch(
  platform: Platform,
  { caller, batchId, signal, progress = silent }: BatchToRead,
): Promise<void> {
  const startedMs = platform.clock.now().getTime();
  await platform.database.writeInBulk(caller.scope, async (tx, copyIn) => {
    const batch = await selectBatch(tx, batchId, { lock: true });
    if (batch?.state !== 'reading') return;
    const files = (await selectFiles(tx, batch)).filter((file) => file.state !== 'duplicate');
    const reading = { platform, tx, caller, batch, files, startedMs };
    const sha256s = files.map((file) => file.sha256);
    const publishedOn = await publishedDateOf(tx, { officeId: batch.officeId, sha256s });
    if (publishedOn) return keepAlreadyPublished(reading, publishedOn);
    await forgetEarlierReading(tx, caller, batch);
    const incoming = await takeIncoming({ tx, copyIn }, { caller, batchId });
    const input = await inputOf(platform, tx, { batch, files });
    const output = await runInThread<ReadingInput, ReadingPiece, ReadingOutput>(SCRIPT, {
      input,
      transfer: input.files.map((file) => file.content.buffer),
      onPiece: (piece) => takePiece({ incoming, progress }, piece),
      ...(signal ? { signal } : {}),
    });
    await progress(CHECKING);
    await keepResult({ ...reading, incoming }, output);
    // Whoever stopped it while the rows were put in place finds nothing kept either.
    await progress(CHECKING);
    signal?.throwIfAborted();
  });
}

/** A batch that is read again, because files or answers were added, begins anew. */
async function forgetEarlierReading(tx: Tx, { scope }: Caller, batch: BatchRow): Promise<void> {
  const communeIds = await selectStagedCommunes(tx, batch);
  if (communeIds.length > 0)
    await setScope(tx, { ...scope, communeIds: [...new Set([...scope.communeIds, ...communeIds])] });
  await deleteStaged(tx, { ...batch, communeIds });
}

type Taking = { readonly incoming: IncomingRows } & Required<Pick<BatchToRead, 'progress'>>;

async function takePiece({ incoming, progress }: Taking, piece: ReadingPiece): Promise<void> {
  if (piece === 'restart') await incoming.restart();
  else if ('progress' in piece) await progress(progressOf(piece.progress));
  else if ('dataDate' in piece) incoming.date(piece.dataDate);
  else await incoming.take(piece.table, piece.rows);
}

const KIB = 1_024;

/** In KiB, as a batch may hold more bytes than a counter of jobs. */
function progressOf({ fileName, rows, doneBytes, totalBytes }: ReadingProgress): JobProgress {
  const total = Math.max(1, Math.ceil(totalBytes / KIB));
  const passed = rows === 0 ? '' : `, đã qua ${formatInteger(rows)} dòng`;
  const message = `Đang đọc ${fileName}${passed}. Khối lượng đã đọc (KB):`;
  return { done: Math.min(total, Math.floor(doneBytes / KIB)), total, message };
}

/** The files are read; the rows are put in place and added up. */
const CHECKING: JobProgress = {
  done: 0,
  total: null,
  message: 'Đã đọc hết các tệp, đang xếp dòng vào từng xã và cộng lại.',
};

async function inputOf(
  { clock }: Platform,
  tx: Tx,
  { batch, files }: { batch: BatchRow; files: readonly FileRow[] },
): Promise<ReadingInput> {
  const rules = await ruleValues(tx, clock.today());
  const contents: FileToRead[] = [];
  for (const file of files) contents.push(await contentOf(tx, batch, file));
  return {
    files: contents,
    answers: answersOf(batch),
    sharedPhoneCustomers: Number(rules.of('sharedPhoneCustomers').value),
    nowMs: clock.now().getTime(),
    today: clock.today(),
  };
}

async function contentOf(tx: Tx, batch: BatchRow, { fileId, name, sizeBytes }: FileRow): Promise<FileToRead> {
  const content = new Uint8Array(Number(sizeBytes));
  let filled = 0;
  for (let number = 0; filled < content.length; number++) {
    const piece = await selectPiece(tx, batch, { fileId, number });
    if (!piece) throw new Error(`piece ${number} of a received file is gone`);
    content.set(piece, filled);
    filled += piece.length;
  }
  return { fileId, name, content };
}

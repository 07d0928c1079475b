import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { removeUnusedFiles as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { deleteFile, selectFiles } from './db/files.ts';
import { answersOf } from './decode-batch.ts';
import { BATCH_STATES, isWaiting } from './domain/batch-states.ts';
import { hasWholeReport, isUnused } from './domain/used-files.ts';
import { noteBatch } from './note-batch.ts';
import { startReading } from './start-reading.ts';

/**
 * Takes everything that is not used out of a batch with a whole report 31: files that could not be read, that were set
 * aside, and repetitions [EX23]. The others are read again.
 */
export async function removeUnusedFiles(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const { tx } = context;
  const batch = await selectBatch(tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  if (!isWaiting(batch)) return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  const files = await selectFiles(tx, batch);
  if (!hasWholeReport(files)) return refuse('noWholeReport');
  const unused = files.filter(isUnused);
  if (unused.length === 0) return refuse('noUnusedFiles');
  for (const { fileId } of unused) await deleteFile(tx, batch, fileId);
  // The check sums say what was taken out.
  noteBatch(context, batchId, { sha256s: unused.map(({ sha256 }) => sha256).join(' ') });
  const answers = answersOf(batch).filter((answer) => unused.every((one) => one.fileId !== answer.fileId));
  return { ...(await startReading(context, batch, answers)), removed: unused.length };
}

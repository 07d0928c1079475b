import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { removeFile as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { deleteFile, type FileRow, selectFiles } from './db/files.ts';
import { answersOf } from './decode-batch.ts';
import { BATCH_STATES, isWaiting } from './domain/batch-states.ts';
import { noteBatch } from './note-batch.ts';
import { startReading } from './start-reading.ts';

/**
 * Takes one file out of a batch that waits, and has the others read again, so that one bad file does not cost the
 * whole batch [EX23]. The check sum stays in the audit trail: it says what was taken out.
 */
export async function removeFile(
  { batchId, fileId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const { tx } = context;
  const batch = await selectBatch(tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  const files = await selectFiles(tx, batch);
  const file = files.find((candidate) => candidate.fileId === fileId);
  if (!file) return refuse('notFound');
  if (!isWaiting(batch)) return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  const removed = goingWith(file, files);
  if (removed.length === files.length) return refuse('onlyFile');
  for (const one of removed) await deleteFile(tx, batch, one.fileId);
  noteBatch(context, batchId, { fileId, sha256: file.sha256 });
  const answers = answersOf(batch).filter((answer) => removed.every((one) => one.fileId !== answer.fileId));
  return startReading(context, batch, answers);
}

/** A repetition goes alone. What it repeats takes its repetitions along: they keep no content of their own. */
function goingWith(file: FileRow, files: readonly FileRow[]): FileRow[] {
  return file.state === 'duplicate' ? [file] : files.filter((other) => other.sha256 === file.sha256);
}

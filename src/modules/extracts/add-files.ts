import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { UploadedFile } from '../../platform/http/uploads.ts';
import type { addFiles as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { selectFiles } from './db/files.ts';
import { BATCH_STATES, isWaiting } from './domain/batch-states.ts';
import { noteBatch } from './note-batch.ts';
import { receiveFiles } from './receive-files.ts';
import { startReading } from './start-reading.ts';

/** Adds files to a batch that waits, and has all of them read again. */
export async function addFiles(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext & { readonly files: AsyncIterable<UploadedFile> },
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const { tx, files } = context;
  const batch = await selectBatch(tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  if (!isWaiting(batch)) return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  const known = await selectFiles(tx, batch);
  const before = {
    files: known.length,
    lastPosition: known.at(-1)?.position ?? 0,
    bytes: known.reduce((sum, file) => sum + Number(file.sizeBytes), 0),
    sha256s: new Set(known.map((file) => file.sha256)),
  };
  const received = await receiveFiles(context, { ...batch, files, before });
  if (isRefusal(received)) return received;
  noteBatch(context, batchId, { files: received });
  return startReading(context, batch);
}

import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { UploadedFile } from '../../platform/http/uploads.ts';
import type { createBatch as operation } from './contract.ts';
import { insertBatch } from './db/batches.ts';
import { noteBatch } from './note-batch.ts';
import { NOTHING_RECEIVED, receiveFiles } from './receive-files.ts';
import { startReading } from './start-reading.ts';

/** Receives the files of a new batch of the caller's office and has them read. */
export async function createBatch(
  input: InputOf<typeof operation>,
  context: HandlerContext & { readonly files: AsyncIterable<UploadedFile> },
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, caller, clock, newId, files } = context;
  const officeId = officeMeant(caller.scope, input.officeId);
  if (officeId === undefined) return refuse('officeUnclear');
  const batchId = newId();
  await insertBatch(tx, { officeId, batchId, createdBy: caller.userId, at: clock.now() });
  const received = await receiveFiles(context, { officeId, batchId, files, before: NOTHING_RECEIVED });
  if (isRefusal(received)) return received;
  noteBatch(context, batchId, { files: received });
  return startReading(context, { officeId, batchId });
}

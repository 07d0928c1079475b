import { Readable } from 'node:stream';
import type { OutputOf } from '../kernel/contract.ts';
import type { Id } from '../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { getBatch as getBatchOperation } from '../modules/extracts/contract.ts';
import { createBatch, getBatch, officeForFiles, readBatch } from '../modules/extracts/index.ts';
import type { publishImport as publishOperation } from '../modules/portfolio/contract.ts';
import { publishImport } from '../modules/portfolio/index.ts';
import { createOffice } from '../modules/registry/index.ts';
import type { Caller } from '../platform/caller.ts';
import { type Platform, runCommand, runQuestion } from '../platform/command.ts';
import type { UploadedFile } from '../platform/http/uploads.ts';

/** A file of the bank as it lies on this machine. */
export type FileToImport = { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };

/** A batch that was read, and who may go on with it. */
export type ReadBatch = { readonly batch: OutputOf<typeof getBatchOperation>; readonly caller: Caller };

/**
 * Receives and reads files for the system itself (command line, demo): the office is the one the files name, and is
 * made when no import has named it yet. The batch is returned as it stands: ready, asking, or blocked.
 */
export async function importFiles(
  platform: Platform,
  { caller, files }: { caller: Caller; files: readonly FileToImport[] },
): Promise<ReadBatch | Refusal> {
  const officeId = await officeOf(platform, caller, files);
  if (officeId === undefined) return refuse('officeUnclear');
  const scope = {
    ...caller.scope,
    officeIds: [...new Set([...caller.scope.officeIds, officeId])],
    system: true,
  };
  const inOffice = { ...caller, scope };
  const created = await runCommand(platform, { name: 'extracts.createBatch', caller: inOffice }, (context) =>
    createBatch({ officeId }, { ...context, files: uploads(files) }),
  );
  if (isRefusal(created)) return created;
  const { batchId } = created;
  await readBatch(platform, { caller: inOffice, batchId });
  const batch = await runQuestion(platform, { caller: inOffice }, (context) =>
    getBatch({ batchId }, context),
  );
  return isRefusal(batch) ? batch : { batch, caller: inOffice };
}

/** Publishes a batch that is ready. */
export async function publishBatch(
  platform: Platform,
  { batch, caller }: ReadBatch,
): Promise<OutputOf<typeof publishOperation> | Refusal> {
  return runCommand(platform, { name: 'portfolio.publishImport', caller }, (context) =>
    publishImport({ batchId: batch.batchId }, context),
  );
}

/** The office the files name; where they name none, the only office there is. */
async function officeOf(
  platform: Platform,
  caller: Caller,
  files: readonly FileToImport[],
): Promise<Id | undefined> {
  const { scope } = caller;
  const contents = files.map((file) => file.content);
  return platform.database.write(scope, async (tx) => {
    const office = await officeForFiles(tx, contents, platform.newId);
    if (!office) return scope.officeIds.length === 1 ? scope.officeIds[0] : undefined;
    if (!office.isNew) return office.officeId;
    const { officeId, code: bankCode } = office;
    return (await createOffice(tx, { officeId, bankCode, branchCode: null, name: `PGD ${bankCode}` }))
      .officeId;
  });
}

async function* uploads(files: readonly FileToImport[]): AsyncGenerator<UploadedFile> {
  for (const { name, content } of files) yield { name, content: Readable.from([Buffer.from(content)]) };
}

import { Readable } from 'node:stream';
import type { OutputOf } from '../kernel/contract.ts';
import type { Id } from '../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { getBatch as getBatchOperation } from '../modules/extracts/contract.ts';
import { createBatch, discardBatch, getBatch, officeForFiles, readBatch } from '../modules/extracts/index.ts';
import type {
  previewImport as previewOperation,
  publishImport as publishOperation,
} from '../modules/portfolio/contract.ts';
import { previewImport, publishImport } from '../modules/portfolio/index.ts';
import { createOffice, officeByCode } from '../modules/registry/index.ts';
import { SYSTEM_CHAIN } from '../platform/audit/append-audit.ts';
import type { Caller } from '../platform/caller.ts';
import { type Platform, runCommand, runQuestion } from '../platform/command.ts';
import type { UploadedFile } from '../platform/http/uploads.ts';

/** A file of the bank as it lies on this machine. */
export type FileToImport = { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };

/** A batch that was read, and who may go on with it. */
export type ReadBatch = { readonly batch: OutputOf<typeof getBatchOperation>; readonly caller: Caller };

/**
 * Receives and reads files for the system itself (command line, demo): the office is the one the files name, and is
 * brought in when no import has named it yet and the files are fit for it [EX9]. The batch is returned as it was
 * read: ready, asking, or blocked.
 */
export async function importFiles(platform: Platform, sent: SentFiles): Promise<ReadBatch | Refusal> {
  const read = await importOnce(platform, sent);
  // Another import was first to bring the office in: now it is known, and the files are read under its id.
  return isRefusal(read) && read.refused === 'officeBroughtIn' ? importOnce(platform, sent) : read;
}

type SentFiles = { readonly caller: Caller; readonly files: readonly FileToImport[] };

async function importOnce(platform: Platform, { caller, files }: SentFiles): Promise<ReadBatch | Refusal> {
  const office = await officeOf(platform, caller, files);
  if (office === undefined) return refuse('officeUnclear');
  const { officeId, newOffice } = office;
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
  if (isRefusal(batch)) return batch;
  const read = { batch, caller: inOffice };
  const refusal = newOffice && (await settleNewOffice(platform, read, newOffice));
  return refusal ?? read;
}

/** An office that is not there yet, under an id that was made for it. */
type NewOffice = { readonly officeId: Id; readonly code: string };

/** What publishing a batch would change: the same that the screen shows before the button is pressed. */
export type BatchPreview = OutputOf<typeof previewOperation>;

/** Previews a batch that is ready; nothing is written. */
export async function previewBatch(
  platform: Platform,
  { batch: { batchId }, caller }: ReadBatch,
): Promise<BatchPreview | Refusal> {
  return runQuestion(platform, { caller }, (context) => previewImport({ batchId }, context));
}

/**
 * Publishes a batch that is ready.
 *
 * @param basis the mark of the preview that was looked at: refused where the book has changed since [PF87]
 */
export async function publishBatch(
  platform: Platform,
  { batch: { batchId }, caller }: ReadBatch,
  basis?: string,
): Promise<OutputOf<typeof publishOperation> | Refusal> {
  return runCommand(platform, { name: 'portfolio.publishImport', caller }, (context) =>
    publishImport({ batchId, basis }, context),
  );
}

/** The office the files name; where they name none, the only office there is. */
async function officeOf(
  platform: Platform,
  { scope }: Caller,
  files: readonly FileToImport[],
): Promise<{ officeId: Id; newOffice: NewOffice | undefined } | undefined> {
  const contents = files.map((file) => file.content);
  const named = await platform.database.read(scope, (tx) => officeForFiles(tx, contents, platform.newId));
  if (named) return { officeId: named.officeId, newOffice: named.isNew ? named : undefined };
  const [officeId] = scope.officeIds;
  return officeId === undefined || scope.officeIds.length > 1
    ? undefined
    : { officeId, newOffice: undefined };
}

/**
 * What becomes of an office that these files are the first to name: it is brought in where they are fit for it, so that
 * its people can be added, answer what is asked and publish. Otherwise nobody could ever see the batch, and it goes.
 */
async function settleNewOffice(
  platform: Platform,
  read: ReadBatch,
  office: NewOffice,
): Promise<Refusal | undefined> {
  const isFit = read.batch.state === 'ready' || read.batch.state === 'question';
  const refusal = await (isFit
    ? bringInOffice(platform, read, office)
    : whereBroughtIn(platform, read, office));
  if (isFit && refusal === undefined) return undefined;
  const { batchId } = read.batch;
  const command = { name: 'extracts.discardBatch', caller: read.caller };
  const discarded = await runCommand(platform, command, (context) => discardBatch({ batchId }, context));
  return refusal ?? (isRefusal(discarded) ? discarded : undefined);
}

/** Refuses where another import has brought the office in since the files were looked at. */
async function bringInOffice(
  platform: Platform,
  { batch: { batchId, summary }, caller }: ReadBatch,
  { officeId, code }: NewOffice,
): Promise<Refusal | undefined> {
  const command = { name: 'registry.bringInOffice', caller };
  const outcome = await runCommand(platform, command, async ({ tx, note }) => {
    const name = summary?.office.name || `PGD ${code}`;
    const branchCode = summary?.office.branchCode || null;
    const office = await createOffice(tx, { officeId, bankCode: code, branchCode, name });
    if (office.officeId !== officeId) return refuse('officeBroughtIn', { office: code });
    note({ communeId: SYSTEM_CHAIN, subject: { officeId, officeCode: code, batchId } });
    return undefined;
  });
  return isRefusal(outcome) ? outcome : undefined;
}

/** Files are not fit for an office either that another import has brought in under its own id while they were read. */
async function whereBroughtIn(
  platform: Platform,
  { caller }: ReadBatch,
  { officeId, code }: NewOffice,
): Promise<Refusal | undefined> {
  const known = await platform.database.read(caller.scope, (tx) => officeByCode(tx, code));
  return known && known.officeId !== officeId ? refuse('officeBroughtIn', { office: code }) : undefined;
}

async function* uploads(files: readonly FileToImport[]): AsyncGenerator<UploadedFile> {
  for (const { name, content } of files) yield { name, content: Readable.from([Buffer.from(content)]) };
}

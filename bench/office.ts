import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Id } from '../src/kernel/ids.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { createBatch, discardBatch, readBatch } from '../src/modules/extracts/index.ts';
import { previewImport, publishImport } from '../src/modules/portfolio/index.ts';
import { communesOfOffice, createOffice } from '../src/modules/registry/index.ts';
import { type Caller, systemCaller } from '../src/platform/caller.ts';
import { type Platform, runCommand, runQuestion } from '../src/platform/command.ts';
import { NO_SCOPE } from '../src/platform/db/scope.ts';
import type { UploadedFile } from '../src/platform/http/uploads.ts';
import { SAMPLE_OFFICE } from '../src/server/demo/sample-office.ts';

/** The office of the files. */
export const { officeId: OFFICE_ID } = SAMPLE_OFFICE;

const SYSTEM = { ...NO_SCOPE, system: true };

/** Makes the office known, as an administrator does before the first import. */
export async function addOffice({ database }: Platform): Promise<void> {
  await database.write(SYSTEM, (tx) => createOffice(tx, SAMPLE_OFFICE));
}

/** The system at work in the office, over the communes it has by now. */
export async function officeCaller({ database, clock }: Platform): Promise<Caller> {
  return database.read(SYSTEM, async (tx) => {
    const places = await communesOfOffice(tx, { officeId: OFFICE_ID, on: clock.today(), counters: true });
    const communeIds = places.map(({ areaId }) => areaId);
    return systemCaller({ communeIds, officeIds: [OFFICE_ID], system: true });
  });
}

/** Receives files as an upload does, piece by piece from the disk. @returns the batch that waits to be read */
export async function receive(platform: Platform, caller: Caller, paths: readonly string[]): Promise<Id> {
  const command = { name: 'extracts.createBatch', caller };
  const created = await runCommand(platform, command, (context) =>
    createBatch({ officeId: OFFICE_ID }, { ...context, files: uploads(paths) }),
  );
  return accepted(created).batchId;
}

async function* uploads(paths: readonly string[]): AsyncGenerator<UploadedFile> {
  for (const path of paths) yield { name: basename(path), content: createReadStream(path) };
}

/** Reads a batch to the state in which it can be published or asked about. */
export async function read(platform: Platform, caller: Caller, batchId: Id): Promise<void> {
  await readBatch(platform, { caller, batchId });
}

/** What publishing would change. @throws Error when something blocks the batch */
export async function preview(platform: Platform, caller: Caller, batchId: Id) {
  const shown = accepted(
    await runQuestion(platform, { caller }, (context) => previewImport({ batchId }, context)),
  );
  if (shown.blocking.length > 0) throw new Error(`blocked: ${JSON.stringify(shown.blocking)}`);
  return shown;
}

/** Publishes a batch. */
export async function publish(platform: Platform, caller: Caller, batchId: Id) {
  const command = { name: 'portfolio.publishImport', caller };
  return accepted(await runCommand(platform, command, (context) => publishImport({ batchId }, context)));
}

/** Drops a batch, so that the same files can be read again. */
export async function discard(platform: Platform, caller: Caller, batchId: Id): Promise<void> {
  const command = { name: 'extracts.discardBatch', caller };
  accepted(await runCommand(platform, command, (context) => discardBatch({ batchId }, context)));
}

/** Nothing of the bench may be refused. */
function accepted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

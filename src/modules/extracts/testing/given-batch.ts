import { Readable } from 'node:stream';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Role } from '../../../kernel/role.ts';
import { type Caller, systemCaller } from '../../../platform/caller.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../../../platform/command.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { UploadedFile } from '../../../platform/http/uploads.ts';
import { idsOf } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { createBatch } from '../create-batch.ts';
import { getBatch } from '../get-batch.ts';
import { readBatch } from '../read-batch.ts';
import type { DroppedFile } from './bank-files.ts';

/** An office before its first import, and its credit officer. */
export type TestOffice = { readonly platform: Platform; readonly officeId: Id; readonly officer: Caller };

/** Makes an office with a bank code; sample data. */
export async function givenOffice(database: TestDatabase, bankCode = '004820'): Promise<TestOffice> {
  const clock = fixedClock('2026-11-03T01:12:00Z');
  const newId = idsOf(clock);
  const officeId = newId();
  await database.owner.query(
    `insert into registry.office (id, bank_code, name) values ($1, $2, 'PGD Tuy Hòa (dữ liệu mẫu)')`,
    [officeId, bankCode],
  );
  const platform = { database: database.app, clock, newId };
  return { platform, officeId, officer: callerOf(platform, 'creditOfficer', { officeIds: [officeId] }) };
}

/** A person in an office held with this scope. */
export function callerOf({ newId }: Platform, role: Role, scope: Partial<Scope>): Caller {
  const ids = { userId: newId(), sessionId: newId(), assignmentId: newId() };
  return { kind: 'person', ...ids, role, scope: { communeIds: [], officeIds: [], system: false, ...scope } };
}

/** The command line, acting for an office. */
export function systemOf(officeId: Id): Caller {
  return systemCaller({ communeIds: [], officeIds: [officeId], system: true });
}

/** Files as they come with a request. */
export async function* uploaded(files: readonly DroppedFile[]): AsyncGenerator<UploadedFile> {
  for (const { name, content } of files) yield { name, content: Readable.from([Buffer.from(content)]) };
}

/** Runs a command as HTTP does for operations that run as the system. */
export function runAs<T>(
  { platform }: TestOffice,
  caller: Caller,
  handler: (context: HandlerContext) => Promise<T>,
): Promise<T> {
  const scope = { ...caller.scope, system: true };
  return runCommand(platform, { name: 'test', caller, scope }, handler) as Promise<T>;
}

/** Receives files and reads them; answers the batch as the page shows it. */
export async function givenBatch(office: TestOffice, files: readonly DroppedFile[], caller = office.officer) {
  const created = await runAs(office, caller, (context) =>
    createBatch({}, { ...context, files: uploaded(files) }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  await readBatch(office.platform, { caller, batchId: created.batchId });
  return shownBatch(office, created.batchId, caller);
}

/** A batch as the page shows it. */
export async function shownBatch({ platform, officer }: TestOffice, batchId: Id, caller = officer) {
  const batch = await runQuestion(platform, { caller }, (context) => getBatch({ batchId }, context));
  if (isRefusal(batch)) throw new Error(batch.refused);
  return batch;
}

import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Caller } from '../../../platform/caller.ts';
import { type Clock, fixedClock } from '../../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../../../platform/command.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { publishImport } from '../publish-import.ts';
import { nextId, type StagedBatch, stageExtracts } from './stage-extracts.ts';

/** A transaction office in a test database, with a clock that stands until it is moved. */
export type TestOffice = {
  readonly database: TestDatabase;
  readonly platform: Platform;
  readonly clock: Clock & { moveTo(moment: string): void };
  readonly officeId: Id;
};

/** An office without a commune, as it stands before its first import. */
export async function givenOffice(database: TestDatabase, bankCode = '004820'): Promise<TestOffice> {
  const officeId = nextId();
  await database.owner.query(
    `insert into registry.office (id, bank_code, name) values ($1, $2, 'PGD Tuy Hòa (dữ liệu mẫu)')`,
    [officeId, bankCode],
  );
  return standingOffice(database, officeId);
}

/** An office that stands in the database already. */
export function standingOffice(database: TestDatabase, officeId: Id): TestOffice {
  const clock = fixedClock('2026-11-03T01:12:00Z');
  return { database, officeId, clock, platform: { database: database.app, clock, newId: nextId } };
}

/** A person of the bank under an office held with this scope. */
export function callerAs(role: Role, scope: Partial<Scope>): Caller {
  const ids = { userId: nextId(), sessionId: nextId(), assignmentId: nextId() };
  return { kind: 'person', ...ids, role, scope: { communeIds: [], officeIds: [], system: false, ...scope } };
}

/** The credit officer of the office: its communes as the registry serves them now. */
export async function officer(office: TestOffice): Promise<Caller> {
  const { rows } = await office.database.owner.query<{ commune_id: Id }>(
    'select distinct commune_id from registry.office_commune where office_id = $1',
    [office.officeId],
  );
  return callerAs('creditOfficer', {
    officeIds: [office.officeId],
    communeIds: rows.map((row) => row.commune_id),
  });
}

/** Stages the extracts of a date and publishes them as the office's credit officer. */
export async function publish(
  office: TestOffice,
  extracts: { folder: string; dataDate: BusinessDate; onlyCommunes?: readonly string[] },
) {
  const batch: StagedBatch = await stageExtracts(office.database.owner, {
    ...extracts,
    officeId: office.officeId,
  });
  const outcome = await command(office, await officer(office), (context) =>
    publishImport({ batchId: batch.batchId }, context),
  );
  return { ...batch, outcome };
}

/** Runs a command as the caller. */
export function command<T>(
  office: TestOffice,
  caller: Caller,
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return runCommand(office.platform, { name: 'portfolio.test', caller }, handler);
}

/** Asks a question as the caller. */
export function ask<T>(
  office: TestOffice,
  caller: Caller,
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return runQuestion(office.platform, { caller }, handler);
}

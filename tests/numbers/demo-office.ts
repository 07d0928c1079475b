import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BusinessDate, day } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import { isRefusal, type Refusal } from '../../src/kernel/refusal.ts';
import { givenBatch } from '../../src/modules/extracts/testing/given-batch.ts';
import { publishImport } from '../../src/modules/portfolio/publish-import.ts';
import {
  ask,
  command,
  givenOffice,
  officer,
  type TestOffice,
} from '../../src/modules/portfolio/testing/given-office.ts';
import type { Caller } from '../../src/platform/caller.ts';
import type { HandlerContext } from '../../src/platform/command.ts';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import type { TestDatabase } from '../../src/platform/testing/database.ts';
import { unpackSheets } from '../../src/server/demo/pack.ts';
import { SAMPLE_OFFICE } from '../../src/server/demo/sample-office.ts';
import { writeWorkbook } from '../../src/server/demo/write-workbook.ts';

/** Some of the demo's months, the last three in a row. */
const MONTHS = ['2025-12-31', '2026-07-31', '2026-08-31', '2026-09-30'].map(day);
/** The date of the demo's files with faults that lie ready for a newcomer. */
export const READY = day('2026-10-31');

type DroppedFile = { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };

/** A commune with the bank's code. */
export type Commune = { readonly id: Id; readonly code: string };

/** The demo's office with some of its months published. */
export async function givenDemoOffice(database: TestDatabase): Promise<TestOffice> {
  const office = await givenOffice(database, SAMPLE_OFFICE.bankCode);
  const sheets = unpackSheets(readFileSync(join(PROJECT_ROOT, 'data/demo/months.br')));
  for (const dataDate of MONTHS) {
    const ofMonth = sheets.filter((sheet) => sheet.dataDate === dataDate);
    const files = ofMonth.map((sheet) => ({
      name: `${sheet.stem}-${dataDate}.xlsx`,
      content: new Uint8Array(writeWorkbook(sheet)),
    }));
    await publishBatch(office, (await readFiles(office, files)).batchId);
  }
  return office;
}

/** Reads the files that lie ready, with their faults. */
export function readReadyFiles(office: TestOffice) {
  const folder = join(PROJECT_ROOT, `data/demo/so-lieu-${READY}`);
  const files = readdirSync(folder).map((name) => ({
    name,
    content: new Uint8Array(readFileSync(join(folder, name))),
  }));
  return readFiles(office, files);
}

async function readFiles(office: TestOffice, files: readonly DroppedFile[]) {
  const { platform, officeId } = office;
  return givenBatch({ platform, officeId, officer: await officer(office) }, files);
}

/** Publishes a batch that was read. */
export async function publishBatch(office: TestOffice, batchId: Id): Promise<void> {
  const published = await command(office, await officer(office), (context) =>
    publishImport({ batchId }, context),
  );
  if (isRefusal(published)) throw new Error(JSON.stringify(published));
}

/** The communes of the office, by code. */
export async function communesOf({ database }: TestOffice): Promise<Commune[]> {
  const { rows } = await database.owner.query<Commune>(
    `select id, bank_code as code from registry.area where kind = 'commune' order by bank_code`,
  );
  return rows;
}

/** Asks as the caller; a refusal fails the test. */
export async function answer<T>(
  office: TestOffice,
  caller: Caller,
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T> {
  const outcome = await ask(office, caller, handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}

/** The parts of an address of the desk. */
export function addressOf(href: string): { readonly path: readonly string[]; readonly search: string } {
  const { pathname, search } = new URL(href, 'http://desk');
  return { path: pathname.split('/').slice(1), search };
}

/** Dates whose pages are checked number by number. */
export const SHOWN: readonly BusinessDate[] = [day('2026-08-31'), day('2026-09-30'), READY];

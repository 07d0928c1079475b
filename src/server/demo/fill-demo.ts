import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type BusinessDate, day, monthEnd } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { publishedDates } from '../../modules/portfolio/index.ts';
import { communesOfOffice, createOffice, officeByCode } from '../../modules/registry/index.ts';
import { enterSampleHours } from '../../modules/sessions/index.ts';
import { type Caller, systemCaller } from '../../platform/caller.ts';
import { type Platform, runCommand } from '../../platform/command.ts';
import type { Database } from '../../platform/db/database.ts';
import { NO_SCOPE, type Scope } from '../../platform/db/scope.ts';
import { type DemoDay, markDemoFilled } from '../../platform/demo/demo-day.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { PROJECT_ROOT } from '../../platform/project.ts';
import { importFiles, publishBatch } from '../import-files.ts';
import { addSamplePeople } from './add-sample-people.ts';
import { unpackSheets } from './pack.ts';
import { liveMonth, type PastMonth, routesOfPast } from './past/live-month.ts';
import { placeSampleCommunes } from './place-sample-communes.ts';
import { SAMPLE_HOURS, SAMPLE_OFFICE } from './sample-office.ts';
import type { Sheet } from './sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The day the demo stands on until somebody moves it: three days after its newest month could be imported. */
export const DEMO_DAY = day('2026-11-03');

/** A month's figures are imported so many days after its end. */
const DAYS_TO_IMPORT = 3;
/** The last months are lived through: briefings, their conclusions, the tasks that follow. */
const MONTHS_LIVED = 12;

/** Whose people and offices the past is lived with, and what it writes. */
const GROWN_BY_LIVING = ['registry', 'groups', 'governance'];

/** The month-end files of the demo, packed. */
export const PACKED_MONTHS = join(PROJECT_ROOT, 'data/demo/months.br');
const SYSTEM: Scope = { ...NO_SCOPE, system: true };

/** What filling needs besides the platform. */
export type Filling = {
  readonly platform: Platform;
  /** The connection on which the past is lived. */
  readonly past: Database;
  /** Where evidence would lie. */
  readonly files: FileStore;
  /** The clock's day, which becomes the demo's. */
  readonly demo: DemoDay;
  /** Delivers the news of what was published, so that points stand before their hours are entered. */
  readonly deliver: () => Promise<unknown>;
  /** Has the database look at what it holds by now: otherwise it plans every question for the empty tables it began with. */
  readonly gatherStatistics: (schemas: readonly string[]) => Promise<void>;
  /** Told what takes time, as a Vietnamese sentence. */
  readonly report: (sentence: string) => void;
};

/**
 * Fills a database that has begun as the demo: an office, two years of month-ends through the real import, each on the day
 * it would have come; points with hours, a person for every role, and what they did with the figures of the last twelve
 * months; the communes in their province. Where a start was cut off, the next goes on: what is there already is left as it is.
 */
export async function fillDemo(filling: Filling): Promise<void> {
  const { platform, demo, report } = filling;
  const { database, clock } = platform;
  report('Đang chuẩn bị dữ liệu mẫu (khoảng một phút)…');
  demo.moveTo(DEMO_DAY);
  await database.write(SYSTEM, (tx) => createOffice(tx, SAMPLE_OFFICE));
  const months = byMonth(unpackSheets(readFileSync(PACKED_MONTHS)));
  for (const [i, sheets] of months.entries()) {
    const dataDate = day(sheets[0]?.dataDate ?? '');
    demo.moveTo(addDays(dataDate, DAYS_TO_IMPORT));
    const isNew = await importMonth(filling, sheets);
    await filling.deliver();
    if (i === 0) await enterHours(filling, dataDate);
    const monthsLived = i - (months.length - MONTHS_LIVED);
    if (monthsLived === 0) await addSamplePeople(platform);
    if (i === 0 || hasDoubled(monthsLived)) await filling.gatherStatistics(GROWN_BY_LIVING);
    if (monthsLived >= 0) await liveThrough(filling, dataDate, { isNew, monthsToGo: months.length - 1 - i });
  }
  demo.moveTo(DEMO_DAY);
  await placeSampleCommunes(platform);
  await database.write(SYSTEM, (tx) => markDemoFilled(tx, clock.now()));
}

/** After one, two, four months: what grows evenly is known well enough from then on. */
function hasDoubled(months: number): boolean {
  return [1, 2, 4, 8].includes(months);
}

/** Until the next month's figures come, the people of the communes do their work with these. */
async function liveThrough(
  { platform, past, files }: Filling,
  dataDate: BusinessDate,
  standing: Pick<PastMonth, 'isNew' | 'monthsToGo'>,
): Promise<void> {
  const next = addDays(monthEnd(addDays(dataDate, 1)), DAYS_TO_IMPORT);
  const month = {
    from: addDays(dataDate, DAYS_TO_IMPORT + 1),
    to: addDays(next, -1),
    ...standing,
  };
  const routes = routesOfPast(files);
  const { communes } = await sampleCommunes(platform, { counters: false });
  for (const { areaId, bankCode } of communes)
    await liveMonth(past, routes, { ...month, communeId: areaId, communeCode: bankCode });
}

function byMonth(sheets: readonly Sheet[]): Sheet[][] {
  const months = new Map<string, Sheet[]>();
  for (const sheet of sheets) months.set(sheet.dataDate, [...(months.get(sheet.dataDate) ?? []), sheet]);
  return [...months.values()];
}

/** @returns whether it came now; false where it stands since a start that was cut off */
async function importMonth({ platform }: Filling, sheets: readonly Sheet[]): Promise<boolean> {
  const caller = await officeCaller(platform);
  const { communeIds } = caller.scope;
  const dates = await platform.database.read(caller.scope, (tx) => publishedDates(tx, communeIds));
  if (dates.some((date) => date === sheets[0]?.dataDate)) return false;
  const files = sheets.map((sheet) => ({
    name: `${sheet.stem}-${sheet.dataDate}.xlsx`,
    content: new Uint8Array(writeWorkbook(sheet)),
  }));
  const read = await importFiles(platform, { caller, files });
  if (isRefusal(read)) throw new Error(`the demo's files were refused: ${read.refused}`);
  if (read.batch.blocking.some(({ code }) => code === 'alreadyPublished')) return false;
  const published = await publishBatch(platform, read);
  if (isRefusal(published)) throw new Error(`a month of the demo was refused: ${JSON.stringify(published)}`);
  return true;
}

/** The system at work in the sample office, over the communes it has by now. */
async function officeCaller(platform: Platform): Promise<Caller> {
  const { officeId, communes } = await sampleCommunes(platform, { counters: true });
  const communeIds = communes.map((commune) => commune.areaId);
  return systemCaller({ communeIds, officeIds: [officeId], system: true });
}

async function sampleCommunes({ database, clock }: Platform, { counters }: { readonly counters: boolean }) {
  return database.read(SYSTEM, async (tx) => {
    const office = await officeByCode(tx, SAMPLE_OFFICE.bankCode);
    if (!office) throw new Error('the sample office is gone');
    const { officeId } = office;
    return { officeId, communes: await communesOfOffice(tx, { officeId, on: clock.today(), counters }) };
  });
}

async function enterHours({ platform }: Filling, firstMonth: BusinessDate): Promise<void> {
  const caller = await officeCaller(platform);
  for (const communeId of caller.scope.communeIds)
    await runCommand(platform, { name: 'sessions.enterSampleHours', caller }, (context) =>
      enterSampleHours({ communeId, hours: SAMPLE_HOURS, validFrom: addDays(firstMonth, 1) }, context),
    );
}

import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { progress } from './measuring.ts';
import { addEarlierMonths, largestCommune } from './more-dates.ts';
import { addOffices, type OfficeCopy } from './more-offices.ts';
import { OFFICE_ID } from './office.ts';
import { signInReaders } from './page-figures.ts';
import { type PageTime, timePage } from './page-times.ts';
import { drawSamples, pagesOf, type Samples } from './pages.ts';
import { serve } from './served.ts';

const NAME = 'offices';
const MEBIBYTE = 1024 * 1024;

/** The pages over ever more offices, one commune of each read in turn: they must not become slower. */
export async function measureOffices(
  server: BenchServer,
  book: Book,
  sizes: readonly number[],
): Promise<void> {
  await server.copyDatabase(FIRST, NAME);
  const superuser = await server.connectSuperuser(NAME);
  await addEarlierMonths(superuser, { positions: false });
  const communeId = await largestCommune(superuser);
  const samples = await drawSamples(superuser, communeId);
  const first = { number: 0, officeId: OFFICE_ID, communeId };
  const offices: OfficeCopy[] = [first];
  const alone = new Map<string, PageTime>();
  for (const size of sizes) {
    if (size > offices.length) {
      progress(`from ${offices.length} to ${size} offices`);
      offices.push(...(await addOffices(superuser, { first, from: offices.length, to: size })));
    }
    progress(`pages over ${size} offices, ${await sizeOf(superuser)}`);
    for (const time of await timePages(server, offices, samples)) {
      const before = alone.get(time.page.name);
      if (before === undefined) alone.set(time.page.name, time);
      else addFigure(book, { size, before, time });
    }
  }
  await superuser.end();
  await server.dropDatabase(NAME);
}

async function timePages(
  server: BenchServer,
  offices: readonly { officeId: Id; communeId: Id }[],
  samples: Samples,
): Promise<PageTime[]> {
  const served = await serve(server, NAME);
  const readers = [];
  for (const office of offices) readers.push(await signInReaders(served, office));
  const times: PageTime[] = [];
  for (const page of pagesOf(served, readers, samples)) times.push(await timePage(served, page));
  await served.close();
  return times;
}

function addFigure(
  book: Book,
  { size, before, time }: { size: number; before: PageTime; time: PageTime },
): void {
  book.add({
    what: `${time.page.name}, ${size} offices, p95`,
    unit: 'ms',
    value: time.p95,
    yardstick: { what: 'one office', value: before.p95 },
    goal: { of: 'ratio', atMost: 1.5 },
    note: `p50 ${before.p50.toFixed(1)} → ${time.p50.toFixed(1)} ms`,
  });
}

async function sizeOf(superuser: pg.Client): Promise<string> {
  const { rows } = await superuser.query<{ bytes: bigint }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return `${Math.round(Number(rows[0]?.bytes ?? 0n) / MEBIBYTE)} MiB`;
}

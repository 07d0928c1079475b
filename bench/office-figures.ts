import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { progress } from './measuring.ts';
import { addEarlierMonths, largestCommune } from './more-dates.ts';
import { addOffices, type OfficeCopy } from './more-offices.ts';
import { OFFICE_ID } from './office.ts';
import { signInReaders } from './page-figures.ts';
import { type PageTime, timeTogether } from './page-times.ts';
import { drawSamples, type Page, pagesOf, type Samples } from './pages.ts';
import { type Served, serve } from './served.ts';

const ONE = 'one_office';
const MORE = 'more_offices';
const MEBIBYTE = 1024 * 1024;

/**
 * The pages over ever more offices, one commune of each read in turn: they must not become slower. The same pages of
 * one office are asked for in between.
 */
export async function measureOffices(
  server: BenchServer,
  book: Book,
  sizes: readonly number[],
): Promise<void> {
  await server.copyDatabase(FIRST, ONE);
  let superuser = await server.connectSuperuser(ONE);
  await addEarlierMonths(superuser, { positions: false });
  const communeId = await largestCommune(superuser);
  const samples = await drawSamples(superuser, communeId);
  await superuser.end();
  await server.copyDatabase(ONE, MORE);
  superuser = await server.connectSuperuser(MORE);
  const first = { number: 0, officeId: OFFICE_ID, communeId };
  const offices: OfficeCopy[] = [first];
  for (const size of sizes) {
    progress(`from ${offices.length} to ${size} offices`);
    offices.push(...(await addOffices(superuser, { first, from: offices.length, to: size })));
    progress(`pages over ${size} offices, ${await sizeOf(superuser)}`);
    await measureSize(server, book, { first, offices, samples });
  }
  await superuser.end();
  await server.dropDatabase(MORE);
  await server.dropDatabase(ONE);
}

type Sized = {
  readonly first: OfficeCopy;
  readonly offices: readonly OfficeCopy[];
  readonly samples: Samples;
};

async function measureSize(
  server: BenchServer,
  book: Book,
  { first, offices, samples }: Sized,
): Promise<void> {
  const one = await openPages(server, ONE, [first], samples);
  const more = await openPages(server, MORE, offices, samples);
  for (const [i, page] of more.pages.entries()) {
    const pageOfOne = one.pages[i] as Page;
    const [before, time] = await timeTogether([
      { served: one.served, page: pageOfOne },
      { served: more.served, page },
    ]);
    if (before && time) addFigure(book, { size: offices.length, before, time });
  }
  await one.served.close();
  await more.served.close();
}

async function openPages(
  server: BenchServer,
  name: string,
  offices: readonly { officeId: Id; communeId: Id }[],
  samples: Samples,
): Promise<{ served: Served; pages: readonly Page[] }> {
  const served = await serve(server, name);
  const readers = [];
  for (const office of offices) readers.push(await signInReaders(served, office));
  return { served, pages: pagesOf(served, readers, samples) };
}

function addFigure(
  book: Book,
  { size, before, time }: { size: number; before: PageTime; time: PageTime },
): void {
  book.add({
    what: `${time.page.name}, ${size} offices, p95`,
    unit: 'ms',
    value: time.p95,
    yardstick: { what: 'one office, asked in between', value: before.p95 },
    goal: { of: 'ratio', atMost: 1.5 },
    note: `p50 ${before.p50.toFixed(1)} → ${time.p50.toFixed(1)} ms; p50/p95: ${time.parts}`,
  });
}

async function sizeOf(superuser: pg.Client): Promise<string> {
  const { rows } = await superuser.query<{ bytes: bigint }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return `${Math.round(Number(rows[0]?.bytes ?? 0n) / MEBIBYTE)} MiB`;
}

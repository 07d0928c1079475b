import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { p95, progress, timed } from './measuring.ts';
import { largestCommune } from './more-dates.ts';
import { OFFICE_ID } from './office.ts';
import { signInReaders } from './page-figures.ts';
import type { Readers } from './pages.ts';
import { type Served, serve } from './served.ts';

const NAME = 'exports';
const ALONE = 200;
const NANOSECONDS_OF_MS = 1_000_000;

/** A page while the loans of a whole office are made a file: nobody else waits for it. */
export async function measureExports(server: BenchServer, book: Book): Promise<void> {
  await server.copyDatabase(FIRST, NAME);
  const superuser = await server.connectSuperuser(NAME);
  const communeId = await largestCommune(superuser);
  await superuser.end();
  const served = await serve(server, NAME);
  const readers = await signInReaders(served, { communeId, officeId: OFFICE_ID });
  for (const format of ['csv', 'xlsx'] as const) {
    progress(`pages while all loans of the office are written as ${format}`);
    await measureFormat({ served, readers }, format, book);
  }
  await served.close();
  await server.dropDatabase(NAME);
}

type Asked = { readonly served: Served; readonly readers: Readers };

async function measureFormat(asked: Asked, format: 'csv' | 'xlsx', book: Book): Promise<void> {
  const { served, readers } = asked;
  const exportAll = () =>
    timed(() => served.get(`/portfolio/loans/export?format=${format}`, readers.officer));
  // The first one starts the thread that writes tables.
  await exportAll();
  const alone = await timesOfPage(asked, (asking) => asking < ALONE);
  let isWritten = false;
  const writing = exportAll().finally(() => {
    isWritten = true;
  });
  const beside = await timesOfPage(asked, () => !isWritten);
  const { ms, result } = await writing;
  const note = `${beside.ms.length} pages while a file of ${result.body.length} characters was written in ${ms.toFixed(0)} ms`;
  book.add({
    what: `month page while all loans are written as ${format}, p95`,
    unit: 'ms',
    value: p95(beside.ms),
    yardstick: { what: 'the page alone, p95', value: p95(alone.ms) },
    goal: { of: 'value', atMost: 100 },
    note,
  });
  book.add({
    what: `longest time nobody was answered, ${format}`,
    unit: 'ms',
    value: beside.longestPauseMs,
    yardstick: { what: 'pages alone', value: alone.longestPauseMs },
    goal: { of: 'value', atMost: 50 },
    note: 'of the thread that answers; it asks and reads the answers too here',
  });
}

/** Asks for the month of the commune, one request after another, while `isWanted`. */
async function timesOfPage(
  { served, readers }: Asked,
  isWanted: (asking: number) => boolean,
): Promise<{ ms: readonly number[]; longestPauseMs: number }> {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const ms: number[] = [];
  while (isWanted(ms.length))
    ms.push((await served.get(`/portfolio/communes/${readers.communeId}/month`, readers.chair)).ms);
  pauses.disable();
  return { ms, longestPauseMs: pauses.max / NANOSECONDS_OF_MS };
}

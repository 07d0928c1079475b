import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { p95, progress } from './measuring.ts';
import { addEarlierMonths, largestCommune, sizeOf } from './more-dates.ts';
import { OFFICE_ID } from './office.ts';
import { timePage } from './page-times.ts';
import { drawSamples, pagesOf, type Readers } from './pages.ts';
import { type Served, serve } from './served.ts';

const NAME = 'dates24';

/** The pages over one office with 24 dates. */
export async function measurePages(server: BenchServer, book: Book): Promise<void> {
  await server.copyDatabase(FIRST, NAME);
  const superuser = await server.connectSuperuser(NAME);
  progress('copying loans, lists and roll-ups to 22 earlier dates');
  await addEarlierMonths(superuser, { positions: true });
  const size = await sizeOf(superuser);
  const communeId = await largestCommune(superuser);
  const samples = await drawSamples(superuser, communeId);
  await superuser.end();
  const served = await serve(server, NAME);
  const readers = [await signInReaders(served, { communeId, officeId: OFFICE_ID })];
  const empty = await timeEmpty(served, readers[0]);
  for (const page of pagesOf(served, readers, samples)) {
    const time = await timePage(served, page);
    book.add({
      what: `${page.name}, p95`,
      unit: 'ms',
      value: time.p95,
      yardstick: { what: 'who am I, p95', value: empty },
      goal: { of: 'value', atMost: page.goalMs },
      note: `${size}; p50/p95: ${time.parts}`,
    });
  }
  await served.close();
  await server.dropDatabase(NAME);
}

/** A chair of the commune and an officer of its office. */
export async function signInReaders(
  served: Served,
  { communeId, officeId }: { communeId: Id; officeId: Id },
): Promise<Readers> {
  const chair = await served.signIn('communeChair', { communeId });
  const officer = await served.signIn('creditOfficer', { officeId });
  return { communeId, chair, officer };
}

/** The smallest signed-in request: what HTTP, session and transaction take by themselves. */
async function timeEmpty(served: Served, reader: Readers | undefined): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 220; n++) times.push((await served.get('/me', reader?.chair ?? '')).ms);
  return p95(times.slice(20));
}

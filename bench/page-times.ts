import { median, p95 } from './measuring.ts';
import type { Page } from './pages.ts';
import type { Served } from './served.ts';

/** A page as a database answers it. */
export type AskedPage = { readonly served: Served; readonly page: Page };

/** The times of a page's slowest request, in milliseconds. */
export type PageTime = {
  readonly page: Page;
  readonly p50: number;
  readonly p95: number;
  /** Every path pattern of the page with its p95. */
  readonly parts: string;
};

const REQUESTS = 60;
const WARM_UP = 10;
const ROUNDS = 3;

/** Asks for a page again and again, one request after another; the middle of three rounds. */
export async function timePage(served: Served, page: Page): Promise<PageTime> {
  const [time] = await timeTogether([{ served, page }]);
  return time as PageTime;
}

/** Asks for a page of several databases in turn, request by request, so that whatever else the machine does is shared by all. */
export async function timeTogether(asked: readonly AskedPage[]): Promise<PageTime[]> {
  for (let n = 0; n < WARM_UP; n++)
    for (const { served, page } of asked)
      for (const { path, token } of await page.requests(n)) await served.get(path, token);
  const rounds: PageTime[][] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timeRound(asked, round * REQUESTS));
  return asked.map((_, i) => {
    const times = rounds.flatMap((round) => round[i] ?? []);
    return times.toSorted((a, b) => a.p95 - b.p95)[Math.floor(ROUNDS / 2)] as PageTime;
  });
}

type PartTimes = { readonly path: string; readonly ms: number[] };

async function timeRound(asked: readonly AskedPage[], from: number): Promise<PageTime[]> {
  const times = asked.map(() => new Map<number, PartTimes>());
  for (let n = from; n < from + REQUESTS; n++)
    for (const [i, { served, page }] of asked.entries())
      for (const [part, { path, token }] of (await page.requests(n)).entries()) {
        const before = times[i]?.get(part) ?? { path, ms: [] };
        before.ms.push((await served.get(path, token)).ms);
        times[i]?.set(part, before);
      }
  return asked.map(({ page }, i) => pageTime(page, [...(times[i]?.values() ?? [])]));
}

function pageTime(page: Page, times: readonly PartTimes[]): PageTime {
  const parts = times.map(({ path, ms }) => ({ path, p50: median(ms), p95: p95(ms) }));
  const slowest = parts.toSorted((a, b) => b.p95 - a.p95)[0];
  const shown = parts.map(
    (part) => `${withoutIds(part.path)} ${part.p50.toFixed(1)}/${part.p95.toFixed(1)} ms`,
  );
  return { page, p50: slowest?.p50 ?? 0, p95: slowest?.p95 ?? 0, parts: shown.join(', ') };
}

function withoutIds(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/(cursor|text)=[^&]*/, '$1=…');
}

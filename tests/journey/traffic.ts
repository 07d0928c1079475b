import type { Page, Request } from 'playwright-core';
import { drawnInTime } from './drawn-in-time.ts';

/** What a page asks: the requests that have no answer yet, and how many it began. */
type Traffic = { readonly open: Set<Request>; begun: number };

const TRAFFIC = new WeakMap<Page, Traffic>();

/** How long a page may go on asking; as long as Playwright waits for anything else here. */
const PATIENCE_MS = 30_000;

/** Counts from now on what a page asks. To be called before its first address. */
export function countRequests(page: Page): void {
  const traffic: Traffic = { open: new Set(), begun: 0 };
  TRAFFIC.set(page, traffic);
  page.on('request', (request) => {
    if (isPulse(request)) return;
    traffic.open.add(request);
    traffic.begun += 1;
  });
  // What a page that is replaced asked fails with it: Playwright says so of each.
  const end = (request: Request) => traffic.open.delete(request);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/**
 * Whether it only asks if something is new, as a briefing's page does each second: at rest it goes on so, and what it then asks
 * because something is new is counted. A machine that needs a second to draw would never be found quiet.
 */
function isPulse(request: Request): boolean {
  return new URL(request.url()).pathname.endsWith('/revision');
}

/**
 * Waits until a page has nothing more to ask: every request is answered, what came is drawn, and drawing it asked nothing
 * new. Unlike `networkidle` it waits for what a link within the desk asks too, and not half a second longer than needed.
 *
 * @throws Error with the addresses when it never comes to rest, with the page's when it draws nothing
 */
export async function quiet(page: Page): Promise<void> {
  const traffic = TRAFFIC.get(page);
  if (traffic === undefined) throw new Error('nobody counts what this page asks: see countRequests');
  const latest = Date.now() + PATIENCE_MS;
  while (Date.now() < latest) {
    // All answers have to be there before the page is given its time: one that comes within it is drawn after.
    const { begun, open } = traffic;
    const isAnswered = open.size === 0;
    const isDrawn = await drawnAndIdle(page);
    if (isAnswered && isDrawn && traffic.begun === begun) return;
  }
  throw new Error(`still asking: ${[...traffic.open].map((request) => request.url()).join(', ')}`);
}

/** An answer is read in one task, kept in the next, drawn in a frame, and what was drawn asks after that. */
const ROUNDS = 2;

const REST = `new Promise((rest) => {
  const idle = (next) => requestIdleCallback(next, { timeout: 1_000 });
  const round = (left) =>
    left === 0 ? rest(true) : requestAnimationFrame(() => setTimeout(() => idle(() => round(left - 1))));
  round(${ROUNDS});
})`;

/** Whether the page could be waited for. One that is just being replaced cannot: then the next has to be. */
function drawnAndIdle(page: Page): Promise<boolean> {
  return drawnInTime(
    page,
    page.evaluate<boolean>(REST).catch(() => false),
  );
}

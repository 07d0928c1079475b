import type { Browser, CDPSession, Page } from 'playwright-core';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { median, p95, progress } from './measuring.ts';
import { FIELD, launchChromium, type Meetings, openMeeting, openWindow } from './meetings.ts';
import { OFFICE_ID } from './office.ts';
import { serve } from './served.ts';

/** Keys that are pressed: long enough for a slow one to show, short enough for one line. */
const TEXT = 'Kiem tra su dung von cac mon giai ngan thang 10 theo mau 06 td, nop phieu ve to giao dich';
/** After a key everything that it brings about has happened by then; the page's own questions come once a second. */
const SETTLED_MS = 80;
const GOAL_MS = 16;

/**
 * What a key costs the page in the field of conclusions, in a real Chromium: the processor time of the main thread between one
 * key and the next, which waiting for the network does not lengthen and a busy machine hardly does.
 */
export async function measureKeystroke(
  server: BenchServer,
  book: Book,
  { meetings }: Meetings,
): Promise<void> {
  const served = await serve(server, FIRST);
  const token = await served.signIn('creditOfficer', { officeId: OFFICE_ID });
  const browser = await launchChromium();
  try {
    progress('keystroke: a bare field of an empty page');
    const { times: bare } = await timeKeys(await openBare(browser));
    for (const { briefingId, lines } of meetings) {
      progress(`keystroke: the field of conclusions below ${lines} lines`);
      const page = await openMeeting(browser, { address: served.address, token, briefingId });
      const { times, besideQuestions } = await timeKeys(page);
      book.add({
        what: `a keystroke in the field of conclusions below ${lines} lines, p95`,
        unit: 'ms',
        value: p95(times),
        yardstick: { what: 'in a bare field of an empty page, p95', value: p95(bare) },
        goal: { of: 'value', atMost: GOAL_MS },
        note: `processor time of the main thread, ${times.length} keys; median ${median(times).toFixed(1)} ms, bare ${median(bare).toFixed(1)} ms; ${besideQuestions.length} more beside a question of the page's own, at most ${Math.max(0, ...besideQuestions).toFixed(0)} ms together`,
      });
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

async function openBare(browser: Browser): Promise<Page> {
  const page = await (await openWindow(browser)).newPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><input aria-label="Nội dung kết luận">`);
  return page;
}

/** The main thread's processor time of each key, in milliseconds. */
type KeyTimes = {
  readonly times: readonly number[];
  /** Of keys beside which the page asked the server for news, as it does each second: the work of both. */
  readonly besideQuestions: readonly number[];
};

/** Types the text key by key. */
async function timeKeys(page: Page): Promise<KeyTimes> {
  let questions = 0;
  for (const event of ['request', 'response', 'requestfinished'] as const)
    page.on(event as 'request', () => (questions += 1));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.locator(FIELD).click();
  await page.waitForTimeout(SETTLED_MS);
  const [times, besideQuestions]: [number[], number[]] = [[], []];
  for (const key of TEXT) {
    const [before, asked] = [await threadMs(session), questions];
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(SETTLED_MS);
    (questions === asked ? times : besideQuestions).push((await threadMs(session)) - before);
  }
  await page.context().close();
  return { times, besideQuestions };
}

async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ThreadTime');
  if (found === undefined) throw new Error('this Chromium does not tell the time of its main thread');
  return found.value * 1000;
}

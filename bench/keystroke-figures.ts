import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST, openBenchPlatform } from './databases.ts';
import type { Book } from './figures.ts';
import { median, p95, progress } from './measuring.ts';
import { addOffice, OFFICE_ID } from './office.ts';
import { serve } from './served.ts';

const COMMUNE_CODE = '540101';
/** Keys that are pressed: long enough for a slow one to show, short enough for one line. */
const TEXT = 'Kiem tra su dung von cac mon giai ngan thang 10 theo mau 06 td, nop phieu ve to giao dich';
/** After a key everything that it brings about has happened by then; the page's own questions come once a second. */
const SETTLED_MS = 80;
const GOAL_MS = 16;
const MANY_LINES = 500;

/**
 * What a key costs the page in the field of conclusions, in a real Chromium: the processor time of the main thread between one
 * key and the next, which waiting for the network does not lengthen and a busy machine hardly does.
 */
export async function measureKeystroke(server: BenchServer, book: Book): Promise<void> {
  const meetings = await addMeetings(server);
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

type Meeting = { readonly briefingId: Id; readonly lines: number };

/** A commune of the office with two open meetings: one without a line, one with as many as a day of them. */
async function addMeetings(server: BenchServer): Promise<readonly Meeting[]> {
  const { platform, database } = openBenchPlatform(server.addressOf(FIRST));
  const [communeId, empty, full] = [platform.newId(), platform.newId(), platform.newId()];
  await addOffice(platform);
  await database.close();
  const superuser = await server.connectSuperuser(FIRST);
  await superuser.query(
    `insert into registry.area (id, kind, bank_code, name, valid_from)
     values ($1, 'commune', $2, 'Xã Bình Ngọc', '2020-01-01')`,
    [communeId, COMMUNE_CODE],
  );
  await superuser.query(
    `insert into registry.office_commune (office_id, commune_id, valid_from) values ($1, $2, '2020-01-01')`,
    [OFFICE_ID, communeId],
  );
  for (const [briefingId, heldOn] of [[empty, '2026-10-23'] as const, [full, '2026-11-03'] as const])
    await superuser.query(
      `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on,
                                        state, prepared_at, opened_at)
       values ($1, $2, 'P', 'Điểm', '{}', $3, $3, 'open', now(), now())`,
      [communeId, briefingId, heldOn],
    );
  await superuser.query(
    `insert into governance.conclusion (commune_id, id, briefing_id, position, text, owner_name, due_on,
                                        written_by_name, written_at)
     select $1, gen_random_uuid(), $2, n, 'Kiểm tra sử dụng vốn các món giải ngân, dòng ' || n, 'Ban giảm nghèo',
            '2026-12-01', 'Bench', now()
     from generate_series(1, ${MANY_LINES}) n`,
    [communeId, full],
  );
  await superuser.end();
  return [
    { briefingId: empty, lines: 0 },
    { briefingId: full, lines: MANY_LINES },
  ];
}

const DEBIANS_CHROMIUM = '/usr/bin/chromium';

/** The one `CHROMIUM_PATH` names, or Debian's; without a window. */
function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? DEBIANS_CHROMIUM;
  return chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
}

const FIELD = 'input[aria-label="Nội dung kết luận"]';

async function openBare(browser: Browser): Promise<Page> {
  const page = await (await openWindow(browser)).newPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><input aria-label="Nội dung kết luận">`);
  return page;
}

async function openMeeting(
  browser: Browser,
  {
    address,
    token,
    briefingId,
  }: { readonly address: string; readonly token: string; readonly briefingId: Id },
): Promise<Page> {
  const context = await openWindow(browser);
  const cookie = { name: '__Host-giaoban', value: token, url: address.replace('http:', 'https:') };
  await context.addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(`${address}/giao-ban/${COMMUNE_CODE}/${briefingId}`);
  await page.locator(FIELD).waitFor();
  await page.waitForTimeout(1_500);
  return page;
}

function openWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
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

import type { Page } from 'playwright-core';
import { type BenchServer, FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import { median, p95, progress } from './measuring.ts';
import { FIELD, launchChromium, type Meetings, openMeeting } from './meetings.ts';
import { OFFICE_ID } from './office.ts';
import { serve } from './served.ts';

const GOAL_MS = 2_000;
const LINES = 30;
/** Between two lines, so that they fall anywhere in the second in which the other page asks. */
const PAUSES_MS = [130, 470, 290, 710, 50];

/**
 * How long it takes until a line that one person has added stands on the screen of another, who has the same meeting open: from the
 * key that adds it, in two windows of a real Chromium with a session each.
 */
export async function measureSeen(
  server: BenchServer,
  book: Book,
  { communeId, meetings }: Meetings,
): Promise<void> {
  const [meeting] = meetings;
  if (!meeting) throw new Error('no meeting is open');
  const { briefingId } = meeting;
  const served = await serve(server, FIRST);
  const officer = await served.signIn('creditOfficer', { officeId: OFFICE_ID });
  const chair = await served.signIn('communeChair', { communeId });
  const browser = await launchChromium();
  try {
    progress(`seen: ${LINES} lines added by one, looked for on the screen of another`);
    const [writer, reader] = await Promise.all(
      [officer, chair].map((token) => openMeeting(browser, { address: served.address, token, briefingId })),
    );
    if (!writer || !reader) throw new Error('two windows were asked for');
    const { own, others } = await addLines(writer, reader);
    book.add({
      what: 'a conclusion, seen by the other after, p95',
      unit: 'ms',
      value: p95(others),
      yardstick: { what: 'by whoever wrote it, p95', value: p95(own) },
      goal: { of: 'value', atMost: GOAL_MS },
      note: `${LINES} lines by officer, seen by chair; median ${median(others).toFixed(0)} ms, at most ${Math.max(...others).toFixed(0)} ms; the page asks once a second`,
    });
  } finally {
    await browser.close();
    await served.close();
  }
}

/** From the key to the line, in milliseconds: on the own screen and on the other's. */
type Seen = { readonly own: readonly number[]; readonly others: readonly number[] };

async function addLines(writer: Page, reader: Page): Promise<Seen> {
  const [own, others]: [number[], number[]] = [[], []];
  for (let n = 0; n < LINES; n++) {
    const text = `Dòng thử ${n} của người kia`;
    await writer.locator(FIELD).fill(text);
    const began = performance.now();
    await writer.keyboard.press('Control+Enter');
    const after = async (page: Page) => {
      await page.getByText(text, { exact: true }).first().waitFor();
      return performance.now() - began;
    };
    const [ownMs, otherMs] = await Promise.all([after(writer), after(reader)]);
    own.push(ownMs);
    others.push(otherMs);
    await writer.waitForTimeout(PAUSES_MS[n % PAUSES_MS.length] ?? 0);
  }
  return { own, others };
}

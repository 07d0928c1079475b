import type { Locator, Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, seen } from './browser.ts';
import { part, typeConclusion } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type People = () => { readonly officer: Person; readonly chair: Person };

const CUT_OFF = 'Không kết nối được với máy chủ';
const TAKEN_OUT = 'Dòng ghi nhầm, sẽ bỏ';

/** What only the server can do: begin, lead on, put in order, take out. Without it a press says so, loses nothing, and is made again. */
export function presses(people: People): void {
  test('without a network a press says so at once and changes nothing; when it is back the same press does it', async () => {
    const { officer, chair } = people();
    const { page } = officer;
    await typeConclusion(page, { text: TAKEN_OUT, owner: 'phu nu', due: '28/11/2026' });
    await lineOf(page).getByText('28/11/2026').waitFor();
    // One that waits would be withdrawn without the server [GV244].
    await lineOf(page).getByText('Chờ gửi').waitFor({ state: 'detached' });
    const [agenda, points] = [part(page, 'Chương trình'), part(page, 'Điểm cần nêu')];
    const second = agenda.getByRole('listitem').nth(1).getByRole('button');
    const up = points.getByRole('button', { name: /^Đưa lên/ }).first();
    const [moved, above] = [await pointAt(page, 1), await pointAt(page, 0)];
    await lineOf(page)
      .getByRole('button', { name: /^Sửa kết luận/ })
      .click();
    const out = part(page, 'Kết luận').getByRole('button', { name: 'Bỏ kết luận này' });
    await page.context().setOffline(true);
    for (const [button, place] of [
      [second, agenda],
      [up, points],
      [out, part(page, 'Kết luận')],
    ] as const) {
      await button.click();
      await place.getByText(CUT_OFF).first().waitFor();
    }
    expect([await pointAt(page, 0), await pointAt(page, 1)]).toEqual([above, moved]);
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.context().setOffline(false);
    await second.click();
    await agenda.getByText(CUT_OFF).waitFor({ state: 'detached' });
    await expect.poll(() => agenda.locator('[aria-current="step"]').count()).toBe(1);
    await up.click();
    await expect.poll(() => pointAt(page, 0)).toBe(moved);
    await out.click();
    await lineOf(chair.page).waitFor({ state: 'detached' });
    await part(page, 'Kết luận')
      .getByRole('button', { name: 'Bỏ kết luận này' })
      .waitFor({ state: 'detached' });
    officer.takeComplaints();
  });

  test('somebody taken off the list, the answer lost: pressed again it is done', async () => {
    const { officer } = people();
    const { page } = officer;
    const guest = page
      .getByRole('region', { name: /^Có mặt/ })
      .locator('details')
      .filter({ hasText: 'Khách mời' });
    if ((await guest.getAttribute('open')) === null) await guest.locator('summary').click();
    await guest.getByRole('button', { name: 'Có mặt' }).first().click();
    const off = guest.getByRole('button', { name: 'Bỏ khỏi danh sách' });
    await pressWithLostAnswer(page, off, /\/attendees\//);
    await guest.getByText(CUT_OFF).waitFor();
    await off.click();
    await guest.getByText(CUT_OFF).waitFor({ state: 'detached' });
    await page.unrouteAll();
    await guest.waitFor({ state: 'detached' });
    officer.takeComplaints();
  });
}

/** Begins the meeting: first without a network, which is said; then the answer is lost, and the meeting has begun all the same. */
export async function beginOverBadNetwork({ page, takeComplaints }: Person): Promise<Page> {
  const begin = page.getByRole('button', { name: 'Bắt đầu giao ban' });
  await begin.waitFor();
  await page.context().setOffline(true);
  await begin.click();
  await page.getByRole('main').getByText(CUT_OFF).first().waitFor();
  await page.context().setOffline(false);
  await pressWithLostAnswer(page, begin, /\/open$/);
  await page.unrouteAll();
  await page.getByText('Đang họp').waitFor();
  await page.getByText(CUT_OFF).waitFor({ state: 'detached' });
  // The browser itself names every request that did not get through.
  takeComplaints();
  return page;
}

/**
 * Presses while the server hears the command and the page hears nothing: neither the answer nor what others see. Afterwards
 * commands get through again, and still no question.
 */
export async function pressWithLostAnswer(page: Page, button: Locator, command: RegExp): Promise<void> {
  await page.route(/\/api\//, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  const isLost = new Promise<void>((resolve, reject) => {
    const lose = (route: Route) => loseAnswer(route).then(resolve, reject);
    void page.route(command, lose, { times: 1 });
  });
  await Promise.all([isLost, button.click()]);
}

/** The page loses the answer whether or not the server could be asked; if it could not, the journey ends with the reason. */
async function loseAnswer(route: Route): Promise<void> {
  try {
    await route.fetch();
  } finally {
    await route.abort();
  }
}

function lineOf(page: Page): Locator {
  return part(page, 'Kết luận').getByRole('listitem').filter({ hasText: TAKEN_OUT });
}

/** The words of a point in its place. */
function pointAt(page: Page, place: number): Promise<string> {
  return seen(part(page, 'Điểm cần nêu').locator('.pts > li > span:not(.pts-acts)').nth(place));
}

import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, SCREENS, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const ABOUT_GROUP = 'Tổ xin họp bầu tổ phó';
const ABOUT_ROW = 'Số điện thoại này không ai nghe';
/** What the police raise; the meeting gives it back to them. */
export const ABOUT_MATTER = 'Hai hộ chuyển đi không báo';

/** What was raised, as the prepared briefing shows it: the group and the household by name. */
export const RAISED_BEFOREHAND = [
  /\S.*: Không gặp được hộ/,
  new RegExp(`Tổ \\S.*: ${ABOUT_GROUP}`),
  new RegExp(`\\S.*: ${ABOUT_ROW}`),
  new RegExp(ABOUT_MATTER),
];

/** People raise difficulties where they meet them, most on a phone, for a briefing that nobody has prepared yet. */
export function raisedBeforehand(place: Place): void {
  test('a leader raises a difficulty from the page of a household, before the briefing stands prepared', async () => {
    const { page } = await signIn(place().browser, place().address, 'totruong');
    await page.goto('/danh-sach/tat-ca?xa=540101');
    await settled(page);
    await page.locator('main a[href^="/ho/540101/"]').first().click();
    await page.waitForURL(/\/ho\/540101\//);
    await settled(page);
    await page.getByRole('button', { name: 'Nêu khó khăn', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Không gặp được hộ, món vay đến hạn hôm nay');
    await dialog.getByRole('button', { name: 'Nêu khó khăn' }).click();
    await page.getByText('Đã nêu khó khăn').waitFor();
    await page.goto('/giao-ban');
    await part(page, 'Khó khăn đã nêu').getByText('Không gặp được hộ').waitFor();
    await page.context().close();
  });

  test('on a phone a leader raises one about her group and one from a row of a list, the police raise a matter', async () => {
    const leader = await onPhone(place, 'totruong');
    await open(leader, '/to?xa=540101');
    await leader.locator('main a[href^="/to/540101/"]').first().click();
    await leader.waitForURL(/\/to\/540101\/\d/);
    await settled(leader);
    await raise(leader, ABOUT_GROUP);
    await open(leader, '/danh-sach/tat-ca?xa=540101');
    await leader
      .getByRole('button', { name: /^Nêu khó khăn: / })
      .first()
      .click();
    await say(leader, ABOUT_ROW);
    expect(await wrongInAnyLook(leader)).toEqual([]);
    await leader.context().close();
    const police = await onPhone(place, 'congan');
    await open(police, '/giao-ban');
    await raise(police, ABOUT_MATTER);
    await part(police, 'Khó khăn đã nêu').getByText(ABOUT_MATTER).waitFor();
    expect(await wrongInAnyLook(police)).toEqual([]);
    await police.context().close();
  });
}

async function onPhone(place: Place, login: string): Promise<Page> {
  const { page } = await signIn(place().browser, place().address, login);
  await page.setViewportSize(SCREENS.phone);
  return page;
}

/** From the head of a page, within the first screen of a phone. */
async function raise(page: Page, text: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Nêu khó khăn', exact: true });
  const box = await button.boundingBox();
  expect(box === null ? Number.POSITIVE_INFINITY : box.y + box.height).toBeLessThan(SCREENS.phone.height);
  await button.click();
  await say(page, text);
}

/** By the keys, though the button of a window stands below its form. */
async function say(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(text);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

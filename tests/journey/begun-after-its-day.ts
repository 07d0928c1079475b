import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, SCREENS, seen, signIn } from './browser.ts';
import { part, typeConclusion } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** The commune whose briefing has been prepared anew after its day; see `not-held.ts`. */
const COMMUNE = '540102';
/** More conclusions than are read at a glance. */
const LINES = 21;

/** A meeting that was held on a later day than its session's is written down afterwards, and its many conclusions are looked through. */
export function begunAfterItsDay(place: Place): void {
  test('a meeting of an earlier day is written down: the day is asked for, outlives a reload half typed, and stands in all that follows', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'canbo');
    await open(page, `/giao-ban?xa=${COMMUNE}`);
    await part(page, 'Đã qua ngày').getByRole('link').first().click();
    await page.waitForURL(new RegExp(`/giao-ban/${COMMUNE}/`));
    await page.getByRole('button', { name: 'Bắt đầu giao ban' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Bắt đầu giao ban' }).isDisabled()).toBe(true);
    await dialog.getByRole('radio', { name: 'Ghi lại buổi đã họp trước hôm nay' }).check();
    const day = dialog.getByRole('textbox', { name: 'Ngày đã họp' });
    await day.fill('13/11/2');
    await page.reload();
    await day.waitFor();
    expect(await day.inputValue()).toBe('13/11/2');
    const begin = dialog.getByRole('button', { name: 'Bắt đầu ghi lại' });
    expect(await begin.isDisabled()).toBe(true);
    await day.fill('13/11/2026');
    expect(await wrongInAnyLook(page)).toEqual([]);
    await begin.click();
    await page.getByRole('heading', { name: /^Giao ban 13\/11\/2026/, level: 1 }).waitFor();
    await page.getByText('của phiên ngày 12/11/2026').waitFor();
    expect(takeComplaints()).toEqual([]);

    await typeManyConclusions(page);
    await page.getByRole('button', { name: 'Kết thúc giao ban' }).click();
    await page.getByRole('button', { name: 'Kết thúc và lấy số biên bản' }).click();
    await page.getByText(/^Đã kết thúc, biên bản/).waitFor();
    await lookThrough(page);
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });
}

/** The first two by keyboard, as a person does; the others as quickly as their screen sends them. */
async function typeManyConclusions(page: Page): Promise<void> {
  await typeConclusion(page, { text: 'Xác minh hộ vắng nhà', owner: 'cong an', due: '20/11/2026' });
  await typeConclusion(page, { text: 'Nộp phiếu 06/TD', owner: 'vo thanh ha', due: '20/11/2026' });
  for (let n = 3; n <= LINES; n++)
    await typeConclusion(page, { text: `Đôn đốc tổ ${n}`, owner: 'Ban giảm nghèo', due: '20/11/2026' });
  await part(page, 'Kết luận').getByText(`Đôn đốc tổ ${LINES}`).waitFor();
  await part(page, 'Kết luận').getByText('Chờ gửi').first().waitFor({ state: 'detached' });
}

/** On a phone ten at a time; by words of text or owner, each line under its own number, back with one press; paper shows all. */
async function lookThrough(page: Page): Promise<void> {
  await page.setViewportSize(SCREENS.phone);
  const conclusions = part(page, 'Kết luận');
  const lines = conclusions.locator('.lines > li:visible');
  await conclusions.getByText(`10 trong ${LINES} kết luận`).waitFor();
  expect(await lines.count()).toBe(10);
  await conclusions.getByRole('button', { name: 'Xem thêm' }).click();
  await expect.poll(() => lines.count()).toBe(20);
  const words = conclusions.getByRole('searchbox');
  await words.fill('giam ngheo 19');
  await words.press('Enter');
  await conclusions.getByText(`1 trong ${LINES} kết luận.`).waitFor();
  expect(await seen(lines)).toContain('Đôn đốc tổ 19');
  expect(await lines.getAttribute('value')).toBe('19');
  await page.emulateMedia({ media: 'print' });
  expect(await lines.count()).toBe(LINES);
  await page.emulateMedia({ media: 'screen' });
  await conclusions.getByRole('link', { name: `Xem cả ${LINES}` }).click();
  await conclusions.getByRole('link', { name: 'Của tôi (1)' }).click();
  await conclusions.getByText(`1 trong ${LINES} kết luận, chỉ của tôi.`).waitFor();
  expect(await seen(lines)).toContain('Nộp phiếu 06/TD');
  expect(await wrongInAnyLook(page)).toEqual([]);
}

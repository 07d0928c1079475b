import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, SCREENS, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { addMore, choosePhoto, WORDS } from './report-gestures.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** Whatever asks the server something of one task: with it out of reach, all else of the desk goes on. */
const OF_TASKS = /\/api\/communes\/[^/]+\/tasks\//;
const NEXT = 'Đã gửi danh sách cho cán bộ tín dụng';

/** What becomes of a report whose page is left before the network is back: shown where its task stands, sent from there. */
export function reportsWait(place: Place, of: { readonly task: string; readonly at: () => string }): void {
  const openTask = async () => {
    const { page } = await signIn(place().browser, place().address, 'phunu');
    await page.setViewportSize(SCREENS.phone);
    await open(page, of.at());
    await addMore(page);
    return page;
  };

  test('a report with its photo waits on the first page too, over a reload, and goes from there', async () => {
    const page = await openTask();
    await page.route(OF_TASKS, (route) => route.abort());
    await page.getByLabel(WORDS).fill(NEXT);
    await choosePhoto(page, 'to-khai.jpg');
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText('Đang gửi ảnh, rồi gửi báo cáo').waitFor();
    await leaveFor(page, 'Lịch phiên');
    await page.goto('/');
    await settled(page);
    await waitingOf(page, of.task).waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.setViewportSize(SCREENS.phone);
    await page.reload();
    await waitingOf(page, of.task).waitFor();
    await page.unroute(OF_TASKS);
    await page.getByText(`Đã gửi báo cáo: ${of.task}`).waitFor();
    await waitingOf(page, of.task).waitFor({ state: 'detached' });
    await open(page, of.at());
    await part(page, 'Diễn biến').getByText(NEXT).waitFor();
    await part(page, 'Diễn biến')
      .getByRole('img', { name: /to-khai/ })
      .waitFor();
    await page.getByRole('button', { name: 'Bổ sung báo cáo' }).waitFor();
    expect(await page.getByLabel(WORDS).count()).toBe(0);
    await page.context().close();
  });

  test('half a day that was typed stands there again after a reload', async () => {
    const page = await openTask();
    await page.getByLabel('Ngày làm', { exact: true }).fill('23/1');
    await page.getByLabel('Kết quả', { exact: true }).selectOption({ label: 'Xong một phần' });
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Ngày làm', { exact: true }).inputValue()).toBe('23/1');
    expect(await page.getByRole('button', { name: 'Gửi báo cáo' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('words that wait are asked about when their writer signs out: kept by staying, gone by leaving', async () => {
    const page = await openTask();
    await page.route(OF_TASKS, (route) => route.abort());
    await page.getByLabel(WORDS).fill('Còn hai hộ chưa gặp');
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText('Chờ gửi: tự gửi khi có mạng').waitFor();
    await page.setViewportSize(SCREENS.desk);
    const question = page.getByRole('dialog');
    const ask = () => page.getByRole('button', { name: 'Đăng xuất' }).click();
    await ask();
    await question.getByText('Một báo cáo việc được giao chưa gửi').waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await question.getByRole('button', { name: 'Ở lại' }).last().click();
    await question.waitFor({ state: 'detached' });
    expect(await page.getByLabel(WORDS).inputValue()).toBe('Còn hai hộ chưa gặp');
    await page.setViewportSize(SCREENS.desk);
    await ask();
    await page.getByRole('button', { name: 'Bỏ nội dung này và đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
    const kept = (store: string, start: string) =>
      page.evaluate(`Object.keys(${store}).filter((key) => key.startsWith("${start}"))`);
    expect(await kept('sessionStorage', 'giaoban')).toEqual([]);
    expect(await kept('localStorage', 'giaoban.copy')).toEqual([]);
    await page.context().close();
  });

  test('a photo that waits is asked about, and gone from the phone, when its owner signs out', async () => {
    const page = await openTask();
    await page.setViewportSize(SCREENS.desk);
    await page.route(OF_TASKS, (route) => route.abort());
    await choosePhoto(page, 'rieng.jpg');
    await page.getByText('Ảnh đang chờ gửi').waitFor();
    await expect.poll(() => keptOnPhone(page)).toBe(1);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('dialog').getByText('1 ảnh, tệp chưa gửi').waitFor();
    await page.getByRole('button', { name: 'Bỏ nội dung này và đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
    await expect.poll(() => keptOnPhone(page)).toBe(0);
    await page.context().close();
  });
}

/** That something of a task waits, in the list on the first page. */
function waitingOf(page: Page, task: string) {
  return part(page, 'Việc của tôi')
    .getByRole('listitem')
    .filter({ hasText: task })
    .getByText('Chờ gửi', { exact: true });
}

async function leaveFor(page: Page, name: string): Promise<void> {
  await page.setViewportSize(SCREENS.desk);
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name }).click();
  await page.waitForURL('**/lich**');
  await page.setViewportSize(SCREENS.phone);
}

/** How many photos the browser keeps for later. */
function keptOnPhone(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const opening = indexedDB.open('giaoban.photos', 1);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('kept').objectStore('kept').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  })`);
}

import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { open, SCREENS, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { report } from './report-gestures.ts';

type Answer = { readonly task: string; readonly text: string };

/** Somebody answers their task on a phone, from signing in to a clean page. */
export async function answerOnPhone(
  { browser, address }: { readonly browser: Browser; readonly address: string },
  { login, ...said }: Answer & { readonly login: string },
): Promise<void> {
  const person = await signIn(browser, address, login);
  await person.page.setViewportSize(SCREENS.phone);
  await answer(person.page, said);
  expect(await wrongInAnyLook(person.page)).toEqual([]);
  expect(person.takeComplaints()).toEqual([]);
  await person.page.context().close();
}

/** From the first page in one step to the answer, with a photo. */
export async function answer(page: Page, { task, text }: Answer): Promise<void> {
  await open(page, '/');
  await part(page, 'Việc của tôi')
    .getByRole('link', { name: `Trả lời: ${task}` })
    .click();
  await part(page, 'Báo cáo kết quả').waitFor();
  await report(page, text);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await part(page, 'Diễn biến').getByText(text).waitFor();
}

/** From the tasks of Bình Ngọc to the report that waits to be judged. */
export async function openReport(page: Page, task: string): Promise<void> {
  await open(page, '/viec?xa=540101');
  await part(page, 'Chờ nhận kết quả')
    .getByRole('link', { name: `Xem báo cáo: ${task}` })
    .click();
  await part(page, 'Kết quả này được không').waitFor();
}

/** The report of a task is accepted. */
export async function judge(page: Page, task: string): Promise<void> {
  await openReport(page, task);
  await page.getByRole('button', { name: 'Nhận kết quả' }).click();
  await page.getByRole('heading', { level: 1 }).getByText(/^Xong/).waitFor();
}

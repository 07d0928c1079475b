import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../src/server/demo/sample-people.ts';
import { open, settled } from './browser.ts';

/**
 * The demo moves on to a day, `23/11/2026`, as when the administrator has moved it: at most forty days at once. On their page they do
 * it in `timePasses`.
 */
export async function moveDemoTo(place: () => { readonly address: string }, day: string): Promise<void> {
  const { address } = place();
  const signedIn = await post(`${address}/api/sign-in`, { login: 'quantri', password: SAMPLE_PASSWORD });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const to = day.split('/').reverse().join('-');
  await post(`${address}/api/demo/day`, { to }, { cookie });
}

/** @throws Error with what was answered, where it was refused */
async function post(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** A part of a page by its title. */
export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Types a conclusion with owner and day, without leaving the keyboard. */
export async function typeConclusion(
  page: Page,
  { text, owner, due }: { readonly text: string; readonly owner: string; readonly due: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung kết luận' }).fill(text);
  await page.keyboard.press('Tab');
  await page.keyboard.type(owner);
  await page.keyboard.press('Tab');
  await page.keyboard.type(due);
  await page.keyboard.press('Control+Enter');
}

/** Types a conclusion whose owner comes last: Ctrl+Enter there takes the office that is marked and adds the line [GV207]. */
export async function typeOwnerLast(
  page: Page,
  { text, owner, due }: { readonly text: string; readonly owner: string; readonly due: string },
): Promise<void> {
  const conclusions = part(page, 'Kết luận');
  await conclusions.getByRole('textbox', { name: 'Nội dung kết luận' }).fill(text);
  await conclusions.getByRole('textbox', { name: 'Hạn', exact: true }).fill(due);
  await conclusions.getByRole('combobox', { name: 'Người làm' }).pressSequentially(owner);
  await conclusions.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+Enter');
}

/** Says that the figures of the next month will tell of a conclusion: whether the overdue debt of the commune has fallen. */
export async function measureByOverdue(page: Page, text: string): Promise<void> {
  const conclusions = part(page, 'Kết luận');
  await conclusions.getByRole('button', { name: `Đo bằng số liệu: ${text}` }).click();
  await conclusions.getByLabel('Đo kết quả bằng số liệu tháng sau').selectOption('overdue');
  await conclusions.getByRole('button', { name: 'Ghi lại' }).click();
  await conclusions.getByText('Đo bằng số liệu: Nợ quá hạn giảm').waitFor();
}

/** Drops a month's files and writes them into the books. */
export async function importFiles(page: Page, folder: string): Promise<void> {
  await open(page, '/nhap');
  const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  await page.locator('input[type=file]').setInputFiles(names.map((name) => join(folder, name)));
  await page.getByRole('button', { name: /^Ghi [\d.]+ món vào sổ$/ }).waitFor();
  await settled(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Đã ghi [\d.]+ món vào sổ\.$/).waitFor();
}

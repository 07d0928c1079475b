import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { open, settled, signIn } from './browser.ts';

/** The administrator moves the demo on to a day, `23/11/2026`: at most forty days at once. */
export async function moveDemoTo(
  place: () => { readonly browser: Browser; readonly address: string },
  day: string,
): Promise<void> {
  const { page } = await signIn(place().browser, place().address, 'quantri');
  // Parts above the field come with their answers: a press that began before would end beside the button.
  await open(page, '/tai-khoan');
  await page.getByRole('textbox', { name: 'Chuyển đến ngày' }).fill(day);
  await page.getByRole('button', { name: 'Chuyển ngày' }).click();
  await page.getByRole('navigation').getByText(`Ngày mẫu ${day}`).waitFor();
  await page.context().close();
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

import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, signIn } from './browser.ts';
import { part } from './gestures.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** The forms of a meeting's page whose button goes while they are open: its part, the button, the field in which one types at once. */
const FORMS = [
  ['Điểm cần nêu', 'Thêm', 'Câu nêu ra'],
  ['Điểm cần nêu', /^Sửa câu/, 'Câu nêu ra'],
  ['Khó khăn nêu ra', 'Nêu', 'Khó khăn'],
  // From the last button to the first, so that a form that was closed before could draw the keyboard away.
  ['Khó khăn nêu ra', 'Bỏ, nêu lý do', 'Lý do bỏ'],
  ['Khó khăn nêu ra', 'Giao người trả lời', 'Người trả lời'],
  ['Khó khăn nêu ra', 'Trả lời', 'Trả lời'],
] as const;

/** Whoever works with the keys alone. */
export function keyboardInForms(officer: () => Person): void {
  test.each(FORMS)('%s, %s: the keyboard is in “%s” at once, and on the button again', async (...form) => {
    const [title, name, field] = form;
    const { page } = officer();
    const button = part(page, title)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first();
    await button.press('Enter');
    expect(await isFocused(page, part(page, title).getByLabel(field, { exact: true }).first())).toBe(true);
    await part(page, title).getByRole('button', { name: 'Thôi' }).press('Enter');
    expect(await isFocused(page, button)).toBe(true);
  });
}

/** The same where a session is moved by a notice: in the field of its day, and on what can be pressed there next. */
export function keyboardInNotices(place: Place): void {
  test('a notice is written, left, recorded and withdrawn by the keys alone', async () => {
    const { page } = await signIn(place().browser, place().address, 'canbo');
    await page.goto('/lich?xa=540101');
    const row = page.locator('.sessions > li').last();
    const write = row.getByRole('button', { name: 'Ghi thông báo dời, nghỉ' });
    await write.press('Enter');
    expect(await isFocused(page, row.getByRole('textbox', { name: /họp vào ngày$/ }))).toBe(true);
    await row.getByRole('button', { name: 'Thôi' }).press('Enter');
    expect(await isFocused(page, write)).toBe(true);
    await write.press('Enter');
    await row.getByLabel('Lý do').fill('Bão');
    await row.getByLabel('Thông báo số').fill('12/TB');
    await row.getByLabel('Thông báo số').press('Enter');
    const withdraw = row.getByRole('button', { name: 'Thu hồi' });
    await withdraw.waitFor();
    await expect.poll(() => isFocused(page, withdraw)).toBe(true);
    await withdraw.press('Enter');
    await expect.poll(() => isFocused(page, write)).toBe(true);
    await page.context().close();
  });
}

/** Whether a control has the keyboard. */
export async function isFocused(page: Page, control: Locator): Promise<boolean> {
  return (await control.and(page.locator(':focus')).count()) === 1;
}

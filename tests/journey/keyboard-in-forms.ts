import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Person } from './browser.ts';
import { part } from './gestures.ts';

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

/** Whether a control has the keyboard. */
export async function isFocused(page: Page, control: Locator): Promise<boolean> {
  return (await control.and(page.locator(':focus')).count()) === 1;
}

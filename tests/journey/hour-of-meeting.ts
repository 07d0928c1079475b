import { expect, test } from 'vitest';
import { type Person, settled } from './browser.ts';

/** What is typed as the hour of a meeting and is none, each with what is told under the field. */
const WRONG_HOURS = [
  ['', 'Chưa nhập giờ.'],
  ['  ', 'Chưa nhập giờ.'],
  ['10 rưỡi', 'Giờ có dạng 10:30.'],
  ['25:99', 'Không có 25 giờ: ghi từ 00:00 đến 23:59.'],
] as const;

/** The button that opens the form. */
const OPENING = /^(Ghi|Đổi) giờ$/;

/** The form of a meeting's hour, on the page of a briefing that is being prepared. */
export function hourOfMeeting(officer: () => Person): void {
  test('whoever opens the form of the hour types at once, and has the button again that opened it', async () => {
    const { page } = officer();
    const isFocused = async (role: 'textbox' | 'button', name: string | RegExp) =>
      (await page.getByRole(role, { name }).and(page.locator(':focus')).count()) === 1;
    await page.getByRole('button', { name: OPENING }).press('Enter');
    expect(await isFocused('textbox', 'Giờ giao ban')).toBe(true);
    await page.getByRole('button', { name: 'Thôi' }).press('Enter');
    expect(await isFocused('button', OPENING)).toBe(true);
  });

  test('an hour that is none is told under its field, empty and blank in the same words, and outlives a reload', async () => {
    const { page, takeComplaints } = officer();
    await page.getByRole('button', { name: OPENING }).click();
    const hour = page.getByRole('textbox', { name: 'Giờ giao ban' });
    for (const [typed, told] of WRONG_HOURS) {
      await hour.fill(typed);
      await page.getByRole('button', { name: 'Ghi giờ' }).click();
      await page.getByRole('alert').getByText(told).waitFor();
    }
    // The server has refused the last one, as it should.
    takeComplaints();
    await page.reload();
    await hour.waitFor();
    expect(await hour.inputValue()).toBe('25:99');
    await page.getByRole('button', { name: 'Thôi' }).click();
    await hour.waitFor({ state: 'detached' });
    await settled(page);
  });
}

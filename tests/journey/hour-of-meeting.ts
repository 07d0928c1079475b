import { expect, test } from 'vitest';
import { type Person, settled } from './browser.ts';

/** What is typed as the hour of a meeting and is none, each with what is told under the field. */
const WRONG_HOURS = [
  ['', 'Chưa nhập giờ.'],
  ['  ', 'Chưa nhập giờ.'],
  ['25:99', 'Giờ có dạng 10:30.'],
] as const;

/** The form of a meeting's hour, on the page of a briefing that is being prepared. */
export function hourOfMeeting(officer: () => Person): void {
  test('an hour that is none is told under its field, empty and blank in the same words, and outlives a reload', async () => {
    const { page, takeComplaints } = officer();
    await page.getByRole('button', { name: /^(Ghi|Đổi) giờ$/ }).click();
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

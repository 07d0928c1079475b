import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seen, settled, signIn } from './browser.ts';

/** The month is moved through its data dates without a mouse. */
export function dateSwitch(place: () => { readonly browser: Browser; readonly address: string }): void {
  describe('the data date by keyboard alone', () => {
    test('the menu opens at the date shown, a choice keeps the focus, the ends are one key away', async () => {
      const { page } = await signIn(place().browser, place().address, 'chutich');
      await page.goto('/xa/540101');
      await settled(page);
      const button = page.getByRole('button', { name: /, chọn ngày khác$/ });
      const title = () => seen(page.getByRole('heading', { level: 1 }));
      const focused = () => page.evaluate<string>('document.activeElement.textContent');
      await button.focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(focused).toBe('30/09/2026');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /tháng 08\/2026$/ }).waitFor();
      await settled(page);
      expect(await seen(page.getByRole('banner'))).toContain('so với 31/07/2026');
      await expect.poll(focused).toContain('31/08/2026');

      await page.keyboard.press('Enter');
      await expect.poll(focused).toBe('31/08/2026');
      await page.keyboard.press('End');
      await expect.poll(focused).toBe('31/10/2024');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /tháng 10\/2024$/ }).waitFor();
      await settled(page);
      expect(await seen(page.getByRole('banner'))).toContain('chưa có tháng trước');

      await page.getByRole('link', { name: 'Số liệu sau: 30/11/2024' }).press('Enter');
      await page.getByRole('heading', { name: /tháng 11\/2024$/ }).waitFor();
      await expect.poll(title).toBe('Xã Bình Ngọc, tháng 11/2024');
      await page.context().close();
    });
  });
}

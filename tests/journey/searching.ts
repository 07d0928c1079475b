import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, seen, settled, signIn } from './browser.ts';

/** Somebody is looked for by what was typed, not by what stands there still. */
export function searching(place: () => { readonly browser: Browser; readonly address: string }): void {
  describe('the search', () => {
    const as = async (login: string) => (await signIn(place().browser, place().address, login)).page;

    test('who types too little into a search is told how much, not that it failed', async () => {
      const page = await as('canbo');
      const enough = 'Gõ ít nhất 2 chữ của tên, hoặc 3 số của điện thoại.';
      const box = page.getByRole('combobox', { name: 'Tìm hộ, khế ước, số điện thoại' });
      await box.fill('09');
      await page.getByRole('status').filter({ hasText: enough }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await box.fill('Đà');
      await page.getByRole('option').first().waitFor();
      await open(page, '/ho?tim=09');
      await page.getByRole('main').getByText(enough).waitFor();
      expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
      expect(await page.getByText(/Mã lỗi/).count()).toBe(0);
      await page.context().close();
    });

    test('who types a name and Enter faster than the answer comes opens the household of that name', async () => {
      const page = await as('canbo');
      const box = page.getByRole('combobox', { name: 'Tìm hộ, khế ước, số điện thoại' });
      const first = page.getByRole('option').first().locator('b');
      const firstOf = async (typed: string) => {
        await box.fill(typed);
        await expect.poll(() => seen(first)).toContain(typed);
        return seen(first);
      };
      const [wanted, other] = [await firstOf('Trần'), await firstOf('Lê')];
      expect(wanted).not.toBe(other);
      await page.route(/\/people\/search\?/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await route.continue();
      });
      await box.fill(wanted);
      await box.press('Enter');
      await page.waitForURL(/\/ho\//);
      await settled(page);
      expect(await seen(page.getByRole('heading', { level: 1 }))).toContain(wanted);
      await page.context().close();
    });
  });
}

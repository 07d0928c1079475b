import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seen, settled, signIn } from './browser.ts';
import { wrongInAnyLook } from './looks.ts';

/** The bank checks the accrual of the month: from the office's month to one loan and how its interest came about. */
export function interestCheck(place: () => { readonly browser: Browser; readonly address: string }): void {
  describe('the check of the accrual', () => {
    test('an officer sees that every loan is equal, and how one came about', async () => {
      const { page, takeComplaints } = await signIn(place().browser, place().address, 'canbo');
      await page.getByRole('link', { name: 'Kiểm tra lãi dự thu' }).click();
      await page.getByRole('heading', { name: 'Kiểm tra lãi dự thu, tháng 09/2026', level: 1 }).waitFor();
      await settled(page);
      const main = page.getByRole('main');
      expect(await seen(main)).toMatch(/Khớp\s+[\d.]+\s*món\s+đến từng đồng\s+Khác\s+0\s*món/);

      await page.getByRole('link', { name: 'Khác 0', exact: true }).click();
      await main.getByText(/Không món nào khác: cả [\d.]+ món tính lại đều khớp/).waitFor();
      await page.getByRole('link', { name: /^Khớp [\d.]+$/ }).click();
      await page
        .getByRole('link', { name: /^Cách tính lãi của / })
        .first()
        .click();
      const drawer = page.getByRole('dialog', { name: 'Lãi dự thu tháng 09/2026' });
      await drawer.getByText('Số ngày của năm khi tính lãi').waitFor();
      expect(await seen(drawer)).toContain('làm tròn đến đồng');
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });

      await main.locator('a.name[href^="/mon/"]').first().click();
      await page.getByRole('heading', { name: 'Số dư qua các tháng' }).waitFor();
      await settled(page);
      expect(await seen(main)).toMatch(/Lãi dự thu tháng 09\/2026: tệp ([\d.]+) đ, tính lại \1 đ\s+Khớp/);
      expect(takeComplaints()).toEqual([]);
      await page.context().close();
    });

    test('a chair sees what is due at the next session and how, and no check', async () => {
      const { page } = await signIn(place().browser, place().address, 'chutich');
      await page.goto('/danh-sach/overdue');
      await settled(page);
      await page.getByRole('main').locator('a.name').first().click();
      await page
        .getByRole('button', { name: /^Cách tính lãi phiên kế tiếp/ })
        .first()
        .click();
      const drawer = page.getByRole('dialog', { name: 'Phiên giao dịch kế tiếp' });
      await drawer.getByText('Gốc chuyển quá hạn nếu không trả').waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await seen(page.getByRole('main'))).not.toContain('Lãi dự thu');
      await page.context().close();
    });
  });
}

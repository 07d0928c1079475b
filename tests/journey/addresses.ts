import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstLink, open, seen, signIn } from './browser.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** Addresses as people keep, change and mistype them. */
export function addresses(place: Place): void {
  describe('addresses', () => {
    const as = async (login: string) => (await signIn(place().browser, place().address, login)).page;

    test('the way in has none of its own: /dang-nhap leads home', async () => {
      const page = await as('chutich');
      await page.goto('/dang-nhap');
      await page.getByRole('heading', { name: /^Xã Bình Ngọc, tháng/, level: 1 }).waitFor();
      await page.context().close();
    });

    test('a foreign commune and a day that is none are said, with what is shown instead', async () => {
      const page = await as('chutich');
      await open(page, '/danh-sach/overdue?xa=540102&ngay=2026-02-30');
      expect(await said(page)).toBe(
        'Không có xã này trong phạm vi của anh/chị; đang xem Xã Bình Ngọc. “2026-02-30” trong địa chỉ không phải một ngày; đang xem số liệu mới nhất.',
      );
      expect(await wrongInAnyLook(page)).toEqual([]);
      await open(page, '/danh-sach/overdue?xa=540101&ngay=2026-09-30');
      expect(await page.locator('main > .notice').count()).toBe(0);
      await page.context().close();
    });

    test('what is out of scope is answered like what does not exist', async () => {
      const page = await as('chutich');
      const answers = new Set<string>();
      for (const path of [
        '/xa/540102',
        '/xa/999999',
        '/khong-co-trang-nay',
        '/to/540101/9999999',
        '/ho/540101/00000000-0000-8000-8000-000000000000',
        '/ho/540101/abc',
        '/mon/540101/9999999999999999',
      ]) {
        await open(page, path);
        answers.add(await seen(page.getByRole('main')));
      }
      expect([...answers]).toEqual([expect.stringContaining('hoặc nằm ngoài phạm vi được giao')]);
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.context().close();
    });

    test('a day without figures leads to the newest', async () => {
      const page = await as('canbo');
      await page.goto('/xa/540101?ngay=2026-01-15');
      await page.getByText('Chưa có số liệu ngày 15/01/2026').waitFor();
      await page.getByRole('link', { name: 'Xem số liệu mới nhất' }).click();
      await page.getByRole('heading', { name: 'Xã Bình Ngọc, tháng 09/2026' }).waitFor();
      await page.context().close();
    });

    test('every dated page goes back through 24 data dates', async () => {
      const page = await as('canbo');
      const household = await firstLink(page, '/to?xa=540101', '/to/').then((group) =>
        firstLink(page, group, '/ho/'),
      );
      for (const path of [
        '/pgd',
        '/kiem-tra-lai',
        '/xa/540101',
        '/danh-sach',
        '/danh-sach/frozen',
        '/to',
        household,
      ]) {
        await open(page, path);
        await page.getByRole('button', { name: /, chọn ngày khác$/ }).click();
        const dates = page.getByRole('list', { name: /, chọn ngày khác$/ }).getByRole('link');
        await expect.poll(async () => `${path} ${await dates.count()}`).toBe(`${path} 24`);
        await dates.last().click();
        await page.getByRole('button', { name: 'Số liệu 31/10/2024, chọn ngày khác' }).waitFor();
        await page
          .getByRole('main')
          .getByText(/(31\/|tháng )10\/2024/)
          .first()
          .waitFor();
      }
      await page.context().close();
    });
  });
}

function said(page: Page): Promise<string> {
  return seen(page.locator('main > .notice'));
}

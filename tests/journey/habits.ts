import type { Browser, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstLink, open, SCREENS, seen, settled, signIn } from './browser.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** Where the files of the day before its start are due: what the officer's first step asks for. */
const OCTOBER_STEP = 'Nhập số liệu tháng 10';

/** What everybody meets on every page: the way in, gates, first steps, dates, keys, what is not there. */
export function habits(place: Place): void {
  describe('habits of the desk', () => {
    const as = async (login: string) => (await signIn(place().browser, place().address, login)).page;

    test('the way into the demo names its people; one click fills both fields', async () => {
      const page = await place().browser.newPage({ baseURL: place().address });
      await page.goto('/');
      await page.getByRole('button', { name: /^chutich\.sonlong / }).click();
      const login = page.getByLabel('Số điện thoại hoặc tên đăng nhập');
      await expect.poll(() => login.inputValue()).toBe('chutich.sonlong');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^Xã Sơn Long/, level: 1 }).waitFor();
      await page.close();
    });

    test('a page of another office says what it is for and who has it', async () => {
      const page = await as('chutich');
      await open(page, '/nhap');
      expect(await seen(page.getByRole('main'))).toContain('Giám đốc phòng giao dịch, Cán bộ tín dụng.');
      expect(await page.getByRole('button', { name: 'Chọn tệp' }).count()).toBe(0);
      expect(await page.getByText(/Mã lỗi/).count()).toBe(0);
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.context().close();
      const police = await as('congan');
      for (const path of ['/xa/540101', '/danh-sach', '/ho', '/quy-tac', '/nguoi-dung']) {
        await open(police, path);
        expect(await seen(police.getByRole('main'))).toContain('không có trang này');
      }
      await police.context().close();
    });

    test('first steps are detected, remembered on the server, and put away', async () => {
      const page = await as('giamdoc');
      expect(await seen(step(page, OCTOBER_STEP))).toContain('Chưa làm');
      expect(await seen(step(page, 'Xem các quy tắc'))).toContain('Chưa làm');
      await step(page, 'Xem các quy tắc').getByRole('link').click();
      await page.getByRole('heading', { name: 'Quy tắc', level: 1 }).waitFor();
      await settled(page);
      await page.context().close();

      const again = await as('giamdoc');
      expect(await seen(step(again, 'Xem các quy tắc'))).toContain('Xong');
      await again.getByRole('button', { name: 'Cất đi' }).click();
      await steps(again).waitFor({ state: 'detached' });
      // A press that is still on its way would go with the window.
      await settled(again);
      await again.context().close();

      const later = await as('giamdoc');
      expect(await steps(later).count()).toBe(0);
      await open(later, '/tai-khoan');
      await later.getByRole('button', { name: 'Mở lại' }).click();
      await later.getByText('Các bước đầu tiên hiện lại ở trang đầu.').waitFor();
      await open(later, '/');
      expect(await steps(later).count()).toBe(1);
      await later.context().close();
    });

    test('a date is typed, pasted or chosen on a calendar; a day that is none says why', async () => {
      const page = await as('quantri');
      await open(page, '/quy-tac');
      await page.getByRole('button', { name: 'Nhập mới: Mới giải ngân: trong' }).click();
      const field = page.getByRole('textbox', { name: 'Hiệu lực từ ngày' });
      await field.fill('30/02/2026');
      await page.keyboard.press('Tab');
      await page.getByText('Không có ngày 30 tháng 2: tháng 2/2026 có 28 ngày. Sửa lại số ngày.').waitFor();
      expect(await field.inputValue()).toBe('30/02/2026');
      await expect.poll(() => page.locator('.input-date:invalid').count()).toBe(1);
      await field.fill('2026-11-30');
      await page.getByRole('button', { name: 'Chọn trên lịch: Hiệu lực từ ngày' }).click();
      await page.getByRole('button', { name: /^Thứ Hai 30\/11\/2026, .* âm lịch$/ }).waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key);
      await expect.poll(() => field.inputValue()).toBe('01/12/2026');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.context().close();
    });

    test('a value of a rule is entered with its document and its first day', async () => {
      const page = await as('quantri');
      await open(page, '/quy-tac');
      await page.getByRole('button', { name: 'Nhập mới: Lần thăm hộ coi là cũ: quá' }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel('Giá trị, ngày').fill('45');
      await drawer.getByRole('textbox', { name: 'Hiệu lực từ ngày' }).fill('01/11/2026');
      await drawer.getByLabel('Văn bản').fill('CV 1/NHCS ngày 01/11/2026');
      await page.keyboard.press('Control+Enter');
      await drawer.waitFor({ state: 'detached' });
      const rows = page.getByRole('row', { name: /^Lần thăm hộ coi là cũ: quá/ });
      await rows.getByText('từ 01/11/2026').waitFor();
      const texts = await rows.allInnerTexts();
      expect(texts[0]).toMatch(/45 ngày\s+từ 01\/11\/2026\s+CV 1\/NHCS/);
      expect(texts[1]).toMatch(/30 ngày\s+đến 31\/10\/2026/);
      await page.context().close();
    });

    test('on a phone the rules stand closed with their counts; what is looked for is open, and paper shows all', async () => {
      const page = await as('quantri');
      await page.setViewportSize(SCREENS.phone);
      await open(page, '/quy-tac');
      const lists = page.getByRole('region', { name: 'Danh sách món vay' });
      expect(await seen(lists)).toMatch(/^Danh sách món vay\s*\d+ quy tắc$/);
      await lists.getByRole('button', { name: 'Danh sách món vay', exact: true }).press('Enter');
      await lists.getByRole('button', { name: 'Nhập mới: Mới giải ngân: trong' }).waitFor();
      await page.getByRole('searchbox', { name: 'Tên quy tắc, văn bản' }).fill('tuoi no');
      await page.keyboard.press('Enter');
      await page.waitForURL(/tim=tuoi/);
      const found = page.getByRole('region', { name: 'Tuổi nợ quá hạn' });
      await found.getByText('Tuổi nợ quá hạn, nhóm 1: đến').waitFor();
      await lists.waitFor({ state: 'detached' });
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.setViewportSize(SCREENS.phone);
      await found.getByRole('button', { name: 'Tuổi nợ quá hạn', exact: true }).click();
      await found.getByText('Tuổi nợ quá hạn, nhóm 1: đến').waitFor({ state: 'hidden' });
      await page.emulateMedia({ media: 'print' });
      await found.getByText('Tuổi nợ quá hạn, nhóm 1: đến').waitFor();
      await page.context().close();
    });

    test('? shows the keys; single letters can be switched off, and on again without them', async () => {
      const page = await as('truongthon');
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Phím tắt' });
      await keys.getByRole('checkbox').uncheck();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.keyboard.press('/');
      expect(await keys.count()).toBe(0);
      expect(await isSearching(page)).toBe(false);
      await open(page, '/tai-khoan');
      await page.getByRole('button', { name: 'Xem các phím' }).click();
      await keys.getByRole('checkbox').check();
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await expect.poll(() => isSearching(page)).toBe(true);
      await page.context().close();
    });

    test('without a network a page says what failed and what is kept, and tries again', async () => {
      const page = await as('canbo');
      await open(page, '/danh-sach');
      await page.getByRole('link', { name: 'Nợ quá hạn', exact: true }).click();
      await page.getByText('Cộng cả danh sách').waitFor();
      await page.goBack();
      await page.waitForURL((address) => address.pathname === '/danh-sach');
      await settled(page);
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Nợ khoanh', exact: true }).click();
      const failed = page.getByRole('alert').filter({ hasText: 'Những gì đã ghi vẫn còn nguyên.' }).first();
      await failed.waitFor();
      await page.context().setOffline(false);
      await failed.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByText('Cộng cả danh sách').waitFor();
      await page.context().close();
    });
  });
}

/** Moves the demo's day, which everything after it would see. */
export function timePasses(place: Place): void {
  test('the administrator moves the demo on, and figures are said to be old', async () => {
    const admin = (await signIn(place().browser, place().address, 'quantri')).page;
    await open(admin, '/tai-khoan');
    await admin.getByRole('textbox', { name: 'Chuyển đến ngày' }).fill('10/12/2026');
    await admin.getByRole('button', { name: 'Chuyển ngày' }).click();
    await admin.getByRole('navigation').getByText('Ngày mẫu 10/12/2026').waitFor();
    await admin.context().close();

    const { page } = await signIn(place().browser, place().address, 'chutich');
    for (const path of ['/xa/540101', '/to?xa=540101', await firstLink(page, '/to?xa=540101', '/to/')]) {
      await open(page, path);
      await page.getByText('Số liệu 30/09/2026, cũ 71 ngày').waitFor();
    }
    await open(page, '/tai-khoan');
    expect(await page.getByRole('textbox', { name: 'Chuyển đến ngày' }).count()).toBe(0);
    await page.context().close();
  });
}

/** Whether the search has the focus. */
function isSearching(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.activeElement?.getAttribute("role") === "combobox"');
}

function steps(page: Page): Locator {
  return page.getByRole('region', { name: 'Các bước đầu tiên' });
}

function step(page: Page, title: string): Locator {
  return steps(page).getByRole('listitem').filter({ hasText: title });
}

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstLink, open, SCREENS, seen, settled, signIn } from './browser.ts';
import { sideways, wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** What a list carries away with it: its paper, its files, the words of its filters. */
export function listsToKeep(place: Place): void {
  describe('a list to keep', () => {
    const asOfficer = async () => (await signIn(place().browser, place().address, 'canbo')).page;

    test('a printed list holds every row, its place, date, filters and the mark of the demo', async () => {
      const page = await asOfficer();
      await page.goto('/danh-sach/tat-ca?xa=540101&hoi=12');
      await settled(page);
      const loans = Number(/(\d+) món của/.exec(await seen(page.getByRole('main')))?.[1]);
      expect(loans).toBeGreaterThan(50);
      await page.evaluate(`void (window.printed = new Promise((tell) => {
        window.print = () => {
          const paper = document.querySelector('.paper');
          tell({ rows: paper.querySelectorAll('tbody tr').length, words: paper.textContent });
        };
      }))`);
      await page.getByRole('button', { name: 'In A4' }).click();
      const { rows, words } = await page.evaluate<{ rows: number; words: string }>('window.printed');
      expect(rows).toBe(loans + 1);
      for (const said of ['Xã Bình Ngọc, PGD', 'Số liệu ngày', 'Lọc: Hội Liên hiệp Phụ nữ.', 'DỮ LIỆU MẪU'])
        expect(words).toContain(said);
      await page.locator('.paper').waitFor({ state: 'detached' });
      await page.context().close();
    });

    test('each filter of the address is told, and can be put away', async () => {
      const page = await asOfficer();
      await page.goto('/danh-sach/due_at_coming_sessions?xa=540101&nguon=1&tu=2026-10-01&lienlac=duoc');
      const filters = page.getByRole('list', { name: 'Đang lọc' });
      await filters.getByRole('link', { name: 'Bỏ lọc: Phiên giao dịch từ 01/10/2026' }).click();
      await page.waitForURL((address) => !address.searchParams.has('tu'));
      await filters.getByRole('link', { name: 'Bỏ lọc: Liên lạc được' }).waitFor();
      await filters.getByRole('link', { name: 'Bỏ mọi lọc' }).click();
      await filters.waitFor({ state: 'detached' });
      await page.context().close();
    });

    test('on a phone a list begins on the first screen; one button holds the rest and names what is filtered', async () => {
      const page = await asOfficer();
      await page.setViewportSize(SCREENS.phone);
      await open(page, '/danh-sach/tat-ca?xa=540101&hoi=12');
      const first = await page.getByRole('grid').getByRole('link').first().boundingBox();
      expect(first?.y).toBeLessThan(SCREENS.phone.height / 2);
      const fold = page.getByRole('button', { name: 'Lọc, xuất Đang lọc: Hội Liên hiệp Phụ nữ' });
      const village = page.getByRole('combobox', { name: 'Thôn' });
      expect([await fold.getAttribute('aria-expanded'), await village.isVisible()]).toEqual(['false', false]);
      await fold.click();
      await village.waitFor();
      expect(await fold.getAttribute('aria-expanded')).toBe('true');
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.setViewportSize(SCREENS.phone);
      await fold.click();
      await village.selectOption({ index: 1 });
      await page.waitForURL((address) => address.searchParams.has('thon'));
      await page.getByRole('button', { name: /Đang lọc: .+; Hội Liên hiệp Phụ nữ/ }).waitFor();
      await page.getByRole('link', { name: 'Tải Excel' }).waitFor();
      await page.context().close();
    });

    test('a list on its way keeps its height, says so after a second, and on paper how far it is', async () => {
      const page = await asOfficer();
      await open(page, '/danh-sach');
      await page.clock.install();
      await page.clock.pauseAt(Date.now() + 60_000);
      const held: (() => void)[] = [];
      await page.route('**/api/portfolio/loans?*', async (route) => {
        await new Promise<void>((go) => held.push(go));
        await route.continue();
      });
      await page.getByRole('link', { name: 'Món còn lãi tồn', exact: true }).click();
      const words = page.locator('[aria-busy="true"]').getByRole('status');
      await words.waitFor({ state: 'attached' });
      expect(await page.locator('.loading-row').count()).toBe(12);
      await page.clock.runFor(900);
      expect(await seen(words)).toBe('');
      await page.clock.runFor(200);
      expect(await seen(words)).toBe('Đang tải…');
      await page.clock.resume();
      await waited(held);
      const told = await seen(page.getByRole('main').filter({ hasText: 'món của' }));
      const loans = /([\d.]+) món của/.exec(told)?.[1];
      await page.evaluate('window.print = () => undefined');
      await page.getByRole('button', { name: 'In A4' }).click();
      for (const fetched of ['0', '500', '1.000']) {
        await page.getByText(`Đang chuẩn bị bản in: ${fetched}/${loans} món…`).waitFor();
        await waited(held);
      }
      await page.getByText('Đang chuẩn bị bản in').waitFor({ state: 'detached' });
      await page.context().close();
    });

    test('on a phone whatever leads on from the month is high enough for a finger', async () => {
      const page = await asOfficer();
      await page.setViewportSize(SCREENS.phone);
      for (const path of ['/xa/540101', '/danh-sach', '/danh-sach/overdue']) {
        await open(page, path);
        expect([path, await lowTargets(page)]).toEqual([path, []]);
      }
      await page.context().close();
    });

    test('a name of 5.000 letters widens no page, and the page it opens has all of it', async () => {
      const page = await asOfficer();
      const file = await firstLink(page, '/danh-sach/overdue?xa=540101', '/ho/');
      const name = `Ư${'ư'.repeat(4_999)}`;
      await page.route('**/api/**', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          /"(customerName|fullName|leaderName)":"[^"]+"/g,
          (_, field: string) => `"${field}":"${name}"`,
        );
        await route.fulfill({ response, body });
      });
      for (const path of ['/xa/540101', '/danh-sach/overdue?xa=540101', '/to?xa=540101', file]) {
        await open(page, path);
        for (const [screen, size] of Object.entries(SCREENS)) {
          await page.setViewportSize(size);
          expect([path, screen, await sideways(page)]).toEqual([path, screen, []]);
        }
      }
      expect(await seen(page.getByRole('heading', { level: 1 }))).toContain(name);
      await page.context().close();
    });

    test('files of a list and of its parts carry the mark of the demo in their names', async () => {
      const page = await asOfficer();
      await page.goto('/danh-sach/overdue');
      expect(await downloaded(page, 'Tải Excel')).toMatch(/^no-qua-han-\d{4}-\d\d-\d\d-du-lieu-mau\.xlsx$/);
      await page.goto('/danh-sach/overdue/theo/thon');
      expect(await downloaded(page, 'Tải CSV')).toMatch(/^no-qua-han-theo-thon-.+-du-lieu-mau\.csv$/);
      await page.context().close();
    });
  });
}

/** What WCAG 2.2 asks of a target at least. */
const LEAST_PX = 24;

/** Links and buttons that are lower than a finger needs. Numbers in a chart stand in its table too. */
function lowTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.querySelectorAll('main :is(a, button):not(svg *)')]
    .map((target) => [target.textContent, target.getBoundingClientRect().height])
    .filter(([, height]) => height > 0 && height < ${LEAST_PX})
    .map(([text, height]) => text + ': ' + height)`);
}

/** Lets the oldest of the held requests go, once there is one. */
async function waited(held: (() => void)[]): Promise<void> {
  await expect.poll(() => held.length).toBeGreaterThan(0);
  held.shift()?.();
}

/** The name of the file behind a link. */
async function downloaded(page: Page, link: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return (await download).suggestedFilename();
}

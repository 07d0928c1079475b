import type { Browser, Locator, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, seen, settled, signIn, typeSignIn } from './browser.ts';
import { isFocused } from './keyboard-in-forms.ts';
import { wrongInAnyLook } from './looks.ts';
import { keepPhotoOf, photosKept } from './photos-kept.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const TYPED = 'Hộ đi làm ăn xa, hẹn gặp cuối tháng';
/** A little more than a session lives without a request. */
const LEFT_ALONE_MS = 31 * 60_000;

/** What becomes of a page, and of what is typed on it, when the network, the version or the person goes. */
export function comingAndGoing(place: Place): void {
  describe('coming and going', () => {
    const as = async (login: string) => (await signIn(place().browser, place().address, login)).page;

    test('without a network the page on the screen stays, with what is typed; the chosen one opens when it is back', async () => {
      const page = await as('totruong');
      const text = await typeContact(page);
      await page.context().setOffline(true);
      await menu(page, 'Lịch phiên').click();
      const notice = page.getByRole('alert').filter({ hasText: 'Chưa mở được trang vừa chọn' });
      await notice.waitFor();
      expect(await text.inputValue()).toBe(TYPED);
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.context().setOffline(false);
      await notice.getByRole('button', { name: 'Thử lại' }).click();
      await page.waitForURL('**/lich**');
      await settled(page);
      await page.context().close();
    });

    test('a newer version is changed to by itself, but over something typed only when it is said', async () => {
      const page = await as('totruong');
      await openHousehold(page);
      await replaceVersionAt(page, '/ho/');
      await menu(page, 'Lịch phiên').click();
      const told = page.getByText('Giao Ban có bản mới, và đã chuyển sang bản mới.');
      await told.waitFor();
      const text = await typeContact(page);
      await menu(page, 'Việc được giao').click();
      const notice = page.getByRole('alert').filter({ hasText: 'Giao Ban có bản mới. Chữ đang gõ' });
      await notice.waitFor();
      expect(await text.inputValue()).toBe(TYPED);
      expect(await wrongInAnyLook(page)).toEqual([]);
      await notice.getByRole('button', { name: 'Chuyển sang bản mới' }).click();
      await told.waitFor();
      await page.getByRole('heading', { name: /^Việc/, level: 1 }).waitFor();
      await page.context().close();
    });

    test('a page whose code does not arrive with its address says so, and tries again', async () => {
      const page = await as('totruong');
      await page.route('**/assets/calendar-page-*', (route) => route.abort());
      await page.goto('/lich');
      await page.getByRole('heading', { name: 'Chưa tải được trang này' }).waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.unroute('**/assets/calendar-page-*');
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('heading', { name: /phiên/, level: 1 }).waitFor();
      await page.context().close();
    });

    test('a session that ended covers the page; the same person finds it again with what was typed', async () => {
      const page = await as('totruong');
      const text = await typeDifficulty(page);
      const household = await nameOfHousehold(page);
      await endSessionsOf('totruong');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Đăng nhập lại' }).waitFor();
      expect(await shown(page)).not.toContain(household);
      expect(await text.isVisible()).toBe(false);
      expect(await wrongInAnyLook(page)).toEqual([]);
      await typeSignIn(page, 'totruong');
      expect(await text.inputValue()).toBe(TYPED);
      await expect.poll(() => isFocused(page, text)).toBe(true);
      await page.context().close();
    });

    test('whoever types while the session ends has the keyboard again in the field that it was in', async () => {
      const page = await as('totruong');
      const text = await typeContact(page);
      await endSessionsOf('totruong');
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await page.getByRole('heading', { name: 'Đăng nhập lại' }).waitFor();
      await typeSignIn(page, 'totruong');
      expect(await text.inputValue()).toBe(TYPED);
      await expect.poll(() => isFocused(page, text)).toBe(true);
      await page.context().close();
    });

    test('a page left alone is covered when the session is over; another person starts clean', async () => {
      const page = await as('totruong');
      await page.clock.install();
      await typeContact(page);
      const household = await nameOfHousehold(page);
      await page.evaluate(`sessionStorage.setItem('giaoban.draft.of-the-former', 'x')`);
      await keepPhotoOf(page, 'the-former');
      await endSessionsOf('totruong');
      await page.clock.fastForward(LEFT_ALONE_MS);
      await page.getByRole('heading', { name: 'Đăng nhập lại' }).waitFor();
      expect(await shown(page)).not.toContain(household);
      const isAnew = page.waitForEvent('domcontentloaded');
      await typeSignIn(page, 'congan');
      await isAnew;
      await settled(page);
      expect(await page.content()).not.toContain(household);
      expect(await page.content()).not.toContain(TYPED);
      expect(
        await page.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("giaoban"))'),
      ).toEqual([]);
      // A photo that waits is its owner's: whoever comes and goes meanwhile neither sees it nor lets it go.
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
      expect(await photosKept(page)).toBe(1);
      await page.context().close();
    });

    test('after signing out nothing is left, neither by the way back nor in another tab', async () => {
      const page = await as('totruong');
      await openHousehold(page);
      const household = await nameOfHousehold(page);
      const other = await page.context().newPage();
      await open(other, new URL(page.url()).pathname);
      await page.evaluate(`sessionStorage.setItem('giaoban.draft.of-the-former', 'x')`);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
      await other.getByRole('heading', { name: 'Đăng nhập lại' }).waitFor();
      expect(await shown(other)).not.toContain(household);
      await page.goBack();
      await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
      expect(await page.content()).not.toContain(household);
      expect(await page.evaluate('sessionStorage.getItem("giaoban.draft.of-the-former")')).toBe(null);
      await page.context().close();
    });

    test('a page that the browser brings back shows nothing before it is known who looks at it', async () => {
      const page = await as('totruong');
      await openHousehold(page);
      const household = await nameOfHousehold(page);
      let answer: () => void = () => undefined;
      const isAsked = new Promise<void>((resolve) => {
        void page.route('**/api/me', async (route) => {
          resolve();
          await new Promise<void>((go) => {
            answer = go;
          });
          await route.continue();
        });
      });
      await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
      await isAsked;
      expect(await shown(page)).not.toContain(household);
      answer();
      await page.getByRole('heading', { name: household }).waitFor();
      await page.context().close();
    });

    async function endSessionsOf(login: string): Promise<void> {
      const elsewhere = await as(login);
      await open(elsewhere, '/tai-khoan');
      await elsewhere.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị' }).click();
      await elsewhere.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
      await elsewhere.context().close();
    }
  });
}

const menu = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name });

const shown = (page: Page): Promise<string> => seen(page.locator('body'));

async function nameOfHousehold(page: Page): Promise<string> {
  return (await seen(page.locator('main h1').first())).trim();
}

async function openHousehold(page: Page): Promise<void> {
  await open(page, '/danh-sach/tat-ca?xa=540101');
  await page.locator('main a[href^="/ho/540101/"]').first().click();
  await page.waitForURL('**/ho/**');
  await settled(page);
}

/** Types the name of a contact on a household's page, and leaves it there. */
async function typeContact(page: Page): Promise<Locator> {
  await openHousehold(page);
  await page
    .getByRole('button', { name: /^Thêm số/ })
    .first()
    .click();
  const field = page.getByLabel('Tên người nghe');
  await field.fill(TYPED);
  return field;
}

/** Types a difficulty in its window over a household's page, and leaves it there. */
async function typeDifficulty(page: Page): Promise<Locator> {
  await openHousehold(page);
  await page.getByRole('button', { name: 'Nêu khó khăn' }).click();
  const field = page.getByLabel('Vướng gì ở hộ này');
  await field.fill(TYPED);
  return field;
}

/** As after an update of the server: its page names other files, and those of before are gone for pages below `path`. */
async function replaceVersionAt(page: Page, path: string): Promise<void> {
  await page.route('**/assets/*.js', (route) =>
    isFrom(route, path) ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.route(new URL('/', page.url()).href, (route) =>
    isFrom(route, path)
      ? route.fulfill({ contentType: 'text/html', body: '<html></html>' })
      : route.continue(),
  );
}

/** Whether a page below `path` asks, rather than the browser for a page. */
function isFrom(route: Route, path: string): boolean {
  const request = route.request();
  return request.resourceType() !== 'document' && new URL(request.frame().url()).pathname.startsWith(path);
}

import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, SCREENS, seen } from './browser.ts';
import { part, typeConclusion } from './gestures.ts';
import { isFocused } from './keyboard-in-forms.ts';
import { wrongInAnyLook } from './looks.ts';

type People = () => { readonly officer: Person; readonly chair: Person };

const KEPT = 'Lập danh sách hộ đi làm ăn xa';
const WITHDRAWN = 'Câu gõ nhầm lúc mất mạng';

/** What is concluded in a hall without a network: read out, mended and withdrawn before it goes; and the field of it on narrow screens. */
export function unsentConclusions(people: People): void {
  test('[GV244] without a network conclusions say who does them by when, are mended and withdrawn, and go when it is back', async () => {
    const { officer, chair } = people();
    const { page } = officer;
    await page.context().setOffline(true);
    await typeConclusion(page, { text: KEPT, owner: 'Ban giảm nghèo', due: '30/11/2026' });
    await typeConclusion(page, { text: WITHDRAWN, owner: 'phu nu', due: '30/11/2026' });
    await lineOf(page, WITHDRAWN).getByText('Chờ gửi').waitFor();
    const words = await seen(lineOf(page, WITHDRAWN));
    for (const told of ['Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ', '30/11/2026', 'Chờ gửi'])
      expect(words).toContain(told);
    expect(await seen(lineOf(page, KEPT))).toContain('Ban giảm nghèo (ngoài hệ thống)');
    expect(await wrongInAnyLook(page)).toEqual([]);
    await change(page, KEPT);
    const field = part(page, 'Kết luận').getByRole('textbox', { name: 'Kết luận', exact: true });
    expect(await isFocused(page, field)).toBe(true);
    await field.fill(`${KEPT}, từng thôn`);
    await part(page, 'Kết luận').getByRole('button', { name: 'Ghi lại' }).click();
    await lineOf(page, `${KEPT}, từng thôn`).getByText('Chờ gửi').waitFor();
    await withdraw(page, WITHDRAWN);
    await page.context().setOffline(false);
    await part(page, 'Kết luận').getByText('Chờ gửi').waitFor({ state: 'detached' });
    await lineOf(chair.page, `${KEPT}, từng thôn`).waitFor();
    expect(await lineOf(chair.page, WITHDRAWN).count()).toBe(0);
    // The browser itself names every request that did not get through.
    officer.takeComplaints();
  });

  test('[GV244] what the server has, its answer lost, is taken out where it is withdrawn, and changed where it is mended', async () => {
    const { officer, chair } = people();
    const { page } = officer;
    for (const text of [WITHDRAWN, 'Câu sẽ sửa']) {
      const adding = (url: URL) => url.pathname.endsWith('/conclusions');
      await page.route(adding, async (route) => {
        if (route.request().method() === 'POST') await route.fetch();
        await route.abort();
      });
      // The page that is cut off does not see its own line either.
      const asking = (url: URL) => url.pathname.startsWith('/api/');
      await page.route(asking, (route) =>
        route.request().method() === 'GET' ? route.abort() : route.fallback(),
      );
      await typeConclusion(page, { text, owner: 'cong an', due: '28/11/2026' });
      await lineOf(chair.page, text).waitFor();
      await lineOf(page, text).getByText('Chờ gửi').waitFor();
      if (text === WITHDRAWN) await withdraw(page, text);
      else {
        await change(page, text);
        await part(page, 'Kết luận')
          .getByRole('textbox', { name: 'Kết luận', exact: true })
          .fill('Câu đã sửa lúc mất mạng');
        await part(page, 'Kết luận').getByRole('button', { name: 'Ghi lại' }).click();
      }
      // What is still on its way then goes as it is.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await lineOf(chair.page, text).waitFor({ state: 'detached' });
    }
    await lineOf(chair.page, 'Câu đã sửa lúc mất mạng').waitFor();
    await part(page, 'Kết luận').getByText('Chờ gửi').waitFor({ state: 'detached' });
    expect(await lineOf(page, 'Câu đã sửa lúc mất mạng').count()).toBe(1);
    await withdraw(page, 'Câu đã sửa lúc mất mạng');
    officer.takeComplaints();
  });

  test('on narrow screens the button that leads to the field of conclusions is gone while the field is in sight', async () => {
    const { page } = people().officer;
    const jump = page.getByRole('button', { name: /^Ghi kết luận/ });
    for (const width of [SCREENS.phone.width, 820]) {
      await page.setViewportSize({ width, height: SCREENS.phone.height });
      await page.evaluate('window.scrollTo(0, 0)');
      await jump.waitFor();
      await jump.click();
      await jump.waitFor({ state: 'hidden' });
      expect(
        await isFocused(page, part(page, 'Kết luận').getByRole('textbox', { name: 'Nội dung kết luận' })),
      ).toBe(true);
    }
    await page.setViewportSize(SCREENS.desk);
  });
}

const lineOf = (page: Page, hasText: string): Locator =>
  part(page, 'Kết luận').getByRole('listitem').filter({ hasText });

async function change(page: Page, text: string): Promise<void> {
  await lineOf(page, text)
    .getByRole('button', { name: /^Sửa kết luận/ })
    .click();
}

/** Takes a line out in the form in which it is changed, whether the server has it or not. */
async function withdraw(page: Page, text: string): Promise<void> {
  await change(page, text);
  await part(page, 'Kết luận').getByRole('button', { name: 'Bỏ kết luận này' }).click();
  await lineOf(page, text).waitFor({ state: 'detached' });
}

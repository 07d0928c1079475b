import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { open, seen, settled, signIn } from './browser.ts';
import { moveDemoTo, part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** Given when the demo stands at any day before, and answered by nobody. */
const UNANSWERED = { text: 'Kiểm kê sổ vay vốn của các tổ', due: '11/12/2026', dayAfter: '12/12/2026' };

/** Days go by: what nobody answered is late, and says since when. It stands on no step before it. */
export function tasksLate(place: Place): void {
  describe('days later', () => {
    beforeAll(async () => {
      const { page } = await signIn(place().browser, place().address, 'chutich');
      await orderOfAssociations(page, UNANSWERED);
      await page.context().close();
      await moveDemoTo(place, UNANSWERED.dayAfter);
    });

    test('a task that nobody answered is late when its day has passed', async () => {
      const { page } = await signIn(place().browser, place().address, 'chutich');
      await open(page, '/viec?loc=tre');
      const task = page.getByRole('listitem').filter({ hasText: UNANSWERED.text }).first();
      await task.getByText('Trễ 1 ngày').waitFor();
      await page.context().close();
    });

    test('the first page of the chair names the longest late, the officer sees them by commune; each number opens its list', async () => {
      for (const [login, link] of [
        ['chutich', /^Xem cả \d+ việc trễ hạn$/],
        ['canbo', /^\d+$/],
      ] as const) {
        const { page, takeComplaints } = await signIn(place().browser, place().address, login);
        const mine = part(page, 'Việc của tôi');
        const late =
          login === 'canbo'
            ? mine
                .getByRole('row', { name: /Xã Bình Ngọc/ })
                .locator('td')
                .last()
            : mine;
        const number = late.getByRole('link', { name: link });
        await number.waitFor();
        expect(await wrongInAnyLook(page)).toEqual([]);
        const count = /\d+/.exec(await seen(number))?.[0];
        await number.click();
        await page.waitForURL(/\/viec\?xa=540101&loc=tre/);
        await settled(page);
        expect(await seen(part(page, 'Việc').locator('header'))).toBe(`Việc\n${count}`);
        expect(takeComplaints()).toEqual([]);
        await page.context().close();
      }
    });
  });
}

async function orderOfAssociations(page: Page, { text, due }: typeof UNANSWERED): Promise<void> {
  await open(page, '/viec');
  await page.getByRole('button', { name: 'Ra chỉ đạo' }).click();
  const form = part(page, 'Ra chỉ đạo');
  await form.getByLabel('Việc phải làm').fill(text);
  await form.getByLabel('Giao cho').selectOption('associations');
  await form.getByLabel('Hạn', { exact: true }).fill(due);
  await form.getByText(/Sẽ giao \d+ việc/).waitFor();
  await form.getByRole('button', { name: 'Giao việc' }).click();
  await page.getByText(`hạn ${due}`).first().waitFor();
}

import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, seen, signIn } from './browser.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const LOANS = '/danh-sach/tat-ca?xa=540101';

/** The rows of a page of a list, and its columns for an officer. */
const ROWS = 50;
const COLUMNS = 6;
const LAST = { row: ROWS - 1, column: COLUMNS - 1 };

/** Every key of the table of keys, on a list, in the order pressed: the cell that has the focus afterwards. */
const MOVES: readonly (readonly [key: string, cell: string])[] = [
  ['j', '0:0'],
  ['j', '1:0'],
  ['J', '2:0'],
  ['k', '1:0'],
  ['ArrowRight', '1:1'],
  ['ArrowDown', '2:1'],
  ['ArrowLeft', '2:0'],
  ['ArrowUp', '1:0'],
  ['End', `1:${LAST.column}`],
  ['ArrowRight', `1:${LAST.column}`],
  ['Home', '1:0'],
  ['ArrowLeft', '1:0'],
  ['Control+End', `${LAST.row}:${LAST.column}`],
  ['j', `${LAST.row}:${LAST.column}`],
  ['Control+Home', '0:0'],
  ['k', '0:0'],
];

/** The keys that the product promises, each pressed on a list. */
export function keysOfAList(place: Place): void {
  describe('the keys of a list', () => {
    const listOf = async (path: string) => {
      const { page } = await signIn(place().browser, place().address, 'canbo');
      await open(page, path);
      return page;
    };

    test('J, K, the arrows, Home and End go from cell to cell, and stop at the edges', async () => {
      const page = await listOf(LOANS);
      for (const [step, [key, cell]] of MOVES.entries()) {
        await page.keyboard.press(key);
        await expect.poll(async () => [step, key, await focusedCell(page)]).toEqual([step, key, cell]);
      }
      await page.context().close();
    });

    test('Tab passes the table in one step; Enter opens what the cell holds', async () => {
      const page = await listOf('/danh-sach/overdue?xa=540101');
      await page.keyboard.press('j');
      await expect.poll(() => focusedCell(page)).toBe('0:0');
      await page.keyboard.press('Tab');
      await expect.poll(() => page.evaluate(`document.activeElement.closest('table') === null`)).toBe(true);
      await page.keyboard.press('Shift+Tab');
      await expect.poll(() => focusedCell(page)).toBe('0:0');
      for (const key of ['End', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const key of ['j', 'Control+Home']) await page.keyboard.press(key);
      const name = await seen(page.getByRole('grid').getByRole('link').first());
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.context().close();
    });

    test('P prints every row of the list, as its button does, and no key acts inside a field', async () => {
      const page = await listOf(LOANS);
      const loans = Number(/(\d+) món của/.exec(await seen(page.getByRole('main')))?.[1]);
      expect(loans).toBeGreaterThan(ROWS);
      await page.evaluate(`window.printed = []; window.print = () => {
        window.printed.push(document.querySelectorAll('.paper tbody tr').length);
      }`);
      const search = page.getByRole('combobox', { name: 'Tìm hộ, khế ước, số điện thoại' });
      await page.keyboard.press('/');
      await page.keyboard.type('jkp?');
      expect([await search.inputValue(), await focusedCell(page)]).toEqual(['jkp?', undefined]);
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('p');
      // A row for the sums stands below the loans. The policy of the page lets no text be run as a script, so it is asked from here.
      await expect.poll(() => page.evaluate('window.printed')).toEqual([loans + 1]);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
      await page.context().close();
    });
  });
}

/** The cell of the table that has the focus, `row:column`. */
function focusedCell(page: Page): Promise<string | undefined> {
  return page.evaluate<string | undefined>('document.activeElement?.dataset?.cell');
}

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, seen } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { wrongOnTablet } from './tablet.ts';

/** Two people who have the same meeting open write the same point to raise. */
export function pointsAtOnce(people: () => { readonly officer: Person; readonly chair: Person }): void {
  test('two people write one point: both see both versions, and one is chosen', async () => {
    const sentence = async (page: Page) => {
      const points = part(page, 'Điểm cần nêu');
      await points
        .getByRole('button', { name: /^Sửa câu/ })
        .first()
        .click();
      return points.getByRole('textbox', { name: 'Câu nêu ra' });
    };
    await (await sentence(people().officer.page)).fill('Cán bộ nêu lại');
    await (await sentence(people().chair.page)).fill('Chủ tịch nêu lại');
    const keep = (page: Page) => part(page, 'Điểm cần nêu').getByRole('button', { name: 'Ghi lại' });
    await keep(people().officer.page).click();
    await part(people().officer.page, 'Điểm cần nêu').getByText('Cán bộ nêu lại').waitFor();
    await keep(people().chair.page).click();
    const points = part(people().officer.page, 'Điểm cần nêu');
    await points.getByText('Hai người cùng ghi điểm này.').waitFor();
    expect(await seen(points)).toContain('Chủ tịch nêu lại');
    expect(await wrongInAnyLook(people().officer.page)).toEqual([]);
    expect(await wrongOnTablet(people().chair.page)).toEqual([]);
    await points.getByRole('button', { name: 'Lấy bản của Lê Minh Toàn (mẫu)' }).click();
    await part(people().chair.page, 'Điểm cần nêu')
      .getByText('Hai người cùng ghi điểm này.')
      .waitFor({ state: 'detached' });
    await expect.poll(() => seen(points)).not.toContain('Cán bộ nêu lại');
  });
}

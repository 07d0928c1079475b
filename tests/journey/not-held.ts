import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { seen, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** A commune whose briefing of the month the demo has prepared, and that no other part of the journey meets in. */
const COMMUNE = '540102';
const REASON = 'Bão số 12, đường vào xã ngập.';
const POINT = 'Nhờ thôn báo hộ tổ vay vốn đầu làng';
const DIFFICULTY = 'Nhà văn hóa thôn mất điện';

/** A briefing whose day passes without a meeting: the officer ends it with the reason, and prepares it again. */
export function briefingNotHeld(place: Place): void {
  test('a briefing whose day has passed says so; not held, its difficulty waits for the next, and prepared again it has the points that people wrote', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'canbo');
    await page.goto(`/giao-ban?xa=${COMMUNE}`);
    const passed = part(page, 'Đã qua ngày');
    await passed.getByRole('button', { name: 'Bắt đầu (đã họp)' }).first().waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);
    await passed.getByRole('link').first().click();
    await page.waitForURL(new RegExp(`/giao-ban/${COMMUNE}/`));
    const address = page.url();
    await page.getByText(/đã qua mà chưa ghi có họp hay không/).waitFor();

    const difficulties = part(page, 'Khó khăn nêu ra');
    await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
    await difficulties.getByRole('textbox').first().fill(DIFFICULTY);
    await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
    // Said by the server's answer alone: a reload before it would leave the words in their form.
    const raised = difficulties.getByRole('listitem').filter({ hasText: DIFFICULTY });
    await raised.getByText('Chưa trả lời').waitFor();

    const points = part(page, 'Điểm cần nêu');
    await points.getByRole('button', { name: 'Thêm' }).click();
    await points.getByRole('textbox', { name: 'Câu nêu ra' }).fill(POINT);
    await points.getByRole('button', { name: 'Ghi lại' }).click();
    await points.getByRole('listitem').filter({ hasText: POINT }).waitFor();

    await page.getByRole('button', { name: 'Không tổ chức' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/khó khăn chưa trả lời được đưa sang buổi giao ban tới/).waitFor();
    const reason = dialog.getByRole('textbox', { name: 'Lý do' });
    for (const nothing of ['', '  ']) {
      await reason.fill(nothing);
      await dialog.getByRole('button', { name: 'Ghi không tổ chức' }).click();
      await dialog.getByText('Chưa nêu lý do.').waitFor();
    }
    await reason.fill(REASON);
    await page.reload();
    await reason.waitFor();
    expect(await reason.inputValue()).toBe(REASON);
    await dialog.getByText(/khó khăn chưa trả lời được đưa sang buổi giao ban tới/).waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi không tổ chức' }).click();
    await page.getByText('Không tổ chức giao ban này.').waitFor();
    await settled(page);
    expect(await seen(page.locator('main'))).toContain(`Lý do: ${REASON}`);
    expect(await page.getByRole('button', { name: 'Bắt đầu giao ban' }).count()).toBe(0);
    expect(await wrongInAnyLook(page)).toEqual([]);

    await page.getByRole('link', { name: 'chờ buổi giao ban tới' }).click();
    await page.waitForURL(/\/giao-ban\?/);
    await part(page, 'Khó khăn đã nêu').getByText(DIFFICULTY).first().waitFor();
    await page.locator('main').getByText(REASON).first().waitFor();

    await page.goto(address);
    await page.getByRole('button', { name: 'Chuẩn bị lại giao ban' }).click();
    await page.waitForURL((url) => url.href !== address && url.pathname.includes(COMMUNE));
    await part(page, 'Khó khăn nêu ra').getByText(DIFFICULTY).first().waitFor();
    await part(page, 'Điểm cần nêu').getByText(POINT).waitFor();
    await page
      .getByText(/^Giữ lại từ buổi ghi không tổ chức lúc .*: điểm cần nêu, chương trình\.$/)
      .waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });
}

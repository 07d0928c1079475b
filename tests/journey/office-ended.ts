import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, seen, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** A commune in whose briefing no other part of this journey meets. */
const COMMUNE = '540101';
const HALF_TYPED = 'Đo lại mốc đất tổ 5, báo trước ngày chốt';
const WAITING = 'Cầu tạm thôn trên đã hỏng';

/** The officer's office ends while words of theirs are on the machine alone. Last of all parts: they have no office afterwards. */
export function officeEnded(place: Place): void {
  test('[GV186] whose office ends while they write sees what no server has, and copies it for who comes after', async () => {
    const { page } = await signIn(place().browser, place().address, 'canbo');
    const administrator = await signIn(place().browser, place().address, 'quantri');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, `/giao-ban?xa=${COMMUNE}`);
    await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
    const points = part(page, 'Điểm cần nêu');
    await points.getByRole('button', { name: 'Thêm' }).click();
    await points.getByRole('textbox', { name: 'Câu nêu ra' }).fill(HALF_TYPED);
    await page.context().setOffline(true);
    const difficulties = part(page, 'Khó khăn nêu ra');
    await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
    await difficulties.getByRole('textbox').first().fill(WAITING);
    await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
    await difficulties.getByText(WAITING).waitFor();

    await endOffice(administrator.page, 'Võ Thanh Hà (mẫu)');
    await page.context().setOffline(false);
    const left = part(page, 'Còn trên máy này, chưa gửi');
    await left.waitFor();
    const words = await seen(left);
    for (const said of [HALF_TYPED, 'Điểm cần nêu, gõ dở', WAITING, 'Khó khăn, chưa gửi'])
      expect(words).toContain(said);
    await left.getByRole('button', { name: `Chép: ${HALF_TYPED}` }).click();
    await page.getByText('Đã chép.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(HALF_TYPED);
    expect(await wrongInAnyLook(page)).toEqual([]);

    await page.reload();
    await left.getByText(WAITING).waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('dialog').getByText('1 nội dung giao ban đang gõ').waitFor();
    await page.getByRole('button', { name: 'Bỏ nội dung này và đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
    await page.context().close();
    await administrator.page.context().close();
  });
}

/** The administrator ends the office of somebody on a day that is over. */
async function endOffice(page: Page, fullName: string): Promise<void> {
  await open(page, '/nguoi-dung?tim=canbo');
  await page.getByRole('button', { name: `Sửa ${fullName}` }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Kết thúc' }).click();
  await drawer.getByRole('textbox', { name: 'Ngày cuối cùng giữ chức vụ' }).fill('01/11/2026');
  await drawer.getByRole('button', { name: 'Kết thúc' }).click();
  await drawer.getByText('đến 01/11/2026').waitFor();
  await settled(page);
}

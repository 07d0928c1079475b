import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seen, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

/** No mail server is set: the page says so, offers to print for everybody, also for who has an address, and sends nothing. */
async function printedWithoutMail(page: Page): Promise<void> {
  await page.getByText('Dữ liệu mẫu không gửi thư cho ai. In giấy mời rồi giao tận tay').waitFor();
  expect(await page.getByRole('button', { name: /^Gửi thư mời/ }).count()).toBe(0);
  const print = page.getByRole('button', { name: /^In giấy mời \(\d+\)$/ });
  const everybody = await print.textContent();
  await page
    .getByRole('button', { name: /^Thêm địa chỉ thư: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('ubnd@xa.vn');
  await dialog.getByRole('button', { name: 'Ghi địa chỉ' }).click();
  const row = page.getByRole('row').filter({ hasText: 'ubnd@xa.vn' });
  await row.getByText('Chưa mời, in giấy').waitFor();
  expect(await print.textContent()).toBe(everybody);
  await settled(page);
  expect(await wrongInAnyLook(page)).toEqual([]);
}

type Place = () => { readonly browser: Browser; readonly address: string };

/** A commune whose session is a week away, and that no other part of the journey meets in. */
const COMMUNE = '540104';

/** People are invited on paper, the hour changes, the meeting is not held: each step says who has to be told, until they are. */
export function toldInPerson(place: Place): void {
  test('who was invited to another hour is counted; of a meeting that is not held each is told by name, and a mistake is taken back', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'canbo');
    await page.goto(`/giao-ban?xa=${COMMUNE}`);
    await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
    await page.waitForURL(new RegExp(`/giao-ban/${COMMUNE}/`));
    const address = page.url();
    await page.getByRole('link', { name: 'Giấy mời', exact: true }).click();
    await page.waitForURL(/\/giay-moi$/);
    await page.getByRole('button', { name: /^In giấy mời/ }).waitFor();
    await printedWithoutMail(page);
    await page.evaluate('window.print = () => undefined');
    await page.getByRole('button', { name: /^In giấy mời/ }).click();
    await page.getByText('Đã in, chưa giao').first().waitFor();

    await page.goto(address);
    await page.getByRole('button', { name: /^(Ghi|Đổi) giờ$/ }).click();
    await page.getByRole('textbox', { name: 'Giờ giao ban' }).fill('16:20');
    await page.getByRole('button', { name: 'Ghi giờ' }).click();
    await page.getByText(/người đã được mời theo lịch cũ/).waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.goto(`/viec?xa=${COMMUNE}`);
    await page.getByText(/^Giao ban gần nhất: Thứ Hai 30\/11\/2026, lúc 16:20/).waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);

    await page.goto(address);
    await page.getByRole('button', { name: 'Không tổ chức' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Bão số 12');
    await dialog.getByRole('button', { name: 'Ghi không tổ chức' }).click();
    await page.getByRole('link', { name: /người phải báo trực tiếp/ }).click();
    await page.waitForURL(/\/giay-moi$/);
    const toTell = part(page, 'Báo trực tiếp');
    await toTell
      .getByRole('button', { name: /^Đã báo: / })
      .first()
      .waitFor();
    await settled(page);
    expect(await seen(toTell)).not.toContain('đã báo 1');
    await toTell
      .getByRole('button', { name: /^Đã báo: / })
      .first()
      .click();
    await page.getByText(/^Đã báo lúc \d\d:\d\d ngày .* bởi Võ Thanh Hà/).waitFor();
    await toTell.getByText(/đã báo 1$/).waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.getByRole('button', { name: /^Bỏ ghi đã báo: / }).click();
    await page.getByText(/^Đã báo lúc/).waitFor({ state: 'detached' });

    await page.goto(`/viec?xa=${COMMUNE}`);
    await page.getByText(/^Giao ban gần nhất: Thứ Hai 30\/11\/2026, không tổ chức/).waitFor();
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });
}

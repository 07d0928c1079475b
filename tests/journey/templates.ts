import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pdfText } from '../../src/modules/documents/testing/poppler.ts';
import { open, seen, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const TYPED = 'Đề nghị các tổ báo kết quả trước phiên tới.';

/** The template of a paper being changed: nothing of it is written, what is typed is seen in the paper beside it. */
export function paperTemplates(place: Place): void {
  test('the director sees what is typed into a template in the paper beside it, over a reload; a required part left out is told', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'giamdoc');
    await open(page, '/mau-van-ban?loai=conclusions');
    const form = part(page, 'Nội dung mẫu');
    await form.getByRole('button', { name: 'Ghi mẫu' }).click();
    await form.getByText(/^Không có gì thay đổi/).waitFor();
    // The browser names the request that was refused.
    takeComplaints();

    const before = await pictureOf(page);
    await form.getByRole('textbox', { name: 'Lời kết' }).fill(TYPED);
    // It spoke of what stood there before.
    expect(await form.getByText(/^Không có gì thay đổi/).count()).toBe(0);
    await expect.poll(() => pictureOf(page)).not.toBe(before);
    expect(await textOfPreview(page)).toContain(TYPED);
    await page.reload();
    await expect.poll(() => form.getByRole('textbox', { name: 'Lời kết' }).inputValue()).toBe(TYPED);
    await pictureOf(page);
    expect(await textOfPreview(page)).toContain(TYPED);

    await form.getByRole('textbox', { name: 'Lời mở đầu' }).fill('');
    await part(page, 'Xem trước')
      .getByText(/^Lời mở đầu .*\(GV62/)
      .waitFor();
    expect(await form.getByRole('button', { name: 'Ghi mẫu' }).isDisabled()).toBe(true);
    await form.getByText(/^Chưa ghi được mẫu\. Lời mở đầu/).waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await seeNothingAwaited(page);

    await form.getByRole('button', { name: 'Lấy lại mẫu đang dùng' }).click();
    await expect.poll(() => form.getByRole('textbox', { name: 'Lời kết' }).inputValue()).not.toBe(TYPED);
    await page.reload();
    await form.getByRole('textbox', { name: 'Lời mở đầu' }).waitFor();
    expect(await form.getByRole('textbox', { name: 'Lời kết' }).inputValue()).not.toBe(TYPED);
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });

  test('the agenda that new briefings begin with stands half written after a reload, until it is let go', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'giamdoc');
    await open(page, '/giao-ban?xa=540101');
    const agenda = part(page, 'Chương trình mẫu');
    await agenda.getByRole('button', { name: 'Sửa mẫu' }).click();
    await agenda.getByRole('textbox', { name: 'Tên mục: Điểm danh' }).fill('Điểm danh, khai mạc');
    const from = agenda.getByRole('textbox', { name: 'Áp dụng từ ngày' });
    await from.fill('01/12/2');
    await page.reload();
    await agenda.getByRole('textbox', { name: 'Tên mục: Điểm danh, khai mạc' }).waitFor();
    expect(await from.inputValue()).toBe('01/12/2');
    expect(await agenda.getByRole('button', { name: 'Ghi chương trình mẫu' }).isDisabled()).toBe(true);
    await agenda.getByRole('button', { name: 'Thôi' }).click();
    await agenda.getByText(/^Điểm danh \(/).waitFor();
    await page.reload();
    await agenda.getByText(/^Điểm danh \(/).waitFor();
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });

  test('[GV170] the agenda written for a later day is refused while a line has no name, then told with its day beside the one that stands', async () => {
    const { page, takeComplaints } = await signIn(place().browser, place().address, 'giamdoc');
    await open(page, '/giao-ban?xa=540101');
    const agenda = part(page, 'Chương trình mẫu');
    await agenda.getByRole('button', { name: 'Sửa mẫu' }).click();
    await agenda.getByRole('textbox', { name: 'Áp dụng từ ngày' }).fill('01/12/2026');
    await agenda.getByRole('textbox', { name: 'Số phút: Điểm danh' }).fill('5');
    await agenda.getByRole('button', { name: 'Thêm mục' }).click();
    const write = agenda.getByRole('button', { name: 'Ghi chương trình mẫu' });
    await write.click();
    await agenda.getByText('Chưa nhập. Ô này không được để trống.').waitFor();
    await agenda.getByRole('textbox', { name: 'Tên mục: mục mới' }).fill('Chuẩn bị vốn Tết');
    await write.click();
    await page.getByText('Đã ghi chương trình mẫu, áp dụng từ 01/12/2026.').waitFor();
    const coming = agenda.getByText(/^Từ 01\/12\/2026 \(\d+ phút, .+ ghi\): Điểm danh \(5 phút\) .*vốn Tết/);
    await coming.waitFor();
    await page.reload();
    await coming.waitFor();
    await agenda.getByText(/^Điểm danh \(3 phút\)/).waitFor();
    await settled(page);
    expect(await wrongInAnyLook(page)).toEqual([]);
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });
}

/** Opened with something required left out there is no paper yet, and none is said to come. */
async function seeNothingAwaited(page: Page): Promise<void> {
  await part(page, 'Nội dung mẫu').getByRole('textbox', { name: 'Nơi nhận' }).fill('Như trên');
  const preview = part(page, 'Xem trước');
  await preview.getByText(/^Nơi nhận .*\(DO9\)/).waitFor();
  await page.reload();
  await preview.getByText(/^Nơi nhận .*\(DO9\)/).waitFor();
  await settled(page);
  expect(await seen(preview)).not.toContain('Đang lập bản xem trước');
  expect(await preview.getByRole('img').count()).toBe(0);
}

/** The address of the picture that stands beside the form; another picture has another. */
async function pictureOf(page: Page): Promise<string | null> {
  const picture = part(page, 'Xem trước').getByRole('img');
  await picture.waitFor();
  return picture.getAttribute('src');
}

/** What the paper says that the page gives to take away. */
async function textOfPreview(page: Page): Promise<string> {
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải PDF xem trước' }).click();
  return pdfText(readFileSync(await (await taken).path()));
}

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { part } from './gestures.ts';

/** The field in which a report is written. */
export const WORDS = 'Đã làm gì, kết quả ra sao';

/** Opens the form in which more is added to a report that went. */
export async function addMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bổ sung báo cáo' }).click();
  await page.getByLabel(WORDS).waitFor();
}

/** In the place of the form stands, within sight, that the report went and for whom it waits; pressed again nothing happens [GV245]. */
export async function seeSent(page: Page): Promise<void> {
  const sent = part(page, 'Báo cáo kết quả').getByText(
    /^Đã gửi báo cáo lúc \d\d:\d\d ngày [\d/]+, chờ Chủ tịch UBND hoặc ngân hàng nhận kết quả\.$/,
  );
  await sent.waitFor();
  expect(await page.getByLabel(WORDS).count()).toBe(0);
  const box = await sent.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
  await page.keyboard.press('Enter');
  expect(await page.getByLabel(WORDS).count()).toBe(0);
}

/** Fills in the report of a task and sends a photo before it. */
export async function report(page: Page, text: string): Promise<void> {
  await page.getByLabel(WORDS).fill(text);
  await choosePhoto(page, 'tai-cho.jpg');
  await page.getByText('Đã gửi', { exact: true }).waitFor();
}

/** Chooses a photo for the report of a task. */
export async function choosePhoto(page: Page, name: string): Promise<void> {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
  await page.getByLabel('Chụp ảnh').setInputFiles({ name, mimeType: 'image/jpeg', buffer: photo });
}

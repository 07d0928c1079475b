import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** The field in which a report is written. */
export const WORDS = 'Đã làm gì, kết quả ra sao';

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

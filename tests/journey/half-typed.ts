import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seen } from './browser.ts';
import { part } from './gestures.ts';
import { isFocused } from './keyboard-in-forms.ts';

/** An owner typed with one slip is told to be nobody, and the one who was meant is offered [GV106]. */
export async function seeMistypedOwner(page: Page): Promise<void> {
  const owner = page.getByRole('combobox', { name: 'Người làm' });
  await owner.fill('tran thi mia');
  await page.getByText('Không có ai giữ tên này: ghi là nơi ngoài hệ thống.').waitFor();
  await page.getByRole('button', { name: 'Có phải Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ?' }).click();
  await page.getByText('Không có ai giữ tên này').waitFor({ state: 'detached' });
  expect(await isFocused(page, owner)).toBe(true);
  await owner.fill('');
}

/** Letters that find several offices, with none chosen, are asked about by the keys, and the one that is meant is offered [GV194]. */
export async function seeAskedOwner(page: Page): Promise<void> {
  const conclusions = part(page, 'Kết luận');
  const words = conclusions.getByRole('textbox', { name: 'Nội dung kết luận' });
  const owner = conclusions.getByRole('combobox', { name: 'Người làm' });
  await words.fill('Câu chưa có người làm');
  await owner.pressSequentially('to truong');
  await conclusions.getByRole('option').nth(1).waitFor();
  for (const key of ['Escape', 'Control+Enter']) await page.keyboard.press(key);
  const question = conclusions.getByRole('status').filter({ hasText: 'nơi khớp với “to truong”' });
  await question.waitFor();
  expect(await conclusions.getByText('Câu chưa có người làm').count()).toBe(0);
  const meant = question.getByRole('button').first();
  const name = await seen(meant);
  await meant.click();
  await question.waitFor({ state: 'detached' });
  expect(await owner.inputValue()).toBe(name);
  expect(await isFocused(page, owner)).toBe(true);
  await owner.fill('');
  await words.fill('');
}

/**
 * Presses the end of the meeting with a conclusion half typed: the question names it [GV105], and asks the server who holds the offices
 * now [GV201].
 */
export async function askToCloseHalfTyped(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung kết luận' }).fill(words);
  const asked = page.waitForRequest((request) =>
    /\/briefings\/[^/]+$/u.test(new URL(request.url()).pathname),
  );
  await page.getByRole('button', { name: 'Kết thúc giao ban' }).click();
  await asked;
  const question = page.getByRole('dialog');
  await question.getByText('Còn 1 câu đang gõ trên máy này').waitFor();
  await question.getByText(words).waitFor();
}

/** What was half typed when the meeting was closed is still there, and goes into the form of an addendum [GV105]. */
export async function supplementLeftOut(page: Page, words: string): Promise<void> {
  const leftOut = part(page, 'Chưa vào biên bản');
  await leftOut.getByText(words).waitFor();
  await leftOut.getByRole('button', { name: 'Đưa vào văn bản bổ sung' }).click();
  await leftOut.waitFor({ state: 'detached' });
  const addenda = part(page, 'Văn bản bổ sung');
  expect(await addenda.getByRole('textbox', { name: 'Nội dung bổ sung, sửa' }).inputValue()).toContain(words);
  await addenda.getByRole('button', { name: 'Thôi' }).click();
}

import { expect, test } from 'vitest';
import type { Person } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

/** The agenda of a briefing that is prepared becomes the officer's own, and a guest is asked. @param officer on its page */
export function ownAgenda(officer: () => Person): void {
  test('the officer makes the agenda theirs, by keys, and asks a guest', async () => {
    const { page } = officer();
    const agenda = part(page, 'Chương trình');
    await agenda.getByRole('button', { name: 'Sửa' }).click();
    await agenda.getByRole('button', { name: 'Thêm mục' }).click();
    await agenda.getByRole('button', { name: 'Ghi chương trình' }).click();
    await agenda.getByText('Chưa nhập. Ô này không được để trống.').waitFor();
    await agenda.getByRole('textbox', { name: 'Tên mục: mục mới' }).fill('Chuẩn bị vốn Tết');
    await page.keyboard.press('Alt+ArrowUp');
    await agenda.getByRole('textbox', { name: 'Số phút: Chuẩn bị vốn Tết' }).fill('10');
    await agenda.getByText('55 phút, xong lúc').waitFor();
    await agenda.getByRole('button', { name: 'Bỏ mục: Chính sách, vốn mới' }).click();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await agenda.getByRole('button', { name: 'Ghi chương trình' }).click();
    await agenda.getByRole('button', { name: 'Sửa' }).waitFor();
    const lastItems = async () => (await agenda.getByRole('listitem').allTextContents()).slice(-2);
    await expect
      .poll(async () => (await lastItems()).map((text) => text.trim()))
      .toEqual(['Chuẩn bị vốn Tết10 phút', 'Kết luận, giao việc6 phút']);
    const attendance = page.getByRole('region', { name: /^Dự kiến/ });
    await attendance.getByRole('button', { name: 'Thêm người dự' }).click();
    await attendance.getByRole('textbox', { name: 'Họ và tên' }).fill('Đinh Thị Ngọc');
    await attendance.getByRole('textbox', { name: 'Chức vụ, đơn vị' }).fill('Hiệu trưởng THCS');
    await attendance.getByRole('button', { name: 'Thêm người dự' }).click();
    await attendance.getByRole('textbox', { name: 'Họ và tên' }).waitFor({ state: 'detached' });
    await attendance.getByText('Khách mời').waitFor();
  });
}

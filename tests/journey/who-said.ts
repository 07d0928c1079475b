import { expect, test } from 'vitest';
import { type Person, seen } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

/** A difficulty that the officer writes down for somebody whose name they type in a few letters. */
export function whoSaid(people: () => { readonly officer: Person; readonly chair: Person }): void {
  test('[GV138] letters that find one person become their name and office when the field is left; what finds nobody is said so', async () => {
    const { officer, chair } = people();
    const difficulties = part(officer.page, 'Khó khăn nêu ra');
    const saidBy = difficulties.getByRole('combobox', { name: 'Ai nêu' });
    await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
    await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill('Cầu tạm bị cuốn trôi');
    await saidBy.fill('nguoi khong co');
    await difficulties.getByText('Không có ai giữ tên này: ghi đúng như đã gõ.').waitFor();
    expect(await wrongInAnyLook(officer.page)).toEqual([]);
    await saidBy.fill('');
    await saidBy.pressSequentially('tran thi mai');
    await difficulties.getByRole('option', { name: 'Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ' }).waitFor();
    // Straight to the button, by the mouse.
    await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
    const raised = part(chair.page, 'Khó khăn nêu ra')
      .getByRole('listitem')
      .filter({ hasText: 'Cầu tạm bị cuốn trôi' });
    await raised.waitFor();
    expect(await seen(raised)).toContain('Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ nêu');
    // It goes on to no other meeting.
    await raised.getByRole('button', { name: 'Bỏ, nêu lý do' }).click();
    await raised.getByRole('textbox', { name: 'Lý do bỏ' }).fill('Đã bắc lại cầu');
    await raised.getByRole('button', { name: 'Bỏ khó khăn' }).click();
    await raised.getByText('Đã bỏ: Đã bắc lại cầu').waitFor();
  });
}

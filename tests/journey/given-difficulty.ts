import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, type Person, SCREENS, seen, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { WORDS } from './report-gestures.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const REPORTED = 'Hai hộ đã về, có số điện thoại mới';

/** In the meeting a difficulty is given to the police, until when. */
export function difficultyGiven(
  people: () => { readonly officer: Person; readonly chair: Person },
  difficulty: string,
): void {
  test('the officer gives a difficulty to the police, and the chair sees to whom', async () => {
    const { officer, chair } = people();
    const line = (page: Person['page']) =>
      part(page, 'Khó khăn nêu ra').getByRole('listitem').filter({ hasText: difficulty });
    const raised = line(officer.page);
    await raised.getByRole('button', { name: 'Giao người trả lời' }).click();
    await raised.getByRole('combobox', { name: 'Người trả lời' }).fill('cong an');
    await raised.getByRole('option', { name: /Công an xã/ }).click();
    await raised.getByLabel('Hạn trả lời', { exact: true }).fill('30/11/2026');
    await raised.getByRole('button', { name: 'Giao', exact: true }).click();
    await line(chair.page)
      .getByText(/Công an xã.* trả lời, 30\/11/)
      .waitFor();
  });
}

/** After the meeting it is a task like any other, and its end is told where it was raised. */
export function givenDifficultyAnswered(place: Place, difficulty: string): void {
  test('the police answer on a phone what the meeting gave them; accepted, the closed briefing says so with the hour', async () => {
    const police = await signIn(place().browser, place().address, 'congan');
    await police.page.setViewportSize(SCREENS.phone);
    await part(police.page, 'Việc của tôi')
      .getByRole('link', { name: new RegExp(`^Trả lời: .*${difficulty}`) })
      .click();
    await police.page.getByLabel(WORDS).fill(REPORTED);
    await police.page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await part(police.page, 'Diễn biến').getByText(REPORTED).waitFor();
    expect(police.takeComplaints()).toEqual([]);
    await police.page.context().close();

    const { page, takeComplaints } = await signIn(place().browser, place().address, 'canbo');
    await open(page, '/viec?xa=540101');
    await part(page, 'Chờ nhận kết quả')
      .getByRole('link', { name: new RegExp(`^Xem báo cáo: .*${difficulty}`) })
      .click();
    await page.getByRole('button', { name: 'Nhận kết quả' }).click();
    await page.getByRole('heading', { level: 1 }).getByText(/^Xong/).waitFor();
    await open(page, '/giao-ban?xa=540101');
    await page.getByRole('link', { name: /^Thứ Hai 23\/11\/2026/ }).click();
    const settled = part(page, 'Khó khăn nêu ra').getByRole('listitem').filter({ hasText: difficulty });
    await settled.getByText(/^Hai hộ đã về.* báo, nhận kết quả \d\d:\d\d ngày \d\d\/\d\d\/2026\.$/).waitFor();
    expect(await seen(settled)).toMatch(/Đã giao .*Công an xã[\s\S]*Xong/);
    expect(await wrongInAnyLook(page)).toEqual([]);
    expect(takeComplaints()).toEqual([]);
    await page.context().close();
  });
}

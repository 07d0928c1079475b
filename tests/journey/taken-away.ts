import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, seen, settled } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type People = { readonly officer: Person; readonly chair: Person };

const CHAIR = 'Lê Minh Toàn (mẫu)';

/** What is typed while another takes its line away, and what is left in a tab that is closed: none of it vanishes. */
export function takenAway(people: () => People): void {
  test('[GV119] a form whose conclusion another takes out stays, over a reload too, and brings it back', () =>
    conclusionTakenOut(people()));
  test('[GV119] a form whose point another drops stays, and raises it again with the words', () =>
    pointDropped(people()));
  test('[GV119] a form whose difficulty another answers stays, and says so', () =>
    difficultyAnswered(people()));
  test('[GV103] what waits and what is half typed in a tab that is closed stands in the next, and is sent once', () =>
    closedTab(people()));
}

async function conclusionTakenOut({ officer, chair }: People): Promise<void> {
  const ours = part(officer.page, 'Kết luận');
  await addConclusion(officer.page, 'Công an rà soát hộ vắng');
  await ours.getByRole('button', { name: 'Sửa kết luận: Công an rà soát' }).click();
  const field = ours.getByRole('textbox', { name: 'Kết luận', exact: true });
  await field.fill('Công an rà soát hộ vắng, ');
  await field.focus();
  await takeOut(chair.page, 'Công an rà soát');
  await ours.getByText(`${CHAIR} đã bỏ kết luận này lúc`).waitFor();
  // It counts among none of the lines: the next has its number.
  const mark = `getComputedStyle(document.querySelector('.lines > li:has(form)'), '::before').content`;
  expect(await officer.page.evaluate(mark)).toBe('none');
  // The field was not moved: the keys still arrive in it.
  await officer.page.keyboard.press('End');
  await officer.page.keyboard.type('gửi danh sách');
  expect(await field.inputValue()).toBe('Công an rà soát hộ vắng, gửi danh sách');
  expect(await wrongInAnyLook(officer.page)).toEqual([]);
  await officer.page.reload();
  await settled(officer.page);
  await ours.getByText(`${CHAIR} đã bỏ kết luận này lúc`).waitFor();
  expect(await field.inputValue()).toBe('Công an rà soát hộ vắng, gửi danh sách');
  await ours.getByRole('button', { name: 'Ghi lại' }).click();
  await part(chair.page, 'Kết luận').getByText('Công an rà soát hộ vắng, gửi danh sách').waitFor();
  await takeOut(officer.page, 'Công an rà soát');
  await part(chair.page, 'Kết luận').getByText('Công an rà soát').waitFor({ state: 'detached' });
}

async function pointDropped({ officer, chair }: People): Promise<void> {
  const ours = part(officer.page, 'Điểm cần nêu');
  const theirs = part(chair.page, 'Điểm cần nêu');
  await nth(ours, /^Sửa câu/, 1).click();
  await ours.getByRole('textbox', { name: 'Câu nêu ra' }).fill('Lãi tồn, cán bộ sửa');
  await nth(theirs, /^Không nêu/, 1).click();
  await ours.getByText(`${CHAIR} đã chọn không nêu điểm này.`).waitFor();
  expect(await wrongInAnyLook(officer.page)).toEqual([]);
  await ours.getByRole('button', { name: 'Ghi lại' }).click();
  await theirs.getByText('Lãi tồn, cán bộ sửa').waitFor();
  expect(await seen(ours)).not.toContain('Hai người cùng ghi');
  await nth(ours, /^Sửa câu/, 1).click();
  await ours.getByRole('button', { name: 'Lấy lại câu hệ thống chuẩn bị' }).click();
  await theirs.getByText('Lãi tồn, cán bộ sửa').waitFor({ state: 'detached' });
}

async function difficultyAnswered({ officer, chair }: People): Promise<void> {
  const line = ({ page }: Person) =>
    part(page, 'Khó khăn nêu ra').getByRole('listitem').filter({ hasText: 'Trạm bơm chưa có điện' });
  const [ours, theirs] = [line(officer), line(chair)];
  await ours.getByRole('button', { name: 'Bỏ, nêu lý do' }).click();
  await ours.getByRole('textbox', { name: 'Lý do bỏ' }).fill('Điện lực đã kéo dây');
  await theirs.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await theirs.getByRole('textbox', { name: 'Trả lời' }).fill('Có điện từ tháng 12');
  await theirs.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await ours.getByText(`${CHAIR} đã trả lời khó khăn này lúc`).waitFor();
  expect(await ours.getByRole('textbox', { name: 'Lý do bỏ' }).inputValue()).toBe('Điện lực đã kéo dây');
  expect(await ours.getByRole('button', { name: 'Bỏ khó khăn' }).isDisabled()).toBe(true);
  expect(await wrongInAnyLook(officer.page)).toEqual([]);
  await ours.getByRole('button', { name: 'Thôi' }).click();
  await ours.getByText('đã trả lời khó khăn này').waitFor({ state: 'detached' });
}

async function closedTab({ officer, chair }: People): Promise<void> {
  const context = officer.page.context();
  const address = officer.page.url();
  const closed = await context.newPage();
  await closed.goto(address);
  await settled(closed);
  await context.setOffline(true);
  await addConclusion(closed, 'Thu lãi tại nhà hộ già yếu');
  await part(closed, 'Kết luận').getByText('Chờ gửi').waitFor();
  await closed.getByRole('textbox', { name: 'Nội dung kết luận' }).fill('Lập danh sách hộ');
  let questions = 0;
  closed.on('dialog', (dialog) => {
    questions += 1;
    void dialog.accept();
  });
  const isClosed = closed.waitForEvent('close');
  await closed.close({ runBeforeUnload: true });
  await isClosed;
  expect(questions).toBe(1);
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(address);
  await next.getByText('Chữ chưa gửi của lần trước còn nguyên').waitFor();
  const field = next.getByRole('textbox', { name: 'Nội dung kết luận' });
  expect(await field.inputValue()).toBe('Lập danh sách hộ');
  const theirs = part(chair.page, 'Kết luận').getByText('Thu lãi tại nhà hộ già yếu');
  await theirs.waitFor();
  await part(next, 'Kết luận').getByText('Chờ gửi').waitFor({ state: 'detached' });
  expect(await theirs.count()).toBe(1);
  await field.fill('');
  await takeOut(next, 'Thu lãi tại nhà');
  await theirs.waitFor({ state: 'detached' });
  await next.close();
  // The browser itself names every request that did not get through.
  officer.takeComplaints();
}

async function addConclusion(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung kết luận' }).fill(text);
  await page.getByRole('button', { name: 'Thêm kết luận' }).click();
  await part(page, 'Kết luận').getByText(text).first().waitFor();
}

async function takeOut(page: Page, text: string): Promise<void> {
  const conclusions = part(page, 'Kết luận');
  await conclusions.getByRole('button', { name: `Sửa kết luận: ${text}` }).click();
  await conclusions.getByRole('button', { name: 'Bỏ kết luận này' }).click();
}

function nth(points: Locator, name: RegExp, at: number): Locator {
  return points.getByRole('button', { name }).nth(at);
}

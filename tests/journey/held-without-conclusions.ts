import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, type Person, seen, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** A commune whose briefing of 05/11 the demo has prepared, and that no other part of the journey meets in. */
const COMMUNE = '540103';
const DEPUTY = 'Đặng Thị Hòa';
/** Who was chair as far as was known when the meeting was written down, and who it is entered to have been since before it was held. */
const FORMER_CHAIR = 'Đinh Công Lợi (mẫu)';
const CHAIR = 'Lê Thị Thanh';

/** A meeting in which somebody sat for another and nothing was concluded: what is kept of it says both. */
export function heldWithoutConclusions(place: Place): void {
  test('[GV177] [GV178] who held an office when people met came himself by one press, taken back by another; who came for them is named on the list, over a reload; a meeting without a conclusion ends by a second press and has its number', async () => {
    const officer = await signIn(place().browser, place().address, 'canbo');
    await beginAsHeldOn(officer.page, '05/11/2026');
    await chairChangesHands(place());
    await officer.page.reload();
    await settled(officer.page);
    await newChairCame(officer.page);
    await comeInPlace(officer.page);
    await officer.page.reload();
    await seeDeputy(officer.page);
    expect(officer.takeComplaints()).toEqual([]);
    await closeWithoutConclusion(officer);
    await officer.page.reload();
    await seeDeputy(officer.page);
    expect(await seen(officer.page.getByRole('main'))).toContain('Đã kết thúc, biên bản 21/2026');
    expect(await wrongInAnyLook(officer.page)).toEqual([]);
    expect(officer.takeComplaints()).toEqual([]);
    await officer.page.context().close();
  });
}

async function beginAsHeldOn(page: Page, day: string): Promise<void> {
  await open(page, `/giao-ban?xa=${COMMUNE}`);
  await part(page, 'Đã qua ngày').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Bắt đầu giao ban' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Ghi lại buổi đã họp trước hôm nay' }).check();
  const met = dialog.getByRole('textbox', { name: 'Ngày đã họp' });
  await met.fill(day);
  // From the field, as in every form with a day.
  await met.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

/** It is entered that the commune has another chair from the first of the month on. */
async function chairChangesHands({ browser, address }: ReturnType<Place>): Promise<void> {
  const { page } = await signIn(browser, address, 'quantri');
  const asked = await page.request.get('/api/users', { params: { text: 'chutich.sonlong' } });
  const { users } = (await asked.json()) as { users: { id: string; assignments: Assignment[] }[] };
  const [user] = users;
  const [office] = user?.assignments ?? [];
  if (!user || !office) throw new Error('the commune has no chair');
  const ended = await page.request.post(`/api/users/${user.id}/assignments/${office.id}/end`, {
    data: { lastDay: '2026-10-31' },
  });
  const { role, communeId } = office;
  const given = await page.request.post('/api/users', {
    data: { fullName: CHAIR, login: 'chutich.moi', assignment: { role, communeId, validFrom: '2026-11-01' } },
  });
  expect([ended.ok(), given.ok()]).toEqual([true, true]);
  await page.context().close();
}

type Assignment = { readonly id: string; readonly role: string; readonly communeId: string };

/** The chair of that day sits in the meeting: the question before closing names the press, which the keyboard finds again to take it back. */
async function newChairCame(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kết thúc giao ban' }).click();
  const question = page.getByRole('dialog');
  await question.getByText(`Nếu ${CHAIR} dự thì bấm “Người giữ chức vụ ngày họp dự” ở điểm danh.`).waitFor();
  await question.getByRole('button', { name: 'Thôi' }).click();
  const leaders = leadersOf(page);
  await leaders.locator('summary').click();
  await leaders.getByText(`Ngày họp không giữ chức vụ, người giữ: ${CHAIR}`).waitFor();
  const came = leaders.getByRole('button', { name: `Người giữ chức vụ ngày họp dự: ${CHAIR}` });
  const back = leaders.getByRole('button', { name: `Đổi lại: ${FORMER_CHAIR}` });
  await came.press('Enter');
  await back.waitFor();
  expect(await wrongInAnyLook(page)).toEqual([]);
  await expect.poll(() => hasKeyboard(back)).toBe(true);
  await page.keyboard.press('Enter');
  await came.waitFor();
  await expect.poll(() => hasKeyboard(came)).toBe(true);
  await page.keyboard.press('Enter');
  await leaders.getByText(`Giữ chức vụ thay ${FORMER_CHAIR}`).waitFor();
  await leaders.locator('summary').click();
}

function hasKeyboard(button: Locator): Promise<boolean> {
  return button.evaluate((one) => one === one.ownerDocument.activeElement);
}

/** Somebody comes for the chair of the commune. */
async function comeInPlace(page: Page): Promise<void> {
  const leaders = leadersOf(page);
  await leaders.locator('summary').click();
  await leaders.getByRole('button', { name: 'Có mặt' }).first().click();
  await leaders.getByLabel('Điểm danh').selectOption({ label: 'Dự thay' });
  await leaders.getByRole('textbox', { name: 'Người dự thay' }).fill(DEPUTY);
  const write = leaders.getByRole('button', { name: 'Ghi', exact: true });
  await write.click();
  await deputyCounted(leaders).waitFor();
  // Its words are let go with it, after all that stands on the page is there anew; a reload before would open it again.
  await write.waitFor({ state: 'detached' });
}

/** Their part of the list counts a deputy, and opened it says who it is. */
async function seeDeputy(page: Page): Promise<void> {
  const leaders = leadersOf(page);
  await deputyCounted(leaders).click();
  await leaders.getByText(CHAIR, { exact: true }).waitFor();
  await leaders.getByText(`Dự thay: ${DEPUTY}`).waitFor();
}

/** Said by the server's answer alone: until it came, the part stands open for what waits in it. */
function deputyCounted(leaders: Locator): Locator {
  return leaders.getByText(/, 1 dự thay$/);
}

function leadersOf(page: Page): Locator {
  const attendance = page.getByRole('region', { name: /^Có mặt/ });
  return attendance.locator('details').filter({ hasText: 'Lãnh đạo UBND xã' });
}

async function closeWithoutConclusion({ page, takeComplaints }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Kết thúc giao ban' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('Buổi họp có 0 kết luận').waitFor();
  await question.getByRole('button', { name: 'Kết thúc và lấy số biên bản' }).click();
  await question.getByText(/^Giao ban chưa có kết luận nào/).waitFor();
  expect(await wrongInAnyLook(page)).toEqual([]);
  // The browser itself names the answer that refused.
  takeComplaints();
  await question.getByRole('button', { name: 'Kết thúc, không có kết luận' }).click();
  await page.getByText('Đã kết thúc, biên bản 21/2026').waitFor();
}

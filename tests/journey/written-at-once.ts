import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, seen, settled } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { pointsAtOnce } from './points-at-once.ts';

type People = () => { readonly officer: Person; readonly chair: Person };

/** Two people who write the same at once, in a hall whose network comes and goes: nothing typed is lost. */
export function writtenAtOnce(people: People): void {
  pointsAtOnce(people);
  test('without a network whatever is written waits, says so, and goes by itself', () =>
    wholeMeetingWaits(people()));
  test('what waits and what is half typed stand there again after a reload', () => reloadKeeps(people()));
  test('[GV152] what the server has is not in its form after a reload, though the page never showed it; what was typed on is', () =>
    sentThenReloaded(people()));
  test('[GV93] words sent by a tab that ended before the answer stand; what is written on in their form is told so, and goes by the next press', () =>
    writtenOnAfterCrash(people()));
  test('[GV135] letters that chose no household or group keep a difficulty from being raised; the only one found is chosen by Tab', () =>
    aboutSomebody(people()));
  test('two people write the agenda: the later sees both and chooses', () => agendasAtOnce(people()));
  test('two people tell one presence: the later sees both and chooses', () => presencesAtOnce(people()));
}

async function wholeMeetingWaits({ officer, chair }: ReturnType<People>): Promise<void> {
  const { page } = officer;
  await page.context().setOffline(true);
  await raise(page, 'Đường vào thôn bị sạt lở');
  await tellPresence(page, 'Hội nhận ủy thác', { nth: 0, presence: 'Đến muộn', note: 'xe hỏng' });
  const points = part(page, 'Điểm cần nêu');
  await points.getByRole('button', { name: 'Thêm', exact: true }).click();
  await points.getByRole('textbox', { name: 'Câu nêu ra' }).fill('Bàn việc thu lãi trước Tết');
  await points.getByRole('button', { name: 'Ghi lại' }).click();
  await lengthen(page, 12);
  for (const text of ['Đường vào thôn bị sạt lở', 'Đến muộn, xe hỏng', 'Bàn việc thu lãi trước Tết'])
    await page.locator('.lines-meta', { hasText: text }).getByText('Chờ gửi').first().waitFor();
  await part(page, 'Chương trình').getByText('Chờ gửi').first().waitFor();
  await page.getByText('Mất mạng').waitFor();
  expect(await wrongInAnyLook(page)).toEqual([]);
  await page.context().setOffline(false);
  await expect.poll(() => page.getByText('Chờ gửi').count()).toBe(0);
  await part(chair.page, 'Khó khăn nêu ra').getByText('Đường vào thôn bị sạt lở').waitFor();
  await part(chair.page, 'Điểm cần nêu').getByText('Bàn việc thu lãi trước Tết').waitFor();
  await part(chair.page, 'Chương trình').getByText('12 phút').first().waitFor();
  // The browser itself names every request that did not get through.
  officer.takeComplaints();
}

async function reloadKeeps({ officer, chair }: ReturnType<People>): Promise<void> {
  const { page } = officer;
  const cut = (url: URL) => url.pathname.endsWith('/difficulties');
  await page.route(cut, (route) => route.abort());
  await raise(page, 'Trạm bơm chưa có điện');
  const difficulties = part(page, 'Khó khăn nêu ra');
  await difficulties.getByText('Chờ gửi').waitFor();
  await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
  await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill('Thiếu giống lúa vụ');
  await page.reload();
  await settled(page);
  await difficulties.getByText('Trạm bơm chưa có điện').waitFor();
  await difficulties.getByText('Chờ gửi').waitFor();
  const halfTyped = difficulties.getByRole('textbox', { name: 'Khó khăn' });
  expect(await halfTyped.inputValue()).toBe('Thiếu giống lúa vụ');
  await page.unroute(cut);
  await difficulties.getByText('Chờ gửi').waitFor({ state: 'detached' });
  await part(chair.page, 'Khó khăn nêu ra').getByText('Trạm bơm chưa có điện').waitFor();
  await difficulties.getByRole('button', { name: 'Thôi' }).click();
  await halfTyped.waitFor({ state: 'detached' });
  await page.reload();
  await settled(page);
  expect(await halfTyped.count()).toBe(0);
  officer.takeComplaints();
}

async function sentThenReloaded({ officer }: ReturnType<People>): Promise<void> {
  const { page } = officer;
  const difficulties = part(page, 'Khó khăn nêu ra');
  const field = difficulties.getByRole('textbox', { name: 'Khó khăn' });
  const press = async (words: string) => {
    await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
    await field.fill(words);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
    await answer;
  };
  // Whatever is asked after the press waits for its answer as long as the page stands.
  const questions = (url: URL) => url.pathname.startsWith('/api/');
  const holdUp = () =>
    page.route(questions, (route) =>
      route.request().method() === 'GET' ? new Promise<void>(() => undefined) : route.fallback(),
    );
  for (const more of [undefined, 'Nhà văn hóa thôn dột hai gian']) {
    await holdUp();
    await press('Nhà văn hóa thôn dột');
    if (more !== undefined) await field.fill(more);
    await page.unroute(questions);
    await page.reload();
    await settled(page);
    if (more === undefined) expect(await field.count()).toBe(0);
    else expect(await field.inputValue()).toBe(more);
  }
  await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
  await field.waitFor({ state: 'detached' });
  const raised = difficulties.getByRole('listitem');
  await expect.poll(() => raised.filter({ hasText: 'Nhà văn hóa thôn dột' }).count()).toBe(3);
  officer.takeComplaints();
}

async function writtenOnAfterCrash({ officer, chair }: ReturnType<People>): Promise<void> {
  const { page } = officer;
  const difficulties = part(page, 'Khó khăn nêu ra');
  const line = (text: string) => difficulties.getByRole('listitem').filter({ hasText: text });
  await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
  await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill('Kênh bị bồi lấp');
  const kept = await page.evaluate<readonly (readonly [string, string])[]>(
    `Object.entries(sessionStorage).filter(([, words]) => words.includes('Kênh bị bồi lấp'))`,
  );
  const press = difficulties.getByRole('button', { name: 'Nêu khó khăn' });
  await press.click();
  await line('Kênh bị bồi lấp').getByText('Chưa trả lời').waitFor();
  await press.waitFor({ state: 'detached' });
  // As a tab that ended before the answer leaves it to the next: the server has the words, the form still stands.
  await page.evaluate(
    `for (const [key, words] of ${JSON.stringify(kept)}) sessionStorage.setItem(key, words)`,
  );
  await page.reload();
  await settled(page);
  await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill('Kênh bị bồi lấp hai đoạn');
  await press.click();
  await difficulties.getByText('Lần bấm trước đã ghi được, với nội dung lúc đó.').waitFor();
  await press.click();
  await line('Kênh bị bồi lấp hai đoạn').getByText('Chưa trả lời').waitFor();
  const raised = part(chair.page, 'Khó khăn nêu ra').getByRole('listitem');
  await expect.poll(() => raised.filter({ hasText: 'Kênh bị bồi lấp' }).count()).toBe(2);
  // The browser itself names what was refused.
  officer.takeComplaints();
}

async function aboutSomebody({ officer, chair }: ReturnType<People>): Promise<void> {
  const difficulties = part(officer.page, 'Khó khăn nêu ra');
  const about = difficulties.getByRole('textbox', { name: 'Về hộ, tổ nào' });
  await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
  await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill('Sổ tiền gửi ghi thiếu');
  await about.fill('002600');
  await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
  await difficulties.getByText('Chưa chọn hộ hoặc tổ nào.').waitFor();
  await about.fill('0026001');
  await expect.poll(() => difficulties.getByRole('button', { name: /^Chọn Tổ/ }).count()).toBe(1);
  // The one that is shown may be the first of several while an answer is still to come: the key chooses it once it is the only one.
  await settled(officer.page);
  await about.press('Tab');
  await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
  const raised = part(chair.page, 'Khó khăn nêu ra').getByRole('listitem');
  await raised.filter({ hasText: 'Sổ tiền gửi ghi thiếu' }).getByRole('link', { name: /^Tổ / }).waitFor();
}

async function agendasAtOnce({ officer, chair }: ReturnType<People>): Promise<void> {
  // The same person at a second screen: the chair of the commune does not write the agenda.
  const second = await officer.page.context().newPage();
  await second.goto(officer.page.url());
  await settled(second);
  for (const page of [officer.page, second])
    await part(page, 'Chương trình').getByRole('button', { name: 'Sửa' }).click();
  await fillLength(officer.page, 15);
  await fillLength(second, 20);
  await part(officer.page, 'Chương trình').getByRole('button', { name: 'Ghi chương trình' }).click();
  await part(chair.page, 'Chương trình').getByText('15 phút').first().waitFor();
  const agenda = part(second, 'Chương trình');
  await agenda.getByRole('button', { name: 'Ghi chương trình' }).click();
  await agenda.getByText('Hai người cùng ghi.').waitFor();
  expect(await seen(agenda)).toContain('15 phút');
  expect(await seen(agenda)).toContain('(20 phút)');
  expect(await wrongInAnyLook(second)).toEqual([]);
  await agenda.getByRole('button', { name: 'Lấy bản của mình' }).click();
  await agenda.getByText('Hai người cùng ghi.').waitFor({ state: 'detached' });
  await part(officer.page, 'Chương trình').getByText('20 phút').first().waitFor();
  await second.close();
  officer.takeComplaints();
}

async function presencesAtOnce({ officer }: ReturnType<People>): Promise<void> {
  const second = await officer.page.context().newPage();
  await second.goto(officer.page.url());
  await settled(second);
  const asked = { nth: 1, presence: 'Vắng', note: 'không báo' };
  const name = await openPresence(second, 'Hội nhận ủy thác', 1);
  await tellPresence(officer.page, 'Hội nhận ủy thác', {
    ...asked,
    presence: 'Vắng có lý do',
    note: 'họp huyện',
  });
  await person(second, name).getByText('họp huyện').waitFor();
  await fillPresence(second, asked);
  const row = person(second, name);
  await row.getByText('Hai người cùng ghi.').waitFor();
  expect(await seen(row)).toContain('Vắng có lý do');
  expect(await seen(row)).toContain('không báo');
  await row.getByRole('button', { name: 'Giữ bản đang có' }).click();
  await row.getByText('Hai người cùng ghi.').waitFor({ state: 'detached' });
  await second.close();
  officer.takeComplaints();
}

async function raise(page: Page, text: string): Promise<void> {
  const difficulties = part(page, 'Khó khăn nêu ra');
  await difficulties.getByRole('button', { name: 'Nêu', exact: true }).click();
  await difficulties.getByRole('textbox', { name: 'Khó khăn' }).fill(text);
  await difficulties.getByRole('button', { name: 'Nêu khó khăn' }).click();
}

type Told = { readonly nth: number; readonly presence: string; readonly note: string };

const attendance = (page: Page) => page.getByRole('region', { name: /^Có mặt/ });
const person = (page: Page, name: string) => attendance(page).getByRole('listitem').filter({ hasText: name });

/** Opens the form of somebody's presence and answers their name. */
async function openPresence(page: Page, group: string, nth: number): Promise<string> {
  const people = attendance(page).locator('details').filter({ hasText: group }).first();
  if ((await people.getAttribute('open')) === null) await people.locator('summary').click();
  const one = people.getByRole('listitem').nth(nth);
  const name = await one.locator('b').first().textContent();
  await one.getByRole('button', { name: 'Có mặt' }).click();
  return name ?? '';
}

async function fillPresence(page: Page, { presence, note }: Told): Promise<void> {
  const told = attendance(page);
  await told.getByLabel('Điểm danh').selectOption({ label: presence });
  await told.getByRole('textbox', { name: 'Ghi chú' }).fill(note);
  await told.getByRole('button', { name: 'Ghi', exact: true }).click();
}

async function tellPresence(page: Page, group: string, told: Told): Promise<void> {
  await openPresence(page, group, told.nth);
  await fillPresence(page, told);
}

async function lengthen(page: Page, minutes: number): Promise<void> {
  await part(page, 'Chương trình').getByRole('button', { name: 'Sửa' }).click();
  await fillLength(page, minutes);
  await part(page, 'Chương trình').getByRole('button', { name: 'Ghi chương trình' }).click();
}

async function fillLength(page: Page, minutes: number): Promise<void> {
  await part(page, 'Chương trình')
    .getByRole('textbox', { name: /^Số phút: Kết luận, giao việc/ })
    .fill(String(minutes));
}

import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstLink, open, type Person, settled, signIn } from './browser.ts';
import { part } from './gestures.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

/** A commune with a briefing whose day has passed, which `heldWithoutConclusions` begins afterwards. */
const PASSED = '540103';

/** The forms of a meeting's page whose button goes while they are open: its part, the button, the field in which one types at once. */
const FORMS = [
  ['Điểm cần nêu', 'Thêm', 'Câu nêu ra'],
  ['Điểm cần nêu', /^Sửa câu/, 'Câu nêu ra'],
  ['Khó khăn nêu ra', 'Nêu', 'Khó khăn'],
  // From the last button to the first, so that a form that was closed before could draw the keyboard away.
  ['Khó khăn nêu ra', 'Bỏ, nêu lý do', 'Lý do bỏ'],
  ['Khó khăn nêu ra', 'Giao người trả lời', 'Người trả lời'],
  ['Khó khăn nêu ra', 'Trả lời', 'Trả lời'],
] as const;

/** Whoever works with the keys alone. */
export function keyboardInForms(officer: () => Person): void {
  test.each(FORMS)('%s, %s: the keyboard is in “%s” at once, and on the button again', async (...form) => {
    const [title, name, field] = form;
    const { page } = officer();
    const button = part(page, title)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first();
    await button.press('Enter');
    expect(await isFocused(page, part(page, title).getByLabel(field, { exact: true }).first())).toBe(true);
    await part(page, title).getByRole('button', { name: 'Thôi' }).press('Enter');
    expect(await isFocused(page, button)).toBe(true);
  });
}

/** The same where a session is moved by a notice: in the field of its day, and on what can be pressed there next. */
export function keyboardInNotices(place: Place): void {
  test('a notice is written, left, recorded and withdrawn by the keys alone', async () => {
    const { page } = await signIn(place().browser, place().address, 'canbo');
    await page.goto('/lich?xa=540101');
    const row = page.locator('.sessions > li').last();
    const write = row.getByRole('button', { name: 'Ghi thông báo dời, nghỉ' });
    await write.press('Enter');
    expect(await isFocused(page, row.getByRole('textbox', { name: /họp vào ngày$/ }))).toBe(true);
    await row.getByRole('button', { name: 'Thôi' }).press('Enter');
    expect(await isFocused(page, write)).toBe(true);
    await write.press('Enter');
    await row.getByLabel('Lý do').fill('Bão');
    await row.getByLabel('Thông báo số').fill('12/TB');
    await row.getByLabel('Thông báo số').press('Enter');
    const withdraw = row.getByRole('button', { name: 'Thu hồi' });
    await withdraw.waitFor();
    await expect.poll(() => isFocused(page, withdraw)).toBe(true);
    await withdraw.press('Enter');
    await expect.poll(() => isFocused(page, write)).toBe(true);
    await page.context().close();
  });
}

/**
 * The same wherever what has the keyboard goes: with a window, a form in place of its button, a line that is done with; and where a
 * button waits for an answer. One of each kind; all pages keep it in one way.
 */
export function keyboardKept(place: Place): void {
  const as = async (login: string) => (await signIn(place().browser, place().address, login)).page;

  test('a window that is left or sent gives the keyboard back to its button, a button that waited has it again', async () => {
    const page = await as('phunu');
    await open(page, await firstLink(page, '/danh-sach/overdue', '/ho/'));
    const raise = page.getByRole('button', { name: 'Nêu khó khăn' });
    await raise.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(page, raise)).toBe(true);
    await raise.press('Enter');
    await page.getByRole('dialog').getByRole('textbox').first().fill('Con đi viện');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Đã nêu khó khăn/).waitFor();
    await expect.poll(() => isFocused(page, raise)).toBe(true);
    const reached = page.getByRole('button', { name: 'Gọi được hôm nay' }).first();
    await reached.press('Enter');
    await settled(page);
    await expect.poll(() => isFocused(page, reached)).toBe(true);
    await page.context().close();
  });

  test('a form in place of its button has the keyboard and gives it back to the button, also within a window', async () => {
    const page = await as('quantri');
    await open(page, '/nguoi-dung?tim=canbo');
    const change = page.getByRole('button', { name: /^Sửa / }).first();
    await change.press('Enter');
    const drawer = page.getByRole('dialog');
    const end = drawer.getByRole('button', { name: 'Kết thúc' });
    await end.press('Enter');
    const lastDay = drawer.getByRole('textbox', { name: 'Ngày cuối cùng giữ chức vụ' });
    await expect.poll(() => isFocused(page, lastDay)).toBe(true);
    await drawer.getByRole('button', { name: 'Thôi' }).first().press('Enter');
    await expect.poll(() => isFocused(page, end)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(page, change)).toBe(true);
    await page.context().close();
  });

  test('from page to page it is in the main part of the new one, and straight back on the link by which one went', async () => {
    const page = await as('canbo');
    await open(page, '/giao-ban?xa=540101');
    await part(page, 'Các buổi giao ban').getByRole('link').first().press('Enter');
    const hall = page.getByRole('link', { name: 'Trình chiếu' });
    await hall.waitFor();
    await expect.poll(() => isFocused(page, page.getByRole('main'))).toBe(true);
    await hall.press('Enter');
    await page.locator('.hall-frame:focus').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(page, hall)).toBe(true);
    await page.context().close();
  });

  test('a form whose answer comes late takes the keyboard from nobody; of a line that is done with it goes to the next one', async () => {
    const page = await as('canbo');
    await open(page, `/giao-ban?xa=${PASSED}`);
    await part(page, 'Đã qua ngày').getByRole('link').first().press('Enter');
    const difficulties = part(page, 'Khó khăn nêu ra');
    const lineOf = (hasText: string) => difficulties.getByRole('listitem').filter({ hasText });
    const answerOf = (text: string) => lineOf(text).getByRole('button', { name: 'Trả lời', exact: true });
    const raise = async (text: string) => {
      await difficulties.getByRole('button', { name: 'Nêu', exact: true }).press('Enter');
      await difficulties.getByRole('textbox', { name: 'Khó khăn', exact: true }).fill(text);
      await page.keyboard.press('Control+Enter');
    };
    await raise('Bến đò hỏng');
    await answerOf('Bến đò hỏng').waitFor();
    const answer = await holdUp(page, '/difficulties');
    await raise('Trạm bơm hỏng');
    // Whoever types on elsewhere while the answer is on its way goes on typing there.
    const words = page.getByRole('textbox', { name: 'Nội dung kết luận' });
    await words.pressSequentially('Câu gõ');
    answer();
    await answerOf('Trạm bơm hỏng').waitFor();
    await difficulties.getByRole('button', { name: 'Nêu', exact: true }).waitFor();
    expect(await isFocused(page, words)).toBe(true);
    await words.fill('');
    await lineOf('Bến đò hỏng').getByRole('button', { name: 'Bỏ, nêu lý do' }).press('Enter');
    await page.keyboard.type('Đã sửa');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => isFocused(page, answerOf('Trạm bơm hỏng'))).toBe(true);
    await page.context().close();
  });
}

/** What is written at an address waits from now on. @returns what lets it go */
async function holdUp(page: Page, end: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith(end),
    async (route) => {
      if (route.request().method() === 'POST') await isLetGo;
      await route.fallback();
    },
  );
  return letGo;
}

/** Whether a control has the keyboard. */
export async function isFocused(page: Page, control: Locator): Promise<boolean> {
  return (await control.and(page.locator(':focus')).count()) === 1;
}

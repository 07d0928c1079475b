import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Person, seen, settled, signIn } from './browser.ts';
import { cutOnPaper, wrongInAnyLook } from './looks.ts';
import { OCTOBER_FILES, type OctoberTruth, octoberTruth, written } from './truth.ts';

/** What head office's measures count; all others are đồng. */
const COUNTED: Readonly<Record<string, string>> = { customers: 'khách hàng', groups: 'tổ', turns: 'lượt' };

/** The chair's commune. */
const BINH_NGOC = '540101';
const MILLION = 1_000_000;
const THOUSAND_MILLION = 1_000_000_000;

/** Words by which each kind of file is told. */
const KINDS = ['Mẫu 31', 'Mẫu 13', 'Mẫu 12', 'chấm điểm Tổ', '01.1', '01.2', 'LEN_31'];

/** The fault of each count that the truth states. */
const COUNT_OF_FAULT = {
  D1: 'duplicate_rows',
  D2: 'savings_only_rows',
  D3: 'closed_rows',
  D4: 'lost_zero_rows',
  D8: 'lost_grades',
  D10: 'extension_without_date',
  D11: 'village_without_name',
  D12: 'direct_loans',
  D14: 'blank_phones',
} as const;

/**
 * A month-end from the bank's files to the commune's month and back, told by what two people see. Each test goes on
 * where the one before stopped.
 */
export function monthEnd(place: () => { readonly browser: Browser; readonly address: string }): void {
  describe('the month of October', () => {
    let officer: Person;
    let chair: Person;
    let truth: OctoberTruth;

    beforeAll(async () => {
      truth = octoberTruth();
      officer = await signIn(place().browser, place().address, 'canbo');
      chair = await signIn(place().browser, place().address, 'chutich');
    });

    afterEach(() => {
      for (const person of [officer, chair]) expect(person.takeComplaints()).toEqual([]);
    });

    test('before it, officer and chair see September', async () => {
      expect(await title(officer.page)).toContain('tháng 09/2026');
      expect(await title(chair.page)).toBe('Xã Bình Ngọc, tháng 09/2026');
    });

    test('the officer drops the files; each is recognised by what is inside, a bad one is taken out', async () => {
      const { page } = officer;
      await page.getByRole('link', { name: 'Nhập số liệu', exact: true }).click();
      const names = readdirSync(OCTOBER_FILES);
      await page.locator('input[type=file]').setInputFiles(names.map((name) => join(OCTOBER_FILES, name)));
      await commitButton(page).waitFor();
      await settled(page);
      expect(await title(page)).toBe('Nhập số liệu 31/10/2026');
      const files = section(page, 'Tệp');
      await expect.poll(() => files.getByText('Dùng được').count()).toBe(names.length);
      for (const kind of KINDS) expect(await seen(files)).toContain(kind);
      await takesOutABadFile(page);
    });

    test('every fault is counted; a count opens its rows', async () => {
      const { page } = officer;
      for (const [fault, count] of Object.entries(COUNT_OF_FAULT)) {
        const row = page.getByRole('row', { name: new RegExp(`^${fault} `) });
        const cells = await row.getByRole('cell').allInnerTexts();
        expect(`${fault} ${cells[2]}`).toBe(`${fault} ${written(truth.faults[count] ?? 0)}`);
      }
      await page.getByRole('row', { name: /^D1 / }).getByRole('link').click();
      const drawer = page.getByRole('dialog', { name: /^D1: / });
      await drawer.getByRole('row').nth(1).waitFor();
      expect(await drawer.getByRole('row').count()).toBe(1 + (truth.faults.duplicate_rows ?? 0));
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    });

    test('rows become loans, step by step', async () => {
      const { faults, office, rows_written } = truth;
      const steps = await seen(section(officer.page, 'Từ dòng đến món vay'));
      const { closed_rows, savings_only_rows, duplicate_rows } = faults;
      const counts = [rows_written, closed_rows, savings_only_rows, duplicate_rows, office.loans];
      for (const count of counts) expect(steps).toContain(written(count ?? 0));
      expect(steps).toContain(`${written(office.customers)} khách hàng`);
    });

    test('the officer sees that the sums add up, and where head office differs', async () => {
      const { page } = officer;
      const rows = section(page, 'Đối chiếu dư nợ').getByRole('row');
      for (const { outstanding } of Object.values(truth.commune)) {
        const row = rows.filter({ hasText: written(outstanding / MILLION) }).filter({ hasText: 'Khớp' });
        expect(await row.count()).toBe(1);
      }
      const differences = section(page, 'Số của Hội sở').locator('tbody').getByRole('row');
      expect(await differences.count()).toBe(truth.differences_from_head_office.length);
      for (const { key, measure, ours, theirs, difference } of truth.differences_from_head_office) {
        const cells = await differences
          .filter({ hasText: `mã ${key}` })
          .getByRole('cell')
          .allInnerTexts();
        const sign = difference > 0 ? '+' : '−';
        expect(cells.slice(2)).toEqual([
          written(ours),
          written(theirs),
          `${sign}${written(Math.abs(difference))} ${COUNTED[measure] ?? 'đ'}`,
        ]);
      }
      await seesEveryCell(page, truth.differences_from_head_office.length);
      expect([...(await wrongInAnyLook(page)), ...(await cutOnPaper(page))]).toEqual([]);
      expect(await onPaper(page)).toContain('31/10/2026');
    });

    test('Ctrl+Enter writes the month into the books; a page that was open has it when its reader comes back', async () => {
      const { page } = officer;
      const reader = await readsSeptember(place());
      expect(await seen(commitButton(page))).toBe(`Ghi ${written(truth.office.loans)} món vào sổ`);
      await page.keyboard.press('Control+Enter');
      await page.getByText(`Đã ghi ${written(truth.office.loans)} món vào sổ.`).waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.getByRole('link', { name: 'Xem tháng này' }).click();
      await page.getByRole('heading', { name: /tháng 10\/2026/ }).waitFor();
      await settled(page);
      expect(await figure(page, 'Tổng dư nợ')).toContain(`${written(truth.office.loans)} món`);
      await findsOctober(reader);
    });

    test('the officer sees the first step as done: the books show it', async () => {
      const { page } = officer;
      await page.goto('/');
      await settled(page);
      const steps = section(page, 'Các bước đầu tiên');
      const step = steps.getByRole('listitem').filter({ hasText: 'Nhập số liệu tháng 10' });
      expect(await seen(step)).toContain('Xong');
    });

    test('the chair opens one page and knows the month', async () => {
      const { page } = chair;
      await page.goto('/');
      await settled(page);
      expect(await title(page)).toBe('Xã Bình Ngọc, tháng 10/2026');
      expect(await seen(page.getByRole('banner'))).toContain('so với 30/09/2026');
      const ours = sumsOf(truth, BINH_NGOC);
      expect(await figure(page, 'Tổng dư nợ')).toContain(written(ours.outstanding / THOUSAND_MILLION, 3));
      expect(await figure(page, 'Tổng dư nợ')).toContain(`${written(ours.loans)} món`);
      expect(await figure(page, 'Hộ còn dư nợ')).toContain(written(ours.customers));
      expect(await figure(page, 'Hộ còn dư nợ')).toContain(`${ours.groups} tổ`);
      expect(await figure(page, 'Nợ quá hạn')).toContain(written(ours.overdue / MILLION, 1));
      expect(await figure(page, 'Nợ khoanh')).toContain(written(ours.frozen / MILLION, 1));
      expect(await onPaper(page)).toContain('31/10/2026, so với 30/09/2026');
      await findsRoomForWords(page);
    });

    test('a number opens its list, and an entry says why it is there', async () => {
      const { page } = chair;
      await figureBox(page, 'Nợ quá hạn').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Nợ quá hạn', level: 1 }).waitFor();
      await settled(page);
      const text = await seen(page.getByRole('main'));
      const contracts = [...new Set(text.match(/\b\d{16}\b/g))];
      expect(truth.lists.overdue).toEqual(expect.arrayContaining(contracts));
      expect(text).toContain(`${contracts.length} món của`);
      expect(text).toContain(`${written(sumsOf(truth, BINH_NGOC).overdue)} đ`);
      expect(await onPaper(page)).toContain('số liệu ngày 31/10/2026');
      await page
        .getByRole('button', { name: /^Vì sao / })
        .first()
        .click();
      const why = page.getByRole('dialog', { name: 'Vì sao có tên ở đây' });
      await why.getByText(/Quy tắc PF/).waitFor();
      expect(await seen(why)).toContain('Dư nợ quá hạn lớn hơn 0 ở ngày 31/10/2026.');
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'hidden' });
    });

    test('the household behind it, on the screen and on paper', async () => {
      const { page } = chair;
      const first = page.getByRole('main').getByRole('row').nth(1);
      const contract = /\d{16}/.exec(await seen(first))?.[0] ?? 'no contract';
      const link = first.getByRole('link').first();
      const name = await seen(link);
      await link.click();
      await page.getByRole('heading', { name: new RegExp(`^${name}`), level: 1 }).waitFor();
      await settled(page);
      expect(await seen(page.getByRole('main'))).toContain(`Khế ước ${contract}`);
      await page.evaluate('window.print = () => { window.wasPrinted = true }');
      await page.getByRole('button', { name: 'In A4' }).click();
      await expect.poll(() => page.evaluate('window.wasPrinted')).toBe(true);
      const paper = await onPaper(page);
      expect(paper).toContain(name);
      expect(paper).toContain('số liệu ngày 31/10/2026');
      expect(paper).toContain('DỮ LIỆU MẪU');
    });

    test('the chair finds the household again from anywhere, by keyboard alone', async () => {
      const { page } = chair;
      const file = page.url();
      const name = (await title(page)).split('\n')[0] ?? '';
      await page.goto('/lich');
      await settled(page);
      await findsByName(page, name);
      await page.getByRole('heading', { name: new RegExp(`^${name}`), level: 1 }).waitFor();
      expect(new URL(page.url()).pathname.split('/')[2]).toBe(new URL(file).pathname.split('/')[2]);
    });

    test('the officer takes the month back, and the chair sees September again', async () => {
      await officer.page.getByRole('link', { name: 'Nhập số liệu', exact: true }).click();
      await takesOctoberBack(officer.page, truth.office.loans);
      await chair.page.goto('/');
      await settled(chair.page);
      expect(await title(chair.page)).toBe('Xã Bình Ngọc, tháng 09/2026');
    });
  });
}

function sumsOf(truth: OctoberTruth, commune: string): OctoberTruth['office'] {
  const sums = truth.commune[commune];
  if (sums === undefined) throw new Error(`the truth knows no commune ${commune}`);
  return sums;
}

function title(page: Page): Promise<string> {
  return seen(page.getByRole('heading', { level: 1 }));
}

function section(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

function commitButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Ghi [\d.]+ món vào sổ$/ });
}

/** One of the large figures with its change and detail. */
function figureBox(page: Page, name: string): Locator {
  return page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
}

function figure(page: Page, name: string): Promise<string> {
  return seen(figureBox(page, name));
}

/** A code without a name stands in words beside the villages, and they find room on a phone too. */
async function findsRoomForWords(page: Page): Promise<void> {
  expect(await figure(page, 'Hộ còn dư nợ')).toContain('mã thôn chưa có tên');
  expect(await wrongInAnyLook(page)).toEqual([]);
}

/** The text of the page as it is printed: without navigation, bar and buttons. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  try {
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('banner').count()).toBe(0);
    return await seen(page.locator('body'));
  } finally {
    await page.emulateMedia({ media: 'screen' });
  }
}

/** Types a name into the search, and opens the first that is found. */
async function findsByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  // What was found for the first letters stands there until the answer to the last of them.
  await page.getByRole('option').first().getByText(name).waitFor();
  await settled(page);
  await page.keyboard.press('Enter');
}

/** Adds a file that is cut off: it blocks the batch until it is taken out again. */
async function takesOutABadFile(page: Page): Promise<void> {
  const name = 'bi-cut.xlsx';
  const [whole = ''] = readdirSync(OCTOBER_FILES);
  const buffer = readFileSync(join(OCTOBER_FILES, whole)).subarray(0, 900);
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer }]);
  await page.getByText('Chưa ghi được, còn một lỗi chặn:').waitFor();
  await settled(page);
  expect(await commitButton(page).isDisabled()).toBe(true);
  expect(await wrongInAnyLook(page)).toEqual([]);
  await page.getByRole('button', { name: `Bỏ tệp này: ${name}` }).click();
  await page.getByText('Không có lỗi chặn.').waitFor();
  await settled(page);
  expect(await section(page, 'Tệp').getByText(name).count()).toBe(0);
}

/** Opens every cell of head office, narrows them to those that differ, and goes back. */
async function seesEveryCell(page: Page, different: number): Promise<void> {
  await page.getByRole('link', { name: /^Xem cả \d+ ô$/ }).click();
  await page.getByRole('heading', { name: 'Số của Hội sở' }).waitFor();
  await page.getByRole('combobox', { name: 'Ô nào' }).selectOption('chenh');
  const cells = page.getByRole('grid', { name: /từng ô/ }).locator('tbody tr');
  await expect.poll(() => cells.count()).toBe(different);
  await page.getByRole('combobox', { name: 'Ô nào' }).selectOption('');
  await expect.poll(() => cells.count()).toBeGreaterThan(different);
  expect(await wrongInAnyLook(page)).toEqual([]);
  await page.getByRole('link', { name: /^Nhập số liệu 31/ }).click();
  await page.getByText('Không có lỗi chặn.').waitFor();
  await settled(page);
}

/** Takes the month back after reading what that withdraws and what stands then. */
async function takesOctoberBack(page: Page, loans: number): Promise<void> {
  await page.getByRole('button', { name: 'Hoàn tác lần ghi 31/10/2026' }).click();
  const asked = page.getByRole('dialog', { name: 'Hoàn tác số liệu ngày 31/10/2026' });
  await asked.getByText('mới nhất là số liệu ngày 30/09/2026').waitFor();
  expect(await wrongInAnyLook(page)).toEqual([]);
  await asked.getByRole('button', { name: `Rút ${written(loans)} món khỏi sổ` }).click();
  await page.getByText('Đã hoàn tác lần ghi 1.').waitFor();
}

/** Somebody who has the month open before the next is published. */
async function readsSeptember(place: { readonly browser: Browser; readonly address: string }): Promise<Page> {
  const { page } = await signIn(place.browser, place.address, 'chutich');
  await page.goto('/xa/540101');
  await page.getByRole('heading', { name: /tháng 09\/2026/ }).waitFor();
  return page;
}

/** They look at it again, which was behind other pages for a minute. */
async function findsOctober(page: Page): Promise<void> {
  await page.clock.setFixedTime(Date.now() + 60_000);
  await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  await page.getByRole('heading', { name: /tháng 10\/2026/ }).waitFor();
  await page.context().close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../scripts/demo/ready-month.ts';
import { answer, answerOnPhone, judge, openReport } from './answers.ts';
import { anyDay } from './any-day.ts';
import { open, type Person, seen, settled, signIn } from './browser.ts';
import { freshDemo } from './fresh-demo.ts';
import { importFiles, measureByOverdue, moveDemoTo, part, typeConclusion } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';
import { OCTOBER_FILES } from './truth.ts';

/** What the briefing of 23/11 concludes: whose it is, as a few letters of it, and how it ends. */
const CONCLUSIONS = [
  { text: 'Kiểm tra 06/TD các món giải ngân tháng 10', owner: 'phu nu', due: '27/11/2026' },
  { text: 'Nộp danh sách hộ vay vắng nhà', owner: 'ngoc lang', due: '28/11/2026' },
  { text: 'Xác minh nơi ở hộ vừa đổi số', owner: 'cong an', due: '30/11/2026' },
  { text: 'Gửi danh sách lãi tồn cho các tổ', owner: 'vo thanh ha', due: '30/11/2026' },
  { text: 'Mời hộ quá hạn làm việc', owner: 'le minh toan', due: '01/12/2026' },
  { text: 'Họp các tổ có lãi tồn tăng', owner: 'ho van nong', due: '29/11/2026' },
] as const;
const [CHECKS, MIGRANTS, ADDRESS, LISTS, SUMMONS, UNANSWERED] = CONCLUSIONS.map(({ text }) => text) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const ORDER = 'Thu hồi từng phần nợ quá hạn';

const BRIEFINGS = '/giao-ban?xa=540101';

const place = freshDemo();
// A fresh demo is long in the making, so these share it with the two months, which begin where it stood.
anyDay(place);

/**
 * The chain that the product is for, told over two months from a fresh demo: figures, briefing, conclusions, tasks, evidence,
 * next briefing. Its days lie in the way of the month-end and the walk over all pages, so it has a product of its own.
 */
describe('two months', () => {
  let officer: Person;
  let chair: Person;

  beforeAll(async () => {
    officer = await signIn(place().browser, place().address, 'canbo');
    chair = await signIn(place().browser, place().address, 'chutich');
  });

  test('the officer imports October, goes from the calendar to the briefing of it, prepares it and prints the invitations', async () => {
    const { page } = officer;
    await importFiles(page, OCTOBER_FILES);
    await moveDemoTo(place, '13/11/2026');
    await open(page, '/lich?xa=540101');
    const session = page.getByRole('listitem').filter({ hasText: '23/11/2026' });
    await session.getByRole('link', { name: 'Giao ban', exact: true }).click();
    await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
    await page.waitForURL(/\/giao-ban\/540101\//);
    await part(page, 'Kết luận 23/10')
      .getByText(/^xong \d\/\d$/)
      .waitFor();
    await part(page, 'Điểm cần nêu').getByRole('listitem').first().waitFor();
    expect(await seen(page.getByRole('main'))).toContain('31/10/2026');
    await page.getByRole('link', { name: 'Giấy mời', exact: true }).click();
    await page.evaluate('window.print = () => { window.wasPrinted = true }');
    await page.getByRole('button', { name: /^In giấy mời/ }).click();
    await page.getByRole('button', { name: /^Ghi đã giao: Lê Minh Toàn/ }).waitFor();
    await expect.poll(() => page.evaluate('window.wasPrinted')).toBe(true);
  });

  test('in the meeting the chair finds the number of a household that nobody could reach', async () => {
    await moveDemoTo(place, '23/11/2026');
    const { page } = officer;
    await open(page, '/danh-sach/due_at_coming_sessions?xa=540101&tu=2026-11-23&den=2026-11-23');
    await page.locator('main a[href^="/ho/540101/"]').first().click();
    await page.waitForURL(/\/ho\/540101\//);
    await settled(page);
    const household = page.url();
    await page.getByRole('button', { name: 'Nêu khó khăn' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Tổ trưởng không gặp được hộ, món vay đến hạn hôm nay');
    await dialog.getByRole('button', { name: 'Nêu khó khăn' }).click();
    await page.getByText('Đã nêu khó khăn').waitFor();

    await open(page, BRIEFINGS);
    await page.getByRole('link', { name: /23\/11\/2026/ }).click();
    await page.getByRole('button', { name: 'Bắt đầu giao ban' }).click();
    await page.getByText('Đang họp').waitFor();
    await open(chair.page, new URL(page.url()).pathname);
    const raised = part(chair.page, 'Khó khăn nêu ra')
      .getByRole('listitem')
      .filter({ hasText: 'không gặp được hộ' });
    await raised.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await raised
      .getByRole('textbox', { name: 'Trả lời' })
      .fill('Đã có số của con trai, hộ lên trong sáng nay');
    await raised.getByLabel('Số liên lạc tìm được').selectOption({ label: 'Ghi số mới tìm được' });
    await raised.getByRole('textbox', { name: 'Số điện thoại' }).fill('0912 345 678');
    await raised.getByLabel('Ai nghe máy').selectOption({ label: 'Con' });
    await raised.getByRole('textbox', { name: 'Ai cho biết số này' }).fill('Trưởng thôn (mẫu)');
    expect(await wrongInAnyLook(chair.page)).toEqual([]);
    await raised.getByRole('button', { name: 'Ghi câu trả lời' }).click();
    await part(page, 'Khó khăn nêu ra')
      .getByText(/hộ lên trong sáng nay, \d\d:\d\d/)
      .waitFor();
    await open(chair.page, new URL(household).pathname);
    const contacts = chair.page
      .getByRole('region', { name: /^Liên lạc của/ })
      .filter({ hasText: '0912 345 678' });
    await contacts
      .getByText('Con. Số do người ghi. Giao ban 23/11/2026, Trưởng thôn (mẫu) cho biết.')
      .waitFor();
  });

  test('six conclusions by keyboard; closed, the minutes have their number and their paper', async () => {
    const { page } = officer;
    for (const conclusion of CONCLUSIONS) {
      await typeConclusion(page, conclusion);
      const line = part(page, 'Kết luận').getByRole('listitem').filter({ hasText: conclusion.text });
      await line.getByText('(mẫu)').waitFor();
    }
    await measureByOverdue(page, SUMMONS);
    await page.getByRole('button', { name: 'Kết thúc giao ban' }).click();
    await page.getByRole('button', { name: 'Kết thúc và lấy số biên bản' }).click();
    await page.getByText('Đã kết thúc, biên bản 11/2026').waitFor();
    const written = page.waitForEvent('download');
    await part(page, 'Văn bản')
      .getByRole('link', { name: /^Biên bản.*, tải PDF/ })
      .click();
    expect((await written).suggestedFilename()).toMatch(/\.pdf$/);
    expect(await beginningsOfPapers(page)).toEqual({
      ...{ 'invitation pdf list': '%PDF', 'invitation docx list': 'PK' },
      ...{ 'invitation pdf each': '%PDF', 'invitation docx each': 'PK' },
      ...{ 'minutes pdf list': '%PDF', 'minutes docx list': 'PK' },
      ...{ 'conclusions pdf list': '%PDF', 'conclusions docx list': 'PK' },
      ...{ 'assignment pdf list': '%PDF', 'assignment docx list': 'PK' },
      ...{ 'results pdf list': '%PDF', 'results docx list': 'PK' },
    });
    expect(await wrongInAnyLook(page)).toEqual([]);
  });

  test('the chair orders something over the overdue loans, to be measured by the figures of the next month', async () => {
    const { page } = chair;
    await open(page, '/viec');
    await page.getByRole('button', { name: 'Ra chỉ đạo' }).click();
    const form = part(page, 'Ra chỉ đạo');
    await form.getByLabel('Việc phải làm').fill(ORDER);
    await form.getByLabel('Giao cho').selectOption('loans');
    await form.getByLabel('Danh sách món vay').selectOption('overdue');
    await form.getByLabel('Đo kết quả bằng số liệu tháng sau').selectOption('overdue');
    await form.getByLabel('Hạn', { exact: true }).fill('20/12/2026');
    await form.getByText(/Sẽ giao \d+ việc/).waitFor();
    // Pressed twice in a hurry it is given, and told, once.
    await form.getByRole('button', { name: 'Giao việc' }).dblclick();
    await page.getByText(/Đã giao \d+ việc, hạn 20\/12\/2026/).waitFor();
  });

  test('association, village and police answer on a phone with a photo', async () => {
    await moveDemoTo(place, '27/11/2026');
    await answerOnPhone(place(), { login: 'phunu', task: CHECKS, text: 'Đã kiểm tra đủ, phiếu đã nộp' });
    await answerOnPhone(place(), { login: 'truongthon', task: MIGRANTS, text: 'Đã lập danh sách' });
    await answerOnPhone(place(), { login: 'congan', task: ADDRESS, text: 'Hộ vẫn ở địa phương' });
    await answer(officer.page, { task: LISTS, text: 'Đã gửi cho mười tổ' });
    await answer(chair.page, { task: SUMMONS, text: 'Hộ đã ký cam kết' });
  });

  test('four are accepted, one is returned, one is never answered', async () => {
    for (const task of [CHECKS, ADDRESS, SUMMONS]) await judge(officer.page, task);
    await judge(chair.page, LISTS);
    await openReport(officer.page, MIGRANTS);
    await officer.page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await officer.page.getByLabel('Lý do trả lại').fill('Danh sách chưa có người giữ liên lạc');
    await officer.page.getByRole('button', { name: 'Trả lại việc' }).click();
    await part(officer.page, 'Diễn biến').getByText('chưa có người giữ liên lạc').waitFor();
  });

  test('November comes; its briefing opens with 4 of 6 done, the late ones named, its figures beside them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'giaoban-november-'));
    try {
      generate(folder, ['2026-11-30']);
      await moveDemoTo(place, '03/12/2026');
      await importFiles(officer.page, folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await moveDemoTo(place, '13/12/2026');
    const { page } = officer;
    await open(page, BRIEFINGS);
    await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
    await page.waitForURL(/\/giao-ban\/540101\//);
    const before = part(page, 'Kết luận 23/11');
    await before.getByText('xong 4/6').waitFor();
    const lines = await before.getByRole('list').first().getByRole('listitem').allInnerTexts();
    expect(lines).toHaveLength(CONCLUSIONS.length);
    expect(lines.slice(0, 2).join()).toContain(UNANSWERED);
    expect(lines.slice(0, 2).join()).toContain(MIGRANTS);
    for (const line of lines.slice(0, 2)) expect(line).toMatch(/trễ \d+ ngày/i);
    const measured = lines.find((line) => line.includes(SUMMONS));
    expect(measured).toMatch(/Số liệu 30\/11\/2026: \d+\/\d+ món giảm nợ quá hạn/);
    await before.getByText(/^Còn \d+ việc của các kỳ trước/).waitFor();
    await part(page, 'Điểm cần nêu').getByRole('listitem').first().waitFor();
    expect(await seen(page.getByRole('main'))).toContain('30/11/2026');
    expect(await wrongInAnyLook(page)).toEqual([]);
    await open(chair.page, '/viec?loc=tat-ca&cua=groupLeader:0026002');
    const ordered = chair.page.getByRole('listitem').filter({ hasText: ORDER }).first();
    await ordered.getByText(/^Số liệu 30\/11\/2026: /).waitFor();
    expect(officer.takeComplaints()).toEqual([]);
    expect(chair.takeComplaints()).toEqual([]);
  });
});

/** Every file that part “Văn bản” offers, by kind, format and form: with which letters it begins. */
async function beginningsOfPapers(page: Page): Promise<Readonly<Record<string, string>>> {
  const links = await part(page, 'Văn bản').getByRole('link').all();
  const beginnings: Record<string, string> = {};
  for (const link of links) {
    const address = new URL((await link.getAttribute('href')) ?? '', page.url());
    const answer = await page.request.get(address.href);
    const text = (await answer.body()).subarray(0, 4).toString('latin1');
    const [kind, format] = address.pathname.split('/').slice(-2);
    beginnings[`${kind} ${format} ${address.searchParams.get('form')}`] =
      answer.status() === 200 ? text.replace(/^PK.*/su, 'PK') : `${answer.status()}`;
  }
  return beginnings;
}

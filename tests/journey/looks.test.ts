import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { cutOnPaper, redrawn, wrongInAnyLook } from './looks.ts';

/** That the looks find what is wrong, wherever among much that is alike it stands: a look that sees nothing passes everything. */
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
});

afterAll(() => browser?.close());

const ROWS = 60;

/** A page with a list, right but for what is added to it. */
function listWith({ style = '', row = '', after = '' }: { style?: string; row?: string; after?: string }) {
  const rows = Array.from({ length: ROWS }, (_, n) =>
    n === 37 && row ? row : `<li>Hộ vay thứ ${n + 1}</li>`,
  );
  return page.setContent(`<!doctype html><html lang="vi"><head><title>Danh sách</title><style>
    :root { background: #fff; color: #222 }
    @media (prefers-color-scheme: dark) { :root { background: #111; color: #eee } }
    ${style}</style></head>
    <body><main><h1>Danh sách</h1><ul>${rows.join('')}</ul>${after}</main></body></html>`);
}

describe('the looks', () => {
  test('a list that is right passes in all of them', async () => {
    await listWith({});
    expect(await wrongInAnyLook(page)).toEqual([]);
  });

  test.each([
    ['a pale word in one row', { row: '<li><span style="color: #ddd">Hộ quá hạn</span></li>' }],
    ['a row on a background of its own', { row: '<li style="background: #333">Hộ quá hạn</li>' }],
    ['a stripe', { style: 'li:nth-child(38) { background: #444 }' }],
    ['letters that shine through', { row: '<li style="opacity: .3">Hộ quá hạn</li>' }],
  ])('%s among sixty is found in the light', async (_, wrong) => {
    await listWith(wrong);
    const found = await wrongInAnyLook(page);
    expect(found).toContainEqual(expect.stringMatching(/^desk, light: color-contrast: .*/));
    expect(found).toContainEqual(expect.stringMatching(/^phone, light: color-contrast: .*/));
  });

  test('what is pale only in the dark, or only on a phone, is found there alone', async () => {
    await listWith({
      style: '@media (prefers-color-scheme: dark) { li:nth-child(20) { color: #333 } }',
    });
    expect((await wrongInAnyLook(page)).map((text) => text.split(':', 2).join(':'))).toEqual([
      'phone, dark: color-contrast',
      'desk, dark: color-contrast',
    ]);
    await listWith({
      style: '@media (max-width: 500px) and (prefers-color-scheme: light) { li:last-child { color: #ccc } }',
    });
    expect((await wrongInAnyLook(page)).map((text) => text.split(':', 2).join(':'))).toEqual([
      'phone, light: color-contrast',
    ]);
  });

  test('one fault in the mark-up of sixty rows, and scrolling sideways, are found', async () => {
    await listWith({
      row: '<li><button type="button"></button></li>',
      after: '<p style="width: 600px">Rộng hơn điện thoại</p>',
    });
    expect((await wrongInAnyLook(page)).map((text) => text.split(':', 2).join(':'))).toEqual([
      'phone, light: scrolls sideways by 218 px',
      'phone, light: button-name',
      'phone, dark: scrolls sideways by 218 px',
      'desk, light: button-name',
    ]);
  });

  test('a figure whose last line runs into the next one is found', async () => {
    const strip = `<dl class="figs" style="display: flex"><div style="width: 200px"><dt>Hộ còn dư nợ</dt>
      <dd style="white-space: nowrap">10 tổ, 3 thôn</dd></div><div><dt>Nợ quá hạn</dt><dd>2 món</dd></div></dl>`;
    await listWith({ after: strip });
    expect(await wrongInAnyLook(page)).toEqual([]);
    await listWith({
      after: strip.replace('3 thôn', '3 thôn, 1 mã thôn chưa có tên trong sổ địa bàn'),
    });
    const found = (await wrongInAnyLook(page)).map((text) =>
      text
        .replace(/\d+ px/, 'n px')
        .split(':', 2)
        .join(':'),
    );
    expect(found).toContain('desk, light: runs n px out of its room');
    expect(found).toContain('phone, light: runs n px out of its room');
  });

  test('words that only a screen reader says run over nothing', async () => {
    const hidden =
      'position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap';
    const cell = `<span aria-hidden="true">–</span><span class="sr" style="${hidden}">không có số liệu</span>`;
    await listWith({
      after: `<dl class="figs"><div style="width: 40px"><dt>Nợ</dt><dd style="margin: 0">${cell}</dd></div></dl>`,
    });
    expect(await wrongInAnyLook(page)).toEqual([]);
  });

  test('a page that draws no frame is named, and holds up nothing', async () => {
    await listWith({});
    await redrawn(page);
    // The browser's own question stands before the page, as when somebody leaves what is not sent.
    const asked = page.waitForEvent('dialog');
    await page.evaluate(`void setTimeout(() => alert('Rời trang này?'))`);
    const question = await asked;
    await expect(redrawn(page, 200)).rejects.toThrow('no frame was drawn within 200 ms: about:blank');
    await question.accept();
    await redrawn(page);
  });

  test('on paper a table wider than the sheet is found, and a cell in which a sentence is read word by word', async () => {
    const table = (style: string) =>
      `<table><tbody><tr><td style="${style}">Mức vay đến 100 triệu đồng một lao động, bảo đảm từ 100 triệu</td></tr></tbody></table>`;
    await listWith({ after: table('width: 300px') });
    expect(await cutOnPaper(page)).toEqual([]);
    await listWith({ after: table('min-width: 800px') });
    expect(await cutOnPaper(page)).toEqual([expect.stringContaining('a table of 8')]);
    await listWith({ after: table('max-width: 30px') });
    expect(await cutOnPaper(page)).toEqual([expect.stringContaining('too narrow for its text: Mức vay')]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { Known } from './known.ts';
import { wrongInAnyLook } from './looks.ts';

/** That a page which is met second is asked about all in which it differs from the first, and about nothing else. */
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
});

afterAll(() => browser?.close());

const ROWS = ['Hộ Y Bhăm', 'Hộ Y Thu', 'Hộ Ama Kông'];

/** A page with a heading, a list in which every row has a button, and a section that a heading names. */
function pageOf({ rows = ROWS.map(rowOf), after = '', title = 'Danh sách' } = {}): Promise<void> {
  return page.setContent(`<!doctype html><html lang="vi"><head><title>${title}</title><style>
    :root { background: #fff; color: #222 }
    @media (prefers-color-scheme: dark) { :root { background: #111; color: #eee } button { color: #eee; background: #111 } }
    </style></head><body><main><h1>${title}</h1><ul>${rows.join('')}</ul>
    <section aria-labelledby="notes"><h2 id="notes">Ghi chú</h2><p>Không có.</p></section>${after}</main></body></html>`);
}

function rowOf(name: string): string {
  return `<li><h2>${name}</h2><button type="button" aria-label="Mở ${name}">Mở</button></li>`;
}

/** Which rules are broken on the page that stands there, in the light on the desk. */
async function brokenRules(known: Known): Promise<readonly string[]> {
  const found = (await wrongInAnyLook(page, known)).filter((text) => text.startsWith('desk, light'));
  return found.map((text) => text.split(':')[1]?.trim() ?? '');
}

describe('a page that is met second', () => {
  test('with other words and more rows is asked nothing', async () => {
    const known = new Set<string>();
    await pageOf();
    expect(await wrongInAnyLook(page, known)).toEqual([]);
    const first = [...known];
    await page.goto('about:blank');
    await pageOf({ title: 'Danh sách khác', rows: [...ROWS, 'Hộ Nguyễn Văn A'].map(rowOf) });
    expect(await wrongInAnyLook(page, known)).toEqual([]);
    expect(await page.evaluate('typeof axe')).toBe('undefined');
    expect([...known]).toEqual(first);
  });

  test('is asked nothing where one page has its main part, and another what is around it', async () => {
    const known: Known = new Set();
    const menu = '</main><nav aria-label="Chính">Trang đầu</nav>';
    const field = '<label for="name">Tên</label><input id="name">';
    for (const after of [menu, field, `${field}${menu}`]) {
      await page.goto('about:blank');
      await pageOf({ after });
      expect(await wrongInAnyLook(page, known)).toEqual([]);
    }
    expect(await page.evaluate('typeof axe')).toBe('undefined');
  });

  test('with headings around its main part that do not go on from those inside is found out', async () => {
    const known: Known = new Set();
    const beside = '</main><aside aria-label="Bên"><h4>Chi tiết</h4></aside>';
    for (const after of ['', `<h3>Tháng này</h3>${beside}`]) {
      await pageOf({ after });
      expect(await brokenRules(known)).toEqual([]);
    }
    await pageOf({ after: beside });
    expect(await brokenRules(known)).toContain('heading-order');
  });

  test('is asked again where the first changed while it was asked', async () => {
    const known = new Set<string>();
    await pageOf({ after: '<p id="last">Một</p>' });
    await page.evaluate(`new MutationObserver(() => document.body.append(document.createElement('b'), 'Hai'))
      .observe(document.getElementById('last'), { attributes: true })`);
    await wrongInAnyLook(page, known);
    expect([...known]).toEqual([]);
  });

  test.each<[string, string, Parameters<typeof pageOf>[0]]>([
    ['a button without a name', 'button-name', { after: '<button type="button"></button>' }],
    ['a row of it', 'button-name', { rows: [...ROWS.map(rowOf), '<li><button></button></li>'] }],
    ['a heading that skips a level', 'heading-order', { after: '<h4>Chi tiết</h4>' }],
    ['a field without a label', 'label', { after: '<input type="text">' }],
    ['a label that leads elsewhere', 'label', { after: '<label for="other">Tên</label><input id="one">' }],
    ['a part that cannot be', 'aria-allowed-attr', { after: '<p role="list" aria-checked="true">Một</p>' }],
    [
      'a state that there is not',
      'aria-valid-attr-value',
      { after: '<button aria-expanded="so">Mở</button>' },
    ],
    ['a second main part', 'landmark-no-duplicate-main', { after: '</main><main><p>Hai</p>' }],
    [
      'a name that two parts have',
      'landmark-unique',
      { after: '<nav aria-label="Trang">1</nav><nav aria-label="Trang">2</nav>' },
    ],
    ['no title', 'document-title', { title: '' }],
    ['pale letters', 'color-contrast', { after: '<p style="color: #ddd">Không đọc được</p>' }],
  ])('with %s is found out', async (_, rule, changed) => {
    const known: Known = new Set();
    await pageOf();
    expect(await brokenRules(known)).toEqual([]);
    await pageOf(changed);
    expect(await brokenRules(known)).toContain(rule);
    // What is wrong is never known.
    expect(await brokenRules(known)).toContain(rule);
  });

  test.each([
    [
      'a field and its label',
      '<label for="a">Tên</label><input id="a">',
      '<label for="b">Tên</label><input id="a">',
    ],
    [
      'two parts',
      '<nav aria-label="A">1</nav><nav aria-label="B">2</nav>',
      '<nav aria-label="A">1</nav><nav aria-label="A">2</nav>',
    ],
    [
      'two parts named by their headings',
      '<section aria-labelledby="a"><h2 id="a">A</h2></section><section aria-labelledby="b"><h2 id="b">B</h2></section>',
      '<section aria-labelledby="a"><h2 id="a">A</h2></section><section aria-labelledby="b"><h2 id="b">A</h2></section>',
    ],
    ['headings', '<h2>A</h2><h3>B</h3><h4>C</h4>', '<h2>A</h2><h3>B</h3><h2>C</h2><h4>D</h4>'],
    [
      'cells',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '<table><tr><th>A</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
  ])('with %s that are wrong only by what is beside them is found out', async (_, right, wrong) => {
    const known: Known = new Set();
    await pageOf({ after: right });
    expect(await brokenRules(known)).toEqual([]);
    await pageOf({ after: wrong });
    expect(await brokenRules(known)).not.toEqual([]);
  });
});

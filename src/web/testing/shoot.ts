import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startPreview } from './preview.ts';

/** One screen to look at: a name for its pictures, who looks, and where. */
type Shot = { readonly name: string; readonly login: string | null; readonly path: string };

const SHOTS: readonly Shot[] = [
  { name: 'sign-in', login: null, path: '/' },
  { name: 'month', login: 'chutich', path: '/xa/540101' },
  { name: 'office', login: 'cbtd', path: '/pgd' },
  { name: 'lists', login: 'cbtd', path: '/danh-sach?xa=540101' },
  { name: 'list', login: 'chutich', path: '/danh-sach/inactive_3_months?xa=540101&vi=6600000700000122' },
  { name: 'list-plain', login: 'cbtd', path: '/danh-sach/overdue?xa=540101' },
  { name: 'household', login: 'cbtd', path: '/ho/540101/01928000-0000-7000-8000-000000005000' },
  {
    name: 'household-figure',
    login: 'cbtd',
    path: '/ho/540101/01928000-0000-7000-8000-000000005000?so=du-no',
  },
  { name: 'loan', login: 'cbtd', path: '/mon/540101/6600000700000122' },
  { name: 'interest', login: 'cbtd', path: '/kiem-tra-lai' },
  { name: 'interest-loan', login: 'cbtd', path: '/kiem-tra-lai?vi=6600000700000122&tai=540101' },
  { name: 'people', login: 'cbtd', path: '/ho?tim=H%E1%BB%93' },
  { name: 'groups', login: 'cbtd', path: '/to?xa=540101' },
  { name: 'group', login: 'cbtd', path: '/to/540101/0026000' },
  { name: 'calendar', login: 'cbtd', path: '/lich?xa=540101' },
  { name: 'areas', login: 'quantri', path: '/dia-ban?xa=01928000-0000-7000-8000-000000000101' },
  {
    name: 'area',
    login: 'quantri',
    path: '/dia-ban?mo=01928000-0000-7000-8000-000000000201',
  },
  { name: 'programmes', login: 'quantri', path: '/chuong-trinh' },
  { name: 'rules', login: 'quantri', path: '/quy-tac' },
  { name: 'users', login: 'quantri', path: '/nguoi-dung' },
  { name: 'user', login: 'quantri', path: '/nguoi-dung?mo=01928000-0000-7000-8000-000000000800' },
  { name: 'account', login: 'cbtd', path: '/tai-khoan' },
  { name: 'imports', login: 'cbtd', path: '/nhap' },
  { name: 'import-reading', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009000' },
  { name: 'import-refused', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009002' },
  { name: 'import-question', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009003' },
  { name: 'import-published', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009004' },
  { name: 'import-fault', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009001?loi=D1' },
  { name: 'task', login: 'cbtd', path: '/viec/540101/01928000-0000-7000-8000-000000009101' },
  { name: 'import-preview', login: 'cbtd', path: '/nhap/01928000-0000-7000-8000-000000009001' },
];

const SIZES = { 1440: 900, 390: 844 } as const;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Takes a picture of a screen and says what is wrong with it: axe's violations, sideways scrolling, errors. */
async function shoot(browser: Browser, address: string, shot: Shot, look: Look): Promise<readonly string[]> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: SIZES[look.width] },
    colorScheme: look.theme,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) =>
    message.type() === 'error' ? faults.push(`console: ${message.text()}`) : undefined,
  );
  await sign(page, address, shot.login);
  await page.goto(`${address}${shot.path}`, { waitUntil: 'load' });
  await page.waitForSelector('main h1, .gate h1', { timeout: 15_000 });
  await page.waitForTimeout(600);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
  await page.screenshot({
    path: join(look.folder, `${shot.name}-${look.width}-${look.theme}.png`),
    fullPage: true,
  });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) faults.push(`scrolls sideways by ${wide}px`);
  faults.push(...(await axeFaults(page)));
  await context.close();
  return faults.map((fault) => `${shot.name} ${look.width} ${look.theme}: ${fault}`);
}

type Look = { readonly width: keyof typeof SIZES; readonly theme: 'light' | 'dark'; readonly folder: string };

async function sign(page: Page, address: string, login: string | null): Promise<void> {
  const path = login === null ? 'sign-out' : 'sign-in';
  await page.request.post(`${address}/api/${path}`, {
    data: login === null ? {} : { login, password: 'mat khau mau' },
  });
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run = (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await run.run();
    return violations.map(
      (violation) =>
        `axe ${violation.id}: ${violation.nodes
          .map((node) => node.html.slice(0, 140))
          .slice(0, 3)
          .join(' | ')}`,
    );
  });
}

/** Takes every picture whose name begins with one of `wanted` (all when empty) and returns what is wrong. */
export async function shootAll(wanted: readonly string[], folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const preview = await startPreview(5199);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: FLAGS });
  const faults: string[] = [];
  for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    for (const width of [1440, 390] as const)
      for (const theme of ['light', 'dark'] as const)
        faults.push(...(await shoot(browser, preview.address, shot, { width, theme, folder })));
  await browser.close();
  await preview.stop();
  return faults;
}

const faults = await shootAll(process.argv.slice(2), process.env.SHOTS ?? '/tmp/shots');
process.stdout.write(`${faults.length === 0 ? 'nothing wrong' : faults.join('\n')}\n`);

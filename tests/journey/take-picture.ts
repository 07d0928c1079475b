import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { launchBrowser, open, SCREENS, signIn } from './browser.ts';
import { importFiles, moveDemoTo, part } from './gestures.ts';
import { type Product, startProduct } from './product.ts';
import { OCTOBER_FILES } from './truth.ts';

/*
 * Takes the README's pictures anew: `npm run build && npx tsx tests/journey/take-picture.ts`. The month of the chair as the
 * demo shows it first, and the chain over two months: what one meeting concludes is what the next one begins with.
 */
const FOLDER = join(PROJECT_ROOT, 'docs/pictures');
const LARGEST_BYTES = 250_000;

async function takeMonth(browser: Browser, { address }: Product): Promise<void> {
  const { page } = await signIn(browser, address, 'chutich');
  await keep('month.png', await page.screenshot());
}

/** As wide as a phone, and so long that its navigation covers no part of a page. */
const LONG_PHONE = { ...SCREENS.phone, height: 3_000 };

/** A piece of the chain, as wide as a phone: a line that says what it is, and what the screen shows of it. */
type Piece = { readonly title: string; readonly shots: readonly Buffer[] };

async function takeChain(browser: Browser, { address }: Product): Promise<void> {
  const place = () => ({ browser, address });
  const { page } = await signIn(browser, address, 'canbo');
  await page.setViewportSize(LONG_PHONE);
  const concluded = await takeConcluded(page);
  const answered = await takeAnswered(browser, address);
  await page.setViewportSize(SCREENS.desk);
  await importFiles(page, OCTOBER_FILES);
  await page.setViewportSize(LONG_PHONE);
  await moveDemoTo(place, '13/11/2026');
  const next = await takeNext(page);
  await keep('chain.png', await compose(browser, [concluded, answered, next]));
}

const BRIEFINGS = '/giao-ban?xa=540101';

async function takeConcluded(page: Page): Promise<Piece> {
  await open(page, BRIEFINGS);
  await page.getByRole('link', { name: /23\/10\/2026/ }).click();
  const conclusions = part(page, 'Kết luận');
  await conclusions.getByRole('listitem').first().waitFor();
  return { title: '23/10: what the briefing concludes becomes tasks', shots: [await shotOf(conclusions)] };
}

/** On a phone, a task that was reported with a photo, as the chair finds it. */
async function takeAnswered(browser: Browser, address: string): Promise<Piece> {
  const { page } = await signIn(browser, address, 'chutich');
  await page.setViewportSize(SCREENS.phone);
  await open(page, '/viec?loc=tat-ca');
  const links = page.locator('main a[href^="/viec/540101/"]');
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  for (const path of new Set(addresses)) {
    await open(page, path);
    const photo = page.getByRole('img', { name: /^Ảnh kèm báo cáo/ }).first();
    if ((await photo.count()) === 0) continue;
    await photo.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    return {
      title: 'Whoever got one answers on a phone, with a photo',
      shots: [await page.screenshot({ animations: 'disabled' })],
    };
  }
  throw new Error('no report has a photo');
}

/** The next briefing, made from the figures that came meanwhile: it opens with what came of the last one. */
async function takeNext(page: Page): Promise<Piece> {
  await open(page, BRIEFINGS);
  await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
  await page.waitForURL(/\/giao-ban\/540101\//);
  const points = part(page, 'Điểm cần nêu');
  await points.getByRole('listitem').first().waitFor();
  return {
    title: '23/11: the next one opens with what came of it and with the new figures',
    shots: [await shotOf(part(page, 'Kết luận 23/10')), await shotOf(points)],
  };
}

async function shotOf(region: Locator): Promise<Buffer> {
  await region.page().mouse.move(0, 0);
  return region.screenshot({ animations: 'disabled' });
}

/** The pieces side by side, left to right as they follow each other. */
async function compose(browser: Browser, pieces: readonly Piece[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1290, height: 900 }, deviceScaleFactor: 1 });
  const image = (bytes: Buffer) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
  const figures = pieces.map(
    ({ title, shots }, i) =>
      `<figure><figcaption>${i + 1}. ${title}</figcaption>${shots.map(image).join('')}</figure>`,
  );
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 24px; background: #eef1f3; font: 600 16px/1.35 sans-serif; color: #1c2b33 }
    main { display: grid; grid-template-columns: repeat(3, 390px); gap: 24px; align-items: start }
    figure { margin: 0 } figcaption { min-height: 2.8em } img { max-width: 100%; display: block; margin-bottom: 14px;
    border: 1px solid #cdd6dc; border-radius: 10px; background: #fff }</style><main>${figures.join('')}</main>`);
  return page.locator('body').screenshot();
}

/** As few colours as the eye needs: a README is read on slow lines too. */
async function keep(name: string, png: Buffer): Promise<void> {
  const path = join(FOLDER, name);
  const bytes = await sharp(png).png({ palette: true, quality: 90, effort: 8 }).toBuffer();
  writeFileSync(path, bytes);
  const { size } = statSync(path);
  process.stdout.write(`${path}: ${size} bytes\n`);
  if (size > LARGEST_BYTES) process.exitCode = 1;
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await takeMonth(browser, product);
  await takeChain(browser, product);
} finally {
  await browser.close();
  await product.stop();
}

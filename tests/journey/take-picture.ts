import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { samplePhoto } from '../../src/server/demo/past/sample-photo.ts';
import { launchBrowser, open, SCREENS, settled, signIn } from './browser.ts';
import { importFiles, moveDemoTo, part } from './gestures.ts';
import { type Product, startProduct } from './product.ts';
import { addMore, WORDS } from './report-gestures.ts';
import { OCTOBER_FILES } from './truth.ts';

/*
 * Takes the README's pictures anew: `npm run build && npx tsx tests/journey/take-picture.ts`. The month of the chair as the
 * demo shows it first, and the chain over two months: what one meeting concludes is what the next one begins with.
 */
const FOLDER = join(PROJECT_ROOT, 'docs/pictures');
const LARGEST_BYTES = 250_000;

async function takeMonth(browser: Browser, { address }: Product): Promise<void> {
  const { page } = await signIn(browser, address, 'chutich');
  await page.getByRole('button', { name: 'Cất đi' }).click();
  await page.getByText('Đã cất các bước đầu tiên').waitFor();
  // Opened anew, the page does not tell of it any more.
  await open(page, '/');
  await page.mouse.move(0, 0);
  await keep('month.png', await page.screenshot({ fullPage: true }));
}

/** As wide as a phone, and so long that its navigation covers no part of a page. */
const LONG_PHONE = { ...SCREENS.phone, height: 4_500 };

/** A piece of the chain, as wide as a phone: a line that says what it is, and what the screen shows of it. */
type Piece = { readonly title: string; readonly shots: readonly Buffer[] };

async function takeChain(browser: Browser, { address }: Product): Promise<void> {
  const place = () => ({ browser, address });
  const { page } = await signIn(browser, address, 'canbo');
  await page.setViewportSize(LONG_PHONE);
  const concluded = await takeConcluded(page);
  const answered = await takeAnswered(browser, { address, conclusions: await tasksOfConclusions(page) });
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

/** The addresses of the tasks that the conclusions on the page have become, in their order. */
async function tasksOfConclusions(page: Page): Promise<readonly string[]> {
  const links = part(page, 'Kết luận').getByRole('link', { name: /^Xem việc/ });
  await links.first().waitFor();
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

type Concluded = { readonly address: string; readonly conclusions: readonly string[] };

/** On her phone the head of an association supplements the report of the first conclusion that is hers with a photo. */
async function takeAnswered(browser: Browser, { address, conclusions }: Concluded): Promise<Piece> {
  const { page } = await signIn(browser, address, 'phunu');
  await page.setViewportSize(LONG_PHONE);
  for (const path of conclusions) {
    await page.goto(path);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    if ((await page.getByRole('button', { name: 'Bổ sung báo cáo' }).count()) === 0) continue;
    await addMore(page);
    await page.getByLabel(WORDS).fill('Gửi thêm ảnh đi kiểm tra tại nhà hộ.');
    const { name, bytes } = await samplePhoto(path);
    await page.getByLabel('Chụp ảnh').setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes });
    await page.getByText('Đã gửi', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Gửi/ }).click();
    await part(page, 'Diễn biến')
      .getByRole('img', { name: /^Ảnh kèm báo cáo/ })
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    return {
      title: 'Whoever got one answers on a phone, with a photo',
      shots: [await shotOf(page.locator('main .head').first()), await shotOf(part(page, 'Diễn biến'))],
    };
  }
  throw new Error('none of these conclusions is hers to report');
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
    shots: [await shotAbove(page, 'Khó khăn đã giao'), await shotOf(points)],
  };
}

/** What came of the conclusions, without the difficulties given that stand below them under their own heading. */
async function shotAbove(page: Page, heading: string): Promise<Buffer> {
  const region = await part(page, 'Kết luận 23/10').boundingBox();
  const below = await page.getByText(heading).first().boundingBox();
  if (region === null || below === null) throw new Error(`no conclusions above ${heading}`);
  return page.screenshot({ animations: 'disabled', clip: { ...region, height: below.y - region.y - 12 } });
}

async function shotOf(region: Locator): Promise<Buffer> {
  await region.page().mouse.move(0, 0);
  return region.screenshot({ animations: 'disabled' });
}

/** How high a piece stands in the picture: what goes on below it fades, as it would below the edge of a screen. */
const PIECE_PX = 1_200;

/** The pieces side by side, left to right as they follow each other, and equally high. */
async function compose(browser: Browser, pieces: readonly Piece[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1290, height: 900 }, deviceScaleFactor: 1 });
  const image = (bytes: Buffer) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
  const figures = pieces.map(
    ({ title, shots }, i) =>
      `<figure><figcaption>${i + 1}. ${title}</figcaption><div>${shots.map(image).join('')}</div></figure>`,
  );
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 24px; background: #eef1f3; font: 600 16px/1.35 sans-serif; color: #1c2b33 }
    main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px }
    figure { margin: 0 } figcaption { min-height: 2.8em; margin-bottom: 8px }
    div { height: ${PIECE_PX}px; overflow: hidden; padding: 20px; box-sizing: border-box; border: 1px solid #cdd6dc;
    border-radius: 10px; background: #fff; position: relative }
    div::after { content: ""; position: absolute; inset: auto 0 0; height: 72px; background: linear-gradient(#fff0, #fff) }
    img { width: 100%; display: block; margin-bottom: 20px }</style><main>${figures.join('')}</main>`);
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

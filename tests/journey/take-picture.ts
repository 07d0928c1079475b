import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { launchBrowser, signIn } from './browser.ts';
import { startProduct } from './product.ts';

/*
 * Takes the README's picture anew: `npm run build && npx tsx tests/journey/take-picture.ts`. The month of the chair as
 * the demo shows it first.
 */
const PICTURE = join(PROJECT_ROOT, 'docs/pictures/month.png');
const LARGEST_BYTES = 250_000;

const product = await startProduct();
const browser = await launchBrowser();
try {
  const { page } = await signIn(browser, product.address, 'chutich');
  mkdirSync(join(PROJECT_ROOT, 'docs/pictures'), { recursive: true });
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  await product.stop();
}
const { size } = statSync(PICTURE);
process.stdout.write(`${PICTURE}: ${size} bytes\n`);
if (size > LARGEST_BYTES) process.exitCode = 1;

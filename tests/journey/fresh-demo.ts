import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { copyOfFilledDemo } from './filled-demo.ts';
import { type Product, startProduct } from './product.ts';

/** Filling the demo, for as long as whoever waits for it waits too, and a start; on a machine that does other things too. */
const MOST_MS = 600_000;

/**
 * The built product with a fresh demo, and a real browser, from before the first test of a file until after its last.
 *
 * @param settings what is set besides, by name, asked for when the product starts
 * @returns where both are, once they are there
 */
export function freshDemo(
  settings: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
): () => { readonly browser: Browser; readonly address: string } {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    const dataDir = await copyOfFilledDemo(inject('demoOfRun'));
    [product, browser] = await Promise.all([
      settings().then((settings) => startProduct(settings, dataDir)),
      launchBrowser(),
    ]);
  }, MOST_MS);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return () => ({ browser, address: product.address });
}

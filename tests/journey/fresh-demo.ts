import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

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
    [product, browser] = await Promise.all([settings().then(startProduct), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return () => ({ browser, address: product.address });
}

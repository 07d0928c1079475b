import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { briefing, briefingClosed } from './briefing.ts';
import { launchBrowser } from './browser.ts';
import { dateSwitch } from './date-switch.ts';
import { everyPage } from './every-page.ts';
import { habits, timePasses } from './habits.ts';
import { interestCheck } from './interest-check.ts';
import { listsToKeep } from './lists.ts';
import { monthEnd } from './month-end.ts';
import { type Product, startProduct } from './product.ts';
import { tasks, tasksLate } from './tasks.ts';

/** The built product in a real browser, from a fresh demo. What is told here is what people see. */
let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const place = () => ({ browser, address: product.address });
habits(place);
dateSwitch(place);
interestCheck(place);
listsToKeep(place);
monthEnd(place);
briefing(place);
tasks(place);
everyPage(place);
briefingClosed(place);
timePasses(place);
tasksLate(place);

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type MailPost, startMailPost } from '../../src/platform/mail/testing/mail-post.ts';
import { addresses } from './addresses.ts';
import { briefing, briefingClosed } from './briefing.ts';
import { launchBrowser } from './browser.ts';
import { comingAndGoing } from './coming-and-going.ts';
import { dateSwitch } from './date-switch.ts';
import { everyPage } from './every-page.ts';
import { habits, timePasses } from './habits.ts';
import { interestCheck } from './interest-check.ts';
import { keysOfAList } from './keys.ts';
import { listsToKeep } from './lists.ts';
import { monthEnd } from './month-end.ts';
import { briefingNotHeld } from './not-held.ts';
import { type Product, startProduct } from './product.ts';
import { tasks, tasksLate } from './tasks.ts';

/** The built product in a real browser, from a fresh demo. What is told here is what people see. */
let product: Product;
let browser: Browser;
let post: MailPost;

beforeAll(async () => {
  post = await startMailPost();
  const mail = {
    GIAOBAN_SMTP_HOST: '127.0.0.1',
    GIAOBAN_SMTP_PORT: String(post.port),
    GIAOBAN_SMTP_FROM: 'giaoban@xa.vn',
  };
  [product, browser] = await Promise.all([startProduct(mail), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await post?.close();
});

const place = () => ({ browser, address: product.address, mails: post.taken });
habits(place);
comingAndGoing(place);
addresses(place);
dateSwitch(place);
interestCheck(place);
listsToKeep(place);
keysOfAList(place);
monthEnd(place);
briefing(place);
briefingNotHeld(place);
tasks(place);
everyPage(place);
briefingClosed(place);
timePasses(place);
tasksLate(place);

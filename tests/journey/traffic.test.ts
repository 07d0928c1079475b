import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { countRequests, quiet } from './traffic.ts';

/** That a page at rest is one that has nothing more to ask, however it comes to ask. */
const QUESTIONS = 4;
/** Some come while the page is drawn, some after: each a little later than the one before, and from the start again. */
const LATEST_ANSWER_MS = 60;

let browser: Browser;
let server: Server;
let page: Page;

/** A page that asks one thing after the other, each as late after the answer before as a desk may. */
const CHAIN = `<!doctype html><title>Hỏi</title><body><button>Hỏi lại</button><p>0</p><script>
  const told = document.querySelector('p');
  const ask = async (left) => {
    if (left === 0) return;
    await (await fetch('/answer?' + left)).json();
    told.textContent = ${QUESTIONS} - left + 1;
    setTimeout(() => requestAnimationFrame(() => setTimeout(() => ask(left - 1))));
  };
  document.querySelector('button').onclick = () => { told.textContent = 0; ask(${QUESTIONS}); };
  ask(${QUESTIONS});
</script>`;

beforeAll(async () => {
  let answerMs = 0;
  server = createServer((request, response) => {
    if (!request.url?.startsWith('/answer')) {
      response.setHeader('content-type', 'text/html').end(CHAIN);
      return;
    }
    answerMs = (answerMs + 1.7) % LATEST_ANSWER_MS;
    setTimeout(() => response.end('{}'), answerMs);
  }).listen(0, '127.0.0.1');
  browser = await launchBrowser();
  page = await browser.newPage();
  countRequests(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const asked = () => page.locator('p').textContent();

test('a page is quiet once the last of its questions is answered, each asked after the answer before', async () => {
  await quiet(page);
  expect(await asked()).toBe(String(QUESTIONS));
});

test('what a press asks is waited for too, on a page that was quiet before', async () => {
  for (let press = 0; press < 40; press++) {
    await page.getByRole('button').click();
    await quiet(page);
    expect([press, await asked()]).toEqual([press, String(QUESTIONS)]);
  }
});

test('a request that fails, and a page that is replaced amid its questions, hold nobody up', async () => {
  await page.route(/\/answer\?2$/, (route) => route.abort());
  await page.getByRole('button').click();
  await quiet(page);
  expect(await asked()).toBe(String(QUESTIONS - 2));
  await page.unroute(/\/answer\?2$/);
  await page.getByRole('button').click();
  await page.reload();
  await quiet(page);
  expect(await asked()).toBe(String(QUESTIONS));
});

test('a page that goes on asking whether something is new is quiet, however slowly it draws', async () => {
  await page.evaluate(`(async () => {
    for (;;) await fetch('/answer/revision').then(() => new Promise(requestAnimationFrame));
  })(); 0`);
  await quiet(page);
  await page.reload();
});

test('a page that nobody counts is a mistake of the test', async () => {
  const other = await browser.newPage();
  await expect(quiet(other)).rejects.toThrow('countRequests');
  await other.close();
});

import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../src/server/demo/sample-people.ts';
import { countRequests, quiet } from './traffic.ts';

/** A person at a screen of their own. */
export type Person = {
  readonly page: Page;
  /** What the browser complained of since this was last asked: script errors, policy violations, failed requests. */
  takeComplaints(): readonly string[];
};

/** Width and height of the two screens every page is made for. */
export const SCREENS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const DEBIANS_CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without a window: the one `CHROMIUM_PATH` names, or Debian's. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? DEBIANS_CHROMIUM;
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Signs in through the form, as a sample person, in a window that shares nothing with the others. */
export async function signIn(browser: Browser, address: string, login: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: SCREENS.desk,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.on('page', countRequests);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const takeComplaints = listenTo(page);
  await page.goto('/');
  await typeSignIn(page, login);
  return { page, takeComplaints };
}

/** Fills the form of the way in that stands on the page, and waits until the person's page is whole. */
export async function typeSignIn(page: Page, login: string): Promise<void> {
  // The names of the demo come after the form and move it: a press that began before would end beside the button.
  await page.getByLabel('Mật khẩu').waitFor();
  await quiet(page);
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('navigation', { name: 'Chính' }).waitFor();
  await settled(page);
}

/** Waits until a page has its title and nothing on it is still to come, also after a press on it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await quiet(page);
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Opens an address and waits until its page is whole. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** The first link of a page that begins so; the page's own address where it has none. */
export async function firstLink(page: Page, path: string, start: string): Promise<string> {
  await open(page, path);
  return (await page.locator(`main a[href^="${start}"]`).first().getAttribute('href')) ?? path;
}

/** The text of a part of the page as it is seen: without what is hidden. */
export function seen(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: text that is not shown is nothing that a person sees.
  return part.innerText();
}

function listenTo(page: Page): () => readonly string[] {
  let complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  return () => {
    const taken = complaints;
    complaints = [];
    return taken;
  };
}

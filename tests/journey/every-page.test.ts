import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settled, signIn } from './browser.ts';
import { freshDemo } from './fresh-demo.ts';
import { wrongInAnyLook } from './looks.ts';
import { wrongOnTablet } from './tablet.ts';

/** What opens something at the side of its page, or changes the page itself, and so is looked at apart. */
const SIDE_KEYS = ['loi', 'mo', 'nhiet', 'tim', 'vi'];

const EVERYONES = ['/', '/tai-khoan'];
const AREAS = ['/dia-ban', '/dia-ban?mo'];
const CATALOGUE = ['/chuong-trinh', '/quy-tac'];
const MONTH = [
  '/xa/*',
  '/xa/*?nhiet',
  '/danh-sach',
  '/danh-sach/*',
  '/danh-sach/*?vi',
  '/danh-sach/*/*/*',
  '/lich',
  '/to',
];
const PEOPLE = ['/ho', '/ho/*/*', '/to/*/*'];
const BRIEFINGS = ['/giao-ban', '/giao-ban/*/*'];
const WORK = ['/viec', '/viec/*/*'];
/** What was ordered, directive by directive: of the bank and the chair, who see every task. */
const DIRECTIVES = ['/chi-dao', '/chi-dao/*/*'];
const OF_A_COMMUNE = [...EVERYONES, ...CATALOGUE, ...MONTH, ...PEOPLE, ...BRIEFINGS, ...WORK];
const INTEREST = ['/kiem-tra-lai', '/kiem-tra-lai?vi', '/mon/*/*'];
const OF_THE_BANK = [
  ...OF_A_COMMUNE,
  ...DIRECTIVES,
  '/giao-ban/*/*/*',
  ...AREAS,
  ...INTEREST,
  '/pgd',
  '/nhap',
  '/nhap/*',
  '/nhap/*?loi',
];

/** The kinds of pages that links lead each sample person to, from the start. More or fewer is a fault. */
const PAGES_OF: Readonly<Record<string, readonly string[]>> = {
  quantri: [...EVERYONES, ...AREAS, ...CATALOGUE, '/nguoi-dung', '/mau-van-ban'],
  giamdoc: [...OF_THE_BANK, '/mau-van-ban'],
  canbo: OF_THE_BANK,
  chutich: [...OF_A_COMMUNE, ...DIRECTIVES, ...AREAS, '/giao-ban/*/*/*'],
  phunu: OF_A_COMMUNE,
  totruong: OF_A_COMMUNE,
  truongthon: OF_A_COMMUNE,
  congan: [...EVERYONES, ...BRIEFINGS, ...WORK, '/lich'],
  bandaidien: [...EVERYONES, ...CATALOGUE, ...MONTH, '/pgd', '/mon/*/*'],
};

/** A walk over some 25 pages in four looks, beside another's, on a machine that does other things too. */
const MOST_MS = 600_000;

const demo = freshDemo();

/**
 * Every page that a person of each office can reach by links opens without a complaint of the browser, is clean for
 * axe and never scrolls sideways, on both screens and in both themes, nor on a tablet.
 */
describe('every page', () => {
  test('of someone who is not signed in', async () => {
    const page = await demo().browser.newPage({ baseURL: demo().address, reducedMotion: 'reduce' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.close();
  });

  // Several people walk at once (`maxConcurrency`): each waits for the server while another's page is looked at.
  test.concurrent.each(Object.entries(PAGES_OF))(
    'of %s',
    async (login, pages) => {
      const person = await signIn(demo().browser, demo().address, login);
      const { page } = person;
      const seen = new Map([['/', '/']]);
      const wrong = [...person.takeComplaints()];
      for (const [kind, href] of seen) {
        await page.goto(href);
        await settled(page).catch((error: Error) => wrong.push(`${href}: ${error.message}`));
        const found = [
          ...(await wrongInAnyLook(page)),
          ...(await wrongOnTablet(page)),
          ...person.takeComplaints(),
        ];
        wrong.push(...found.map((text) => `${kind} (${href}): ${text}`));
        for (const next of await linksOf(page)) if (!seen.has(kindOf(next))) seen.set(kindOf(next), next);
      }
      await page.context().close();
      expect(wrong).toEqual([]);
      expect([...seen.keys()].sort()).toEqual([...pages].sort());
    },
    MOST_MS,
  );
});

/**
 * Links to pages of the desk, in the order of the page. Files to take away are not pages. The nearest briefing may be one that
 * is not held, whose page leads neither to the hall nor to invitations: the list of briefings leads to one that was.
 */
function linksOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('a[href^="/"]:not([download], .my-briefings a)')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'));
}

/** Addresses that differ only in which loan, household, group or date they show are one kind of page. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://desk');
  const [first = '', ...rest] = pathname.split('/').slice(1);
  const keys = SIDE_KEYS.filter((key) => searchParams.has(key));
  return `/${[first, ...rest.map(() => '*')].join('/')}${keys.length === 0 ? '' : `?${keys.join('&')}`}`;
}

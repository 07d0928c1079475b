import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { LOOKED_AT, SOME_OF_EACH_KIND } from './alike.ts';
import { SCREENS } from './browser.ts';
import { drawnInTime } from './drawn-in-time.ts';
import { type Known, knownToRun } from './known.ts';

/** Its short form: every page about which it is asked reads it anew. */
const AXE = readFileSync(join(PROJECT_ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Charts measure their width in the frame after it changed, and are drawn in the one after that. */
const FRAMES_TO_REDRAW = 3;

/** A page that stands on the desk, in the light, comes back to it with the fewest changes. */
const LOOKS = [
  { screen: 'phone', colorScheme: 'light' },
  { screen: 'phone', colorScheme: 'dark' },
  { screen: 'desk', colorScheme: 'dark' },
  { screen: 'desk', colorScheme: 'light' },
] as const;

/** Of all pages that the journeys of a run look at, whoever is signed in. */
const KNOWN_SO_FAR = knownToRun(inject('demoOfRun'));

/**
 * What is wrong with the page as it stands on the desk, in the light, on both screens and in both themes: everything axe
 * finds, scrolling sideways, and words printed over their neighbours. In the dark only colours differ, so only they are
 * looked at again. Axe is asked about nothing that it knew on another page. Ends where it began.
 */
export async function wrongInAnyLook(page: Page, known: Known = KNOWN_SO_FAR): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { screen, colorScheme } of LOOKS) {
    await page.setViewportSize(SCREENS[screen]);
    await page.emulateMedia({ colorScheme });
    await redrawn(page);
    const found = [
      ...(await sideways(page)),
      ...(await printedOver(page)),
      ...(await violations(page, { screen, isDark: colorScheme === 'dark', known })),
    ];
    wrong.push(...found.map((text) => `${screen}, ${colorScheme}: ${text}`));
  }
  return wrong;
}

/** Waits for as many frames as the page needs; one that draws none ends it, after a while or `patienceMs`. */
export function redrawn(page: Page, patienceMs?: number): Promise<void> {
  const frames = page.evaluate<void>(`new Promise((drawn) => {
    const next = (left) => (left === 0 ? drawn() : requestAnimationFrame(() => next(left - 1)));
    next(${FRAMES_TO_REDRAW});
  })`);
  return drawnInTime(page, frames, patienceMs);
}

/** That the page scrolls sideways, and by how much; nothing where it does not. */
export async function sideways(page: Page): Promise<readonly string[]> {
  const root = 'document.documentElement';
  const excess = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
  return excess > 0 ? [`scrolls sideways by ${excess} px`] : [];
}

/** What stands in a strip or a grid of fixed width, where too long a word does not make the page wider. */
const IN_FIXED_ROOM = '.figs > div, .facts > div, .heat :is(th, td), .part-t :is(th, td)';

/** Words that run out of their own room there and stand over what is beside them; those only a screen reader says are drawn nowhere. */
function printedOver(page: Page): Promise<readonly string[]> {
  return page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll('${IN_FIXED_ROOM}')].flatMap((room) => {
    const edge = room.getBoundingClientRect().right;
    const drawn = document.createTreeWalker(room, NodeFilter.SHOW_TEXT, (text) =>
      text.parentElement.closest('.sr') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const words = document.createRange();
    let excess = 0;
    while (drawn.nextNode()) {
      words.selectNodeContents(drawn.currentNode);
      excess = Math.max(excess, Math.round(words.getBoundingClientRect().right - edge));
    }
    return excess > 1 ? ['runs ' + excess + ' px out of its room: ' + room.textContent] : [];
  })`);
}

/** How wide A4 is between its margins, upright and across, in the pixels of a page: 96 to the inch. */
const PAPER_PX = { upright: 661, across: 990 } as const;

/** A cell whose text is higher than this and three times as high as wide is read letter by letter: four lines. */
const TALL_PX = 64;

/**
 * The tables that are wider than the paper they are printed on: what stands beyond its margin is lost. A part lies
 * across where its style names a page of its own. And their cells that are so narrow that nobody reads what they say.
 */
export async function cutOnPaper(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ ...SCREENS.desk, width: PAPER_PX.upright });
  await page.emulateMedia({ media: 'print' });
  try {
    return await page.evaluate<
      readonly string[]
    >(`[...document.querySelectorAll('main table')].flatMap((table) => {
      const pages = [table, table.closest('.sec') ?? table].map((part) => getComputedStyle(part).page);
      const room = pages.every((name) => name === 'auto') ? ${PAPER_PX.upright} : ${PAPER_PX.across};
      const { width } = table.getBoundingClientRect();
      const narrow = [...table.querySelectorAll('tbody td')].find((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const { height } = text.getBoundingClientRect();
        return height > ${TALL_PX} && height > 3 * cell.getBoundingClientRect().width;
      });
      return [
        ...(width > room + 1 ? ['a table of ' + Math.round(width) + ' px on ' + room + ': ' + table.id] : []),
        ...(narrow === undefined ? [] : ['a cell too narrow for its text: ' + narrow.textContent]),
      ];
    })`);
  } finally {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(SCREENS.desk);
  }
}

/** The rule that judges colours; two thirds of the time of them all. */
const OF_COLOUR = 'color-contrast';

/** What stands on the elements whose contrast is asked: of all that is drawn alike a few. */
const MARK = 'data-asked';

const ASK_THE_MARKED = `axe.configure({ rules: [{ id: '${OF_COLOUR}', selector: '[${MARK}]' }] })`;

type Look = { readonly screen: keyof typeof SCREENS; readonly isDark: boolean; readonly known: Known };

/** Where the page keeps what was found on it, until axe is asked. */
const LOOKED = 'globalThis.lookedAt';

type Looked = { readonly kinds: readonly string[]; readonly built: readonly string[] };

/** What axe finds of what it does not know yet; that in which it finds nothing is known from then on. */
async function violations(page: Page, { screen, isDark, known }: Look): Promise<readonly string[]> {
  const { kinds, built } = await page.evaluate<Looked>(`(() => {
    ${LOOKED} = (${LOOKED_AT})();
    return { kinds: [...${LOOKED}.drawn.keys()], built: ${LOOKED}.built };
  })()`);
  const asked = kinds.filter((kind) => !known.has(screen + kind));
  const isBuiltAnew = !isDark && built.some((part) => !known.has(part));
  if (asked.length === 0 && !isBuiltAnew) return [];
  await bringAxe(page);
  const { found, isUnchanged } = await askAxe(page, asked, !isBuiltAnew);
  if (isUnchanged && !found.some(({ id }) => id === OF_COLOUR))
    for (const kind of asked) known.add(screen + kind);
  if (isUnchanged && isBuiltAnew && found.every(({ id }) => id === OF_COLOUR))
    for (const part of built) known.add(part);
  return found.map(({ id, where }) => `${id}: ${where}`);
}

async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate<boolean>('typeof axe === "object"')) return;
  await page.evaluate(AXE);
  await page.evaluate(ASK_THE_MARKED);
}

type Answer = {
  readonly found: readonly { readonly id: string; readonly where: string }[];
  /** The page stood until the end as it was looked at: what is not found is not there. */
  readonly isUnchanged: boolean;
};

/**
 * Scripts are given as text: this code is checked without the types of a browser. A list of fifty loans is as readable as
 * three of them, so those are marked, and every rule is asked in one run, which reads the page once. Only what is wrong is
 * worked out in full, and no selectors for it: the mark-up names it better.
 */
function askAxe(page: Page, kinds: readonly string[], ofColourOnly: boolean): Promise<Answer> {
  const options = JSON.stringify({
    ...(ofColourOnly ? { runOnly: [OF_COLOUR] } : {}),
    resultTypes: ['violations'],
    selectors: false,
  });
  return page.evaluate<Answer>(`(async () => {
    const asked = (${SOME_OF_EACH_KIND})(${LOOKED}, ${JSON.stringify(kinds)});
    for (const element of asked) element.setAttribute('${MARK}', '');
    const unmark = () => asked.forEach((element) => element.removeAttribute('${MARK}'));
    const { violations } = await axe.run(document, ${options}).finally(unmark);
    return {
      found: violations.map(({ id, nodes }) => ({
        id,
        where: nodes.slice(0, 3).map((node) => node.html.replace(' ${MARK}=""', '').slice(0, 160)).join(' | '),
      })),
      isUnchanged:
        asked.every((element) => element.isConnected) && (${LOOKED_AT})().built.join() === ${LOOKED}.built.join(),
    };
  })()`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { SOME_OF_EACH_KIND } from './alike.ts';
import { SCREENS } from './browser.ts';
import { drawnInTime } from './drawn-in-time.ts';

/** Its short form: every page that is looked at reads it anew. */
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

/**
 * What is wrong with the page as it stands on the desk, in the light, on both screens and in both themes: everything axe
 * finds, scrolling sideways, and words printed over their neighbours. In the dark only colours differ, so only they are looked at again. Ends where it began.
 */
export async function wrongInAnyLook(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.evaluate(AXE);
  await page.evaluate(ASK_THE_MARKED);
  for (const { screen, colorScheme } of LOOKS) {
    await page.setViewportSize(SCREENS[screen]);
    await page.emulateMedia({ colorScheme });
    await redrawn(page);
    const found = [
      ...(await sideways(page)),
      ...(await printedOver(page)),
      ...(await violations(page, colorScheme === 'dark')),
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

/**
 * Scripts are given as text: this code is checked without the types of a browser. A list of fifty loans is as readable as
 * three of them, so those are marked, and every rule is asked in one run, which reads the page once. Only what is wrong is
 * worked out in full, and no selectors for it: the mark-up names it better.
 */
function violations(page: Page, ofColourOnly: boolean): Promise<readonly string[]> {
  const options = JSON.stringify({
    ...(ofColourOnly ? { runOnly: [OF_COLOUR] } : {}),
    resultTypes: ['violations'],
    selectors: false,
  });
  return page.evaluate<readonly string[]>(`(async () => {
    const asked = (${SOME_OF_EACH_KIND})();
    for (const element of asked) element.setAttribute('${MARK}', '');
    try {
      const { violations } = await axe.run(document, ${options});
      return violations.map(({ id, nodes }) =>
        id + ': ' + nodes.slice(0, 3).map((node) => node.html.replace(' ${MARK}=""', '').slice(0, 160)).join(' | '));
    } finally {
      for (const element of asked) element.removeAttribute('${MARK}');
    }
  })()`);
}

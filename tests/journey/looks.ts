import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { SCREENS } from './browser.ts';

/** Charts measure their width in the frame after it changed, and are drawn in the one after that. */
const FRAMES_TO_REDRAW = 3;

/**
 * What is wrong with the page as it stands, on both screens, in both themes: everything axe finds, and scrolling
 * sideways. In the dark only colours differ, so only they are looked at again. Ends on the desk, in the light.
 */
export async function wrongInAnyLook(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.evaluate(axe.source);
  for (const [screen, size] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await redrawn(page);
      const found = [
        ...(await sideways(page)),
        ...(await violations(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)),
      ];
      wrong.push(...found.map((text) => `${screen}, ${colorScheme}: ${text}`));
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SCREENS.desk);
  return wrong;
}

/** Waits for as many frames as the page needs, however slow the machine is. */
function redrawn(page: Page): Promise<void> {
  return page.evaluate<void>(`new Promise((drawn) => {
    const next = (left) => (left === 0 ? drawn() : requestAnimationFrame(() => next(left - 1)));
    next(${FRAMES_TO_REDRAW});
  })`);
}

/** That the page scrolls sideways, and by how much; nothing where it does not. */
export async function sideways(page: Page): Promise<readonly string[]> {
  const root = 'document.documentElement';
  const excess = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
  return excess > 0 ? [`scrolls sideways by ${excess} px`] : [];
}

/** How wide A4 is between its margins, upright and across, in the pixels of a page: 96 to the inch. */
const PAPER_PX = { upright: 661, across: 990 } as const;

/**
 * The tables that are wider than the paper they are printed on: what stands beyond its margin is lost. A part lies
 * across where its style names a page of its own.
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
      return width > room + 1 ? ['a table of ' + Math.round(width) + ' px on ' + room + ': ' + table.id] : [];
    })`);
  } finally {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(SCREENS.desk);
  }
}

/**
 * Scripts are given as text: this code is checked without the types of a browser. Only what is wrong is worked out in
 * full, and no selectors for it: the mark-up names it better.
 */
function violations(page: Page, rules: readonly string[] | undefined): Promise<readonly string[]> {
  const options = JSON.stringify({
    ...(rules === undefined ? {} : { runOnly: rules }),
    resultTypes: ['violations'],
    selectors: false,
  });
  return page.evaluate<readonly string[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`,
  );
}

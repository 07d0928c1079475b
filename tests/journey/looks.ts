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

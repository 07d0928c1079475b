import type { Page } from 'playwright-core';
import { SCREENS } from './browser.ts';
import { redrawn, sideways } from './looks.ts';

/** Widths of a tablet held upright and across, between the two screens that every page is made for. */
const WIDTHS = [820, 1024] as const;

/** What a heading of a page is at least given, or the whole of its words where they are shorter. */
const LEAST_PX = 160;

/**
 * What is wrong with the page as it stands on the desk where a tablet shows it: scrolling sideways, and headings squeezed until their
 * words break. Ends where it began.
 */
export async function wrongOnTablet(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: SCREENS.desk.height });
    await redrawn(page);
    const found = [...(await sideways(page)), ...(await squeezed(page))];
    wrong.push(...found.map((text) => `${width} px: ${text}`));
  }
  await page.setViewportSize(SCREENS.desk);
  await redrawn(page);
  return wrong;
}

/** Headings that have less room than their words in one line, and less than any heading needs. */
function squeezed(page: Page): Promise<readonly string[]> {
  return page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll('main :is(h1, h2)')].flatMap((heading) => {
    const style = getComputedStyle(heading);
    if (heading.closest('.sr') !== null || style.display === 'none') return [];
    const room = heading.parentElement.getBoundingClientRect().width;
    const { width, height } = heading.getBoundingClientRect();
    const lines = height / parseFloat(style.lineHeight);
    return height > 0 && lines > 1.5 && Math.min(width, room) < ${LEAST_PX}
      ? ['a heading of ' + Math.round(width) + ' px: ' + heading.textContent] : [];
  })`);
}

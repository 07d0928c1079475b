import type { Page } from 'playwright-core';

/** How long a page may draw nothing; as long as Playwright waits for anything else here. */
const PATIENCE_MS = 30_000;

/**
 * What waits for frames of a page, with an end: a page that draws none, as behind a question of the browser, would hold up the journey
 * until its last second, and nobody would know where.
 *
 * @throws Error that names the page, when no frame was drawn in time
 */
export async function drawnInTime<T>(
  page: Page,
  drawn: Promise<T>,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Error(`no frame was drawn within ${patienceMs} ms: ${page.url()}`));
    timer = setTimeout(refuse, patienceMs);
  });
  try {
    return await Promise.race([drawn, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

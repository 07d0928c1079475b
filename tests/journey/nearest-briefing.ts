import { expect, test } from 'vitest';
import { open, type Person, settled } from './browser.ts';

/** That first pages lead to the nearest briefing [GV118]: the officer's page shows it, the chair is asked to it, today. */
export function nearestBriefing(people: () => { readonly officer: Person; readonly chair: Person }): void {
  test('[GV118] the first page of the chair, who is asked to it, leads to it by its line and, on its day, by its button', async () => {
    const { officer, chair } = people();
    await open(chair.page, '/');
    await chair.page
      .getByText(/^Giao ban gần nhất/)
      .getByRole('link')
      .click();
    await chair.page.waitForURL(officer.page.url());
    await settled(chair.page);
    expect(chair.page.url()).toBe(officer.page.url());
    await open(chair.page, '/');
    await chair.page.getByRole('link', { name: 'Mở giao ban', exact: true }).click();
    await chair.page.waitForURL(officer.page.url());
    await settled(chair.page);
    expect(chair.page.url()).toBe(officer.page.url());
  });
}

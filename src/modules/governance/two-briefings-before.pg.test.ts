import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listBriefings } from './list-briefings.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { closed, opened, pointOf, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

const ONCE = new URL('./db/migrations/0480-one-briefing-in-a-month.sql', import.meta.url);

let commune: TestCommune;
let pointCode: string;
beforeAll(async () => {
  commune = await givenCommune();
  pointCode = await pointOf(commune);
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');

/** The table as it was: with one briefing for each fixed day. */
const asBefore = () =>
  commune.database.owner.query(`
    alter table governance.briefing drop column stands_beside cascade;
    create unique index briefing_session on governance.briefing (commune_id, point_code, regular_on) where state <> 'cancelled'`);

/** What stands of one point and month beside another: prepared so many hours after it, for a fixed day of that time. */
async function beside({ briefingId, communeId }: TestBriefing, regularOn: string): Promise<TestBriefing> {
  const id = nextId();
  await commune.database.owner.query(
    `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state, prepared_at)
     select commune_id, $2, point_code, point_name, '{}', $3, $3, 'preparing', prepared_at + interval '1 hour'
     from governance.briefing where id = $1`,
    [briefingId, id, regularOn],
  );
  return { communeId, briefingId: id };
}

async function migrate(): Promise<void> {
  await runMigration(commune.database.owner, ONCE);
}

async function besideWhich(...briefings: readonly TestBriefing[]): Promise<(Id | null)[]> {
  const { rows } = await commune.database.owner.query<{ id: Id; stands_beside: Id | null }>(
    'select id, stands_beside from governance.briefing',
  );
  return briefings.map(({ briefingId }) => rows.find(({ id }) => id === briefingId)?.stands_beside ?? null);
}

const prepare = (heldOn: string) =>
  tryCommand(commune, officer(), (context) =>
    prepareBriefing({ communeId: commune.communeId, pointCode, heldOn: day(heldOn) }, context),
  );

const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );

const follow = () =>
  command(commune, officer(), (context) =>
    onCalendarChanged.handle({ communeId: commune.communeId }, context).then(() => ({})),
  );

it('[GV199] two of one point and month from before stay, and the one that has gone furthest, of those alike the later, is the session’s', async () => {
  const november = await closed(commune, '2026-11-23');
  const december = await opened(commune, day('2026-12-23'));
  const january = await prepared(commune, day('2027-01-23'));
  const storm = await prepared(commune, day('2027-02-23'));
  await cancel(storm);
  await asBefore();
  const afterClosed = await beside(november, '2026-11-10');
  const afterOpen = await beside(december, '2026-12-10');
  const later = await beside(january, '2027-01-10');
  const february = await beside(storm, '2027-02-10');
  await migrate();

  expect(await besideWhich(november, afterClosed)).toEqual([null, november.briefingId]);
  expect(await besideWhich(december, afterOpen)).toEqual([null, december.briefingId]);
  expect(await besideWhich(january, later)).toEqual([later.briefingId, null]);
  expect(await besideWhich(storm, february)).toEqual([null, null]);
  for (const within of [afterClosed, afterOpen, january, later, february])
    expect(await shown(commune, within)).toMatchObject({ state: 'preparing' });
  // No session of these months is told as one of which nothing was prepared.
  commune.clock.moveTo('2027-01-31T01:00:00Z');
  const list = await question(commune, officer(), (context) =>
    listBriefings({ communeId: commune.communeId }, context),
  );
  expect([list.missed, list.coming]).toEqual([[], []]);
  expect(await prepare('2026-11-23')).toMatchObject({ data: { briefingId: november.briefingId } });
  expect(await prepare('2027-01-23')).toEqual({ briefingId: later.briefingId });

  // The calendar has the 23rd: the session's briefing goes there; what stands beside another for a day that is over does not.
  await follow();
  expect((await shown(commune, later)).heldOn).toBe('2027-01-23');
  expect((await shown(commune, afterClosed)).heldOn).toBe('2026-11-10');
  expect((await shown(commune, afterOpen)).heldOn).toBe('2026-12-10');

  // Called off, the other is the session's; with both, it is prepared anew.
  await cancel(later);
  expect(await prepare('2027-01-23')).toEqual({ briefingId: january.briefingId });
  expect((await shown(commune, later)).cancelled?.preparedAnew).toBe(january.briefingId);
  await cancel(january);
  const anew = await prepare('2027-01-23');
  expect([later.briefingId, january.briefingId]).not.toContain((anew as TestBriefing).briefingId);
  expect(await prepare('2027-01-23')).toEqual(anew);
});

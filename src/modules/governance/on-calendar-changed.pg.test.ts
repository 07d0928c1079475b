import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { listPoints } from '../sessions/list-points.ts';
import { recordNotice } from '../sessions/record-notice.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { HELD_ON, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

async function notice(regularOn: BusinessDate, heldOn: BusinessDate | null): Promise<void> {
  const { communeId } = commune;
  const { points } = await question(commune, officer(), (context) => listPoints({ communeId }, context));
  const pointId = points[0]?.id as Id;
  const document = 'TB 12/TB-NHCSXH (mẫu)';
  const hours = { startsAt: '08:30', endsAt: null };
  await command(commune, officer(), (context) =>
    recordNotice({ communeId, pointId, regularOn, heldOn, ...hours, reason: 'Nghỉ lễ', document }, context),
  );
}

const follow = () =>
  command(commune, officer(), (context) =>
    onCalendarChanged.handle({ communeId: commune.communeId }, context).then(() => ({})),
  );

async function move(regularOn: BusinessDate, heldOn: BusinessDate | null): Promise<void> {
  await notice(regularOn, heldOn);
  await follow();
}

/** What falls due at the session of a briefing. */
const dueOf = async (within: TestBriefing) =>
  (await question(commune, officer(), (context) => showBriefingFigures(within, context))).due;

describe('a session that is moved', () => {
  it('[GV1] [GV23] takes the briefing that is being prepared along, also into another month, and what falls due at it', async () => {
    const within = await prepared(commune);
    const due = await dueOf(within);
    expect(due).toMatchObject({ sessionOn: '2026-11-23', heldOn: '2026-11-23' });
    await move(HELD_ON, day('2026-12-01'));
    expect(await dueOf(within)).toEqual({ ...due, heldOn: '2026-12-01' });
    expect(await shown(commune, within)).toMatchObject({
      regularOn: '2026-11-23',
      heldOn: '2026-12-01',
      startsAt: '08:30',
    });
  });

  it('[GV1] takes along a briefing whose fixed day is another since, and into the month before', async () => {
    const early = await prepared(commune, day('2027-03-23'));
    await commune.database.owner.query(
      `update governance.briefing set regular_on = '2027-03-10', held_on = '2027-03-10' where id = $1`,
      [early.briefingId],
    );
    await move(day('2027-03-23'), day('2027-03-25'));
    expect(await shown(commune, early)).toMatchObject({ regularOn: '2027-03-23', heldOn: '2027-03-25' });
    const june = await prepared(commune, day('2027-06-23'));
    await move(day('2027-06-23'), day('2027-05-28'));
    expect(await shown(commune, june)).toMatchObject({ regularOn: '2027-06-23', heldOn: '2027-05-28' });
  });

  it('[GV1] leaves a briefing that has begun, and one whose session is left out', async () => {
    const begun = await opened(commune, day('2026-12-23'));
    await move(day('2026-12-23'), day('2026-12-25'));
    expect(await shown(commune, begun)).toMatchObject({ heldOn: '2026-12-23', state: 'open' });
    const waiting = await prepared(commune, day('2027-01-23'));
    await move(day('2027-01-23'), null);
    expect(await shown(commune, waiting)).toMatchObject({ heldOn: '2027-01-23', state: 'preparing' });
  });

  it('[GV1] [GV114] keeps an hour that is told meanwhile, and waits for whoever has the briefings in hand', async () => {
    const first = await prepared(commune, day('2027-05-23'));
    // Prepared later for an earlier day: by their days and by their ids the two stand in different orders.
    const later = await prepared(commune, day('2027-04-23'));
    await notice(day('2027-04-23'), day('2027-04-26'));
    const other = new pg.Client(commune.database.ownerAddress);
    await other.connect();
    const inHand = (text: string, { communeId, briefingId }: TestBriefing) =>
      other.query(`${text} where commune_id = $1 and id = $2`, [communeId, briefingId]);
    await other.query('begin');
    await inHand(`update governance.briefing set meets_at = '09:45', hour_told_by_name = 'Hà'`, first);
    const following = follow();
    await waitsForLock(commune.database.owner);
    await inHand('update governance.briefing set revision = revision + 1', later);
    await other.query('commit');
    await other.end();
    await following;
    expect(await shown(commune, first)).toMatchObject({ meetsAt: '09:45', hourToldByName: 'Hà' });
    expect(await shown(commune, later)).toMatchObject({ heldOn: '2027-04-26', meetsAt: null });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { withStatementCount } from '../../platform/testing/statement-count.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { describeRecords } from './describe-records.ts';
import { listInvitations } from './list-invitations.ts';
import { orderTalkingPoints } from './order-talking-points.ts';
import { printInvitations } from './print-invitations.ts';
import { sendInvitations } from './send-invitations.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { writeMailAddress } from './write-mail-address.ts';

const WITH_MAIL = { hasMail: true };

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');

type Work = (context: RequestContext) => Promise<unknown | Refusal>;

/** How many statements something costs an officer. */
async function costOf(run: typeof command | typeof question, work: Work): Promise<number> {
  let statements = 0;
  await run(commune, officer(), async (context) => {
    const { tx, count } = withStatementCount(context.tx);
    const answer = await work({ ...context, tx });
    statements = count();
    return answer;
  });
  return statements;
}

describe('no more statements for many than for few', () => {
  test('[GV41] queue mails, take back those that wait, and print', async () => {
    const { recipients } = await question(commune, officer(), (context) =>
      listInvitations(WITH_MAIL)(within, context),
    );
    const ids = recipients.map(({ attendeeId }) => attendeeId);
    for (const [i, attendeeId] of ids.entries())
      await command(commune, officer(), (context) =>
        writeMailAddress({ ...within, attendeeId, address: `nguoi-${i}@xa.vn` }, context),
      );
    const [few, many] = [ids.slice(0, 2), ids.slice(2)];
    expect(many.length).toBeGreaterThan(few.length);
    const send = (attendeeIds: Id[]) =>
      costOf(command, sendInvitations(WITH_MAIL).bind(null, { ...within, attendeeIds, again: true }));
    const print = (attendeeIds: Id[]) =>
      costOf(command, printInvitations.bind(null, { ...within, attendeeIds }));
    expect(await send(many)).toBeLessThanOrEqual(await send(few));
    await commune.database.owner.query(`update governance.briefing set place = 'Nhà văn hóa' where id = $1`, [
      within.briefingId,
    ]);
    expect(await send(many)).toBeLessThanOrEqual(await send(few));
    expect(await print(many)).toBeLessThanOrEqual(await print(few));
  });

  test('[GV28] put points in an order, one of them named twice', async () => {
    const { points } = await question(commune, officer(), (context) => showBriefingFigures(within, context));
    const keys = points.map(({ key }) => key).toReversed();
    expect(keys.length).toBeGreaterThan(2);
    const order = (wanted: string[]) =>
      costOf(command, orderTalkingPoints.bind(null, { ...within, keys: wanted }));
    expect(await order([...keys, keys[0] as string])).toBe(await order(keys.slice(0, 2)));
    await order([...keys, keys[0] as string]);
    const after = await question(commune, officer(), (context) => showBriefingFigures(within, context));
    expect(after.points.map(({ key }) => key)).toEqual(keys);
  });

  test('[GV86] say what households of reports are', async () => {
    const { rows } = await commune.database.owner.query<{ householdId: Id }>(
      `select distinct household_id as "householdId" from registry.person where commune_id = $1 limit 12`,
      [commune.communeId],
    );
    const links = rows.map(({ householdId }) => ({ kind: 'household' as const, householdId }));
    const describe = (some: typeof links) =>
      costOf(question, (context) => describeRecords(context, commune.communeId, some));
    expect(links).toHaveLength(12);
    expect(await describe(links)).toBe(await describe(links.slice(0, 1)));
    const seen = await question(commune, officer(), (context) =>
      describeRecords(context, commune.communeId, [{ kind: 'household', householdId: nextId() }, ...links]),
    );
    expect(seen.map((record) => typeof record)).toEqual(['string', ...links.map(() => 'object')]);
  });
});

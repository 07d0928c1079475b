import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { handOverTask } from './hand-over-task.ts';
import { openBriefing } from './open-briefing.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ordered, shownTask, taskOf } from './testing/given-tasks.ts';

const LIST = 'disbursed_over_30_days';
const OCTOBER = day('2026-10-31');

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let meeting: TestBriefing;
/** A group of another association than the women's union, and its loans whose time for a check is over, five or more. */
let groupCode: string;
let late: readonly string[];

beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  groupCode = await givenLateLoans();
  meeting = await prepared(commune);
  late = await untold(as.leader(groupCode));
}, 60_000);
afterAll(() => commune.database.close());

/** Five loans of the largest group were paid out in September, by the figures of October. */
async function givenLateLoans(): Promise<string> {
  const { owner } = commune.database;
  const { rows } = await owner.query<{ groupCode: string }>(
    `with chosen as (
       select group_code from portfolio.position
       where commune_id = $1 and data_date = $2 and outstanding_vnd > 0 and group_code <> '' and association_code <> '12'
       group by 1 order by count(*) desc, 1 limit 1),
     paid as (
       update portfolio.position set last_disbursed_on = '2026-09-10'
       where commune_id = $1 and data_date = $2 and contract_no in (
         select contract_no from portfolio.position join chosen using (group_code)
         where commune_id = $1 and data_date = $2 and outstanding_vnd > 0
           and coalesce(last_disbursed_on, signed_on) < '2026-07-01' order by contract_no limit 5)
       returning *),
     listed as (
       insert into portfolio.list_entry (commune_id, data_date, version_id, list, contract_no, village_code, group_code,
         association_code, customer_code, weight, key_date, rule_id)
       select commune_id, data_date, version_id, $3, contract_no, village_code, group_code, association_code,
         customer_code, outstanding_vnd, last_disbursed_on, 'PF96' from paid)
     select group_code as "groupCode" from paid`,
    [commune.communeId, OCTOBER, LIST],
  );
  return rows[0]?.groupCode ?? '';
}

const within = () => ({ communeId: commune.communeId });
const figuresNow = () => question(commune, as.officer(), (context) => showBriefingFigures(meeting, context));

/** How many the point of the meeting says, and the day and moment its number is asked of. */
async function told() {
  const { points, dataDate, fixedAt } = await figuresNow();
  const [number] = points.find(({ key }) => key === 'checks-late')?.pieces ?? [];
  expect(number?.link).toEqual({ list: LIST, check: 'untold' });
  return { count: Number(/^\d+/.exec(number?.text ?? '')?.[0]), dataDate, fixedAt };
}

/** The loans that the number opens, as a caller sees them. */
async function untold(caller: Caller = as.officer(), checkKnownAt?: string | null): Promise<string[]> {
  const asked = { ...within(), list: LIST, dataDate: OCTOBER, check: 'untold', limit: 500 } as const;
  const { rows } = await question(commune, caller, (context) =>
    listLoans({ ...asked, checkKnownAt: checkKnownAt ?? undefined }, context),
  );
  return rows.map(({ contractNo }) => contractNo).sort();
}

/** The task about a loan that the chair had checked by the leader of its group. */
async function givenTask(contractNo: string): Promise<Id> {
  const directiveId = await ordered(commune, {
    ...{
      spread: 'loans',
      list: LIST,
      listGroupCodes: [groupCode],
      contractNos: [contractNo],
      listDate: OCTOBER,
    },
    ...{ figure: 'checked', responsible: 'groupLeader', recipients: [] },
  });
  return (await taskOf(commune, as.leader(groupCode), directiveId)).taskId;
}

const report = (
  taskId: Id,
  caller: Caller,
  named: readonly string[] = [],
  outcome: 'done' | 'notDone' = 'done',
) =>
  command(commune, caller, (context) =>
    reportTask(
      {
        ...{ ...within(), taskId, eventId: nextId(), text: 'Đã kiểm tra', outcome, fileIds: [] },
        doneOn: commune.clock.today(),
        records: named.map((contractNo) => ({ kind: 'loan' as const, contractNo })),
      },
      context,
    ),
  );

const changed = async (taskId: Id) => ({
  ...{ ...within(), taskId, eventId: nextId(), reason: 'Chưa có phiếu' },
  baseVersion: (await shownTask(commune, as.chair(), { ...within(), taskId })).task.version,
});

describe('checks late', () => {
  it('[GV129] the number is that of the loans it opens, for the whole commune and for a part of it', async () => {
    const { count } = await told();
    const all = await untold();
    expect(count).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining([...late]));
    expect(late.length).toBeGreaterThan(4);
    const ofUnion = await untold(as.head());
    expect(ofUnion.filter((contractNo) => late.includes(contractNo))).toEqual([]);
  });

  it('[GV130] a report that says done of a loan takes it from both, for whoever sees the loan, until it is returned', async () => {
    const [first = ''] = late;
    const { count } = await told();
    const taskId = await givenTask(first);
    expect((await told()).count).toBe(count);
    await report(taskId, as.leader(groupCode), [], 'notDone');
    expect((await told()).count).toBe(count);
    await report(taskId, as.leader(groupCode));
    expect((await told()).count).toBe(count - 1);
    expect(await untold()).toHaveLength(count - 1);
    expect(await untold(as.leader(groupCode))).toEqual(late.slice(1));
    const change = await changed(taskId);
    await command(commune, as.chair(), (context) => returnTask(change, context));
    expect((await told()).count).toBe(count);
    await report(taskId, as.leader(groupCode));
    expect(await untold()).not.toContain(first);
  });

  it('[GV130] a check told by an office that sees no loans counts too, for the leader who does not read the task', async () => {
    const [, second = ''] = late;
    const taskId = await givenTask(second);
    const [change, newTaskId] = [await changed(taskId), nextId()];
    const police = { seat: 'communePolice', name: 'Trần Công Tuấn (mẫu), Công an xã' };
    await command(commune, as.chair(), (context) =>
      handOverTask({ ...change, newTaskId, ...police }, context),
    );
    expect(await untold(as.leader(groupCode))).toContain(second);
    await report(newTaskId, as.police());
    expect(await untold(as.leader(groupCode))).not.toContain(second);
  });

  it('[GV130] a loan that a report of another matter names is not told as checked', async () => {
    const [, , third = ''] = late;
    const directiveId = await ordered(commune, { spread: 'groups', codes: [groupCode], recipients: [] });
    const { taskId } = await taskOf(commune, as.leader(groupCode), directiveId);
    await report(taskId, as.leader(groupCode), [third]);
    expect(await untold()).toContain(third);
  });

  it('[GV129] figures that are fixed open the loans as it was known then', async () => {
    const [, , , fourth = ''] = late;
    const before = (await told()).count;
    await command(commune, as.officer(), (context) => openBriefing(meeting, context));
    commune.clock.moveTo('2026-11-23T02:00:00Z');
    await report(await givenTask(fourth), as.leader(groupCode));
    const { count, fixedAt } = await told();
    expect(count).toBe(before);
    expect(await untold(as.officer(), fixedAt)).toHaveLength(count);
    expect(await untold()).toHaveLength(count - 1);
  });
});

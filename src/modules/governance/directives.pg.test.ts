import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../kernel/dates.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { giveDirective as contract } from './contract.ts';
import { giveDirective } from './give-directive.ts';
import { listDirectives } from './list-directives.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { previewDirective } from './preview-directive.ts';
import { showDirective } from './show-directive.ts';
import { showTask } from './show-task.ts';
import { CONCLUSION, opened } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { callers, ORDER, ordered, tasksOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(() => commune.clock.moveTo('2026-12-01T02:00:00Z'));

const RESOLUTION = {
  paperNumber: '05/NQ-BĐD',
  paperOn: day('2026-11-20'),
  paperIssuer: 'Ban đại diện Hội đồng quản trị tỉnh',
};

type Order = Parameters<typeof giveDirective>[0];

const within = () => ({ communeId: commune.communeId });
const OF_LOANS: Partial<Order> = { spread: 'loans', list: 'unpaid_interest', recipients: [] };

const give = (overrides: Partial<Order>, caller = as.chair()) =>
  tryCommand(commune, caller, (context) =>
    giveDirective({ ...within(), directiveId: nextId(), ...ORDER, ...overrides }, context),
  );
const whole = (directiveId: Awaited<ReturnType<typeof ordered>>) =>
  question(commune, as.chair(), (context) => showDirective({ ...within(), directiveId }, context));

describe('[GV31] closing a briefing', () => {
  it('makes a directive and a task of every conclusion; a holder who left is followed by the office', async () => {
    const meeting = await opened(commune, day('2026-11-23'));
    const add = (line: { ownerSeat: string | null; ownerName: string }) =>
      command(commune, as.officer(), (context) =>
        addConclusion({ ...meeting, ...CONCLUSION, ...line, conclusionId: nextId() }, context),
      );
    await add({
      ownerSeat: 'associationHead:12',
      ownerName: `${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`,
    });
    await add({ ownerSeat: null, ownerName: 'Ban giảm nghèo' });
    await commune.database.owner.query(
      "update identity.user_account set full_name = 'Người Mới (mẫu)' where full_name = $1",
      [PEOPLE.associationHead],
    );
    await command(commune, as.officer(), (context) =>
      closeBriefing({ ...meeting, withoutConclusions: false }, context),
    );
    await commune.database.owner.query(
      "update identity.user_account set full_name = $1 where full_name = 'Người Mới (mẫu)'",
      [PEOPLE.associationHead],
    );
    const { tasks } = await question(commune, as.chair(), (context) =>
      listTasksOfCommune({ ...within(), state: 'all', briefingId: meeting.briefingId }, context),
    );
    expect(tasks.map(({ ownerName }) => ownerName).sort()).toEqual([
      'Ban giảm nghèo',
      'Người Mới (mẫu), Hội Liên hiệp Phụ nữ',
    ]);
    expect(tasks[0]).toMatchObject({ source: 'briefing', givenOn: '2026-11-23', dueOn: '2026-12-15' });
  });

  it('500 conclusions become 500 tasks in one closing', async () => {
    const meeting = await opened(commune, day('2026-12-23'));
    await commune.database.owner.query(
      `insert into governance.conclusion (commune_id, id, briefing_id, position, text, owner_name, due_on,
         written_by_name, written_at)
       select $1, gen_random_uuid(), $2, n, 'Việc 𠀀 ' || n, 'Ban giảm nghèo', '2026-12-31', 'Mẫu', now()
       from generate_series(1, 500) n`,
      [meeting.communeId, meeting.briefingId],
    );
    await command(commune, as.officer(), (context) =>
      closeBriefing({ ...meeting, withoutConclusions: false }, context),
    );
    const { rows } = await commune.database.owner.query(
      `select count(*)::int as tasks from governance.task t join governance.directive d on d.id = t.directive_id
       where d.briefing_id = $1`,
      [meeting.briefingId],
    );
    expect(rows[0].tasks).toBe(500);
  }, 60_000);
});

describe('[GV32] a directive goes out', () => {
  it.each(['associations', 'villages', 'groups'] as const)('to %s: one task each', async (spread) => {
    const preview = await question(commune, as.chair(), (context) =>
      previewDirective({ ...within(), ...ORDER, spread }, context),
    );
    expect(preview.tasks).toBeGreaterThan(1);
    const { tasks } = await whole(await ordered(commune, { spread, recipients: [] }));
    expect(tasks).toHaveLength(preview.tasks);
    expect(new Set(tasks.map(({ ownerSeat }) => ownerSeat)).size).toBe(preview.tasks);
  });

  it('over a list: every loan once, to the leader of its group or the head of its association', async () => {
    const { totals } = await question(commune, as.chair(), (context) =>
      listLoans({ ...within(), list: 'unpaid_interest' }, context),
    );
    expect(totals.loans).toBeGreaterThan(20);
    const byLeader = await whole(await ordered(commune, OF_LOANS));
    expect(byLeader.tasks).toHaveLength(totals.loans);
    expect(new Set(byLeader.tasks.map(({ contractNo }) => contractNo)).size).toBe(totals.loans);
    expect(
      byLeader.tasks.every(({ ownerSeat }) => /^(groupLeader:|creditOfficer)/.test(ownerSeat ?? '')),
    ).toBe(true);
    const byHead = await whole(await ordered(commune, { ...OF_LOANS, responsible: 'associationHead' }));
    expect(byHead.tasks.some(({ ownerSeat }) => ownerSeat === 'associationHead:12')).toBe(true);
    const leader =
      byLeader.tasks.find(({ ownerSeat }) => ownerSeat?.startsWith('groupLeader:'))?.ownerSeat ?? '';
    const own = await tasksOf(commune, as.leader(leader.split(':')[1] ?? ''));
    expect(own.tasks.length).toBeGreaterThan(0);
    expect(own.tasks.every(({ ownerSeat }) => ownerSeat === leader)).toBe(true);
  });

  it('[GV83] over the loans of several villages and one association, and of those over single ones', async () => {
    const preview = (where: Partial<Order>) =>
      question(commune, as.chair(), (context) =>
        previewDirective({ ...within(), ...ORDER, ...OF_LOANS, ...where }, context),
      );
    const { totals, rows } = await question(commune, as.chair(), (context) =>
      listLoans({ ...within(), list: 'unpaid_interest', limit: 500 }, context),
    );
    const [one = '', other = ''] = [...new Set(rows.map(({ villageCode }) => villageCode))];
    const where = { listVillageCodes: [one, other], listAssociationCodes: ['12'] };
    const expected = rows
      .filter(({ villageCode }) => villageCode === one || villageCode === other)
      .filter(({ associationCode }) => associationCode === '12')
      .map(({ contractNo }) => contractNo);
    expect(expected.length).toBeGreaterThan(2);
    expect(expected.length).toBeLessThan(totals.loans);
    const seen = await preview(where);
    expect(seen.loans.map(({ contractNo }) => contractNo)).toEqual(expected);
    expect(seen.owners.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(seen.tasks);
    const chosen = expected.slice(1, 3);
    const { tasks } = await whole(
      await ordered(commune, { ...OF_LOANS, ...where, contractNos: chosen, listDate: seen.dataDate }),
    );
    expect(tasks.map(({ contractNo }) => contractNo).sort()).toEqual(chosen.toSorted());
    const ownerOf = new Map(seen.loans.map((loan) => [loan.contractNo, loan.ownerSeat]));
    expect(tasks.every((task) => task.ownerSeat === ownerOf.get(task.contractNo ?? ''))).toBe(true);
  });

  it('[GV83] not over a loan that left the list, nor over a list that has become another', async () => {
    expect(await give({ ...OF_LOANS, contractNos: ['6600000000000000'] })).toMatchObject({
      refused: 'loansNotOnList',
      data: { loans: 1 },
    });
    expect(await give({ ...OF_LOANS, listDate: day('2026-09-30') })).toMatchObject({
      refused: 'listChanged',
      data: { seenDate: '30/09/2026', listDate: '31/10/2026' },
    });
  });

  it('with its legal ground: the directive, its tasks and the list say it; without one they say none', async () => {
    const legalGround = 'Nghị quyết 12/NQ-HĐND ngày 15/07/2026, khoản 3 Điều 2';
    const told = async (directiveId: Awaited<ReturnType<typeof ordered>>) => {
      const directive = await whole(directiveId);
      const taskId = directive.tasks[0]?.taskId ?? directiveId;
      const task = await question(commune, as.head(), (context) =>
        showTask({ ...within(), taskId }, context),
      );
      const { directives } = await question(commune, as.chair(), (context) =>
        listDirectives({ ...within(), progress: 'all', source: 'order' }, context),
      );
      const listed = directives.find((one) => one.directiveId === directiveId);
      return [directive.legalGround, task.directive.legalGround, listed?.legalGround];
    };
    expect(await told(await ordered(commune, { legalGround }))).toEqual([
      legalGround,
      legalGround,
      legalGround,
    ]);
    expect(await told(await ordered(commune, {}))).toEqual([null, null, null]);
    const directiveId = nextId();
    expect(await give({ directiveId, legalGround })).toEqual({ tasks: 1 });
    expect(await give({ directiveId, legalGround: 'Nghị quyết khác' })).toMatchObject({ refused: 'idTaken' });
  });

  it('sent twice, also at once, it is given once; another one under its id is refused', async () => {
    const directiveId = nextId();
    const outcomes = await Promise.all([1, 2, 3].map(() => give({ ...OF_LOANS, directiveId })));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ tasks: (await whole(directiveId)).tasks.length });
    expect(await give({ ...OF_LOANS, directiveId, text: 'Việc khác' })).toMatchObject({
      refused: 'idTaken',
    });
  });
});

describe('[GV30] a directive is refused', () => {
  it.each([
    ['dueBeforeToday', { dueOn: day('2026-11-30') }],
    ['dueTooFar', { dueOn: day('2100-01-01') }],
    ['nobodyToGive', { recipients: [] }],
    ['nobodyToGive', { spread: 'villages', codes: ['99999999'], recipients: [] }],
    ['seatUnknown', { recipients: [{ seat: 'associationHead:77', name: 'Ai đó' }] }],
    ['ownerLeft', { recipients: [{ seat: 'communePolice', name: 'Người đã nghỉ, Công an xã' }] }],
    // [GV213] No other words stand behind the name.
    ['ownerLeft', { recipients: [{ seat: 'communePolice', name: `${PEOPLE.communePolice}, bất cứ gì` }] }],
    ['listUnknown', { spread: 'loans', list: 'no_such_list', recipients: [] }],
    ['resolutionMissing', { source: 'resolution' }],
    ['resolutionMissing', { source: 'resolution', ...RESOLUTION, paperOn: null }],
    ['resolutionMissing', { source: 'resolution', ...RESOLUTION, paperIssuer: null }],
    ['paperInFuture', { source: 'resolution', ...RESOLUTION, paperOn: day('2026-12-02') }],
    ['paperNumberMissing', { paperOn: day('2026-11-20') }],
  ] satisfies [string, Partial<Order>][])('%s', async (refused, overrides) => {
    expect(await give(overrides)).toMatchObject({ refused });
  });

  it('as an order by the bank; a resolution of the committee is written down by it', async () => {
    expect(await give({}, as.officer())).toMatchObject({ refused: 'orderOfChairOnly' });
    const resolution = { source: 'resolution' as const, ...RESOLUTION };
    const directiveId = nextId();
    expect(await give({ ...resolution, directiveId }, as.officer())).toEqual({ tasks: 1 });
    expect(await whole(directiveId)).toMatchObject({ ...resolution, counts: { given: 1, done: 0 } });
  });
});

describe('what people paste into a directive', () => {
  it('keeps letters of four bytes and loses control characters and marks of direction; a day that is none is refused', () => {
    const input = { communeId: commune.communeId, directiveId: nextId(), ...ORDER };
    const pasted = 'Rà soát \u202e𠀀\u0007 hộ vay\u200f';
    expect(z.decode(contract.input, { ...input, text: pasted })).toMatchObject({ text: 'Rà soát 𠀀 hộ vay' });
    expect(z.safeDecode(contract.input, { ...input, dueOn: '2026-02-30' as never }).success).toBe(false);
    expect(z.safeDecode(contract.input, { ...input, text: '\u200f \u0000' }).success).toBe(false);
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { cancelTask } from './cancel-task.ts';
import { stateAfter } from './domain/task.ts';
import { handOverTask } from './hand-over-task.ts';
import { receiveTask } from './receive-task.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { showTask } from './show-task.ts';
import { showTaskOverview } from './show-task-overview.ts';
import { startTask } from './start-task.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { callers, headsTask, REPORT, shownTask, type taskOf, tasksOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(() => commune.clock.moveTo('2026-12-01T02:00:00Z'));

type Within = Awaited<ReturnType<typeof taskOf>>;

const report = (within: Within, caller = as.head()) =>
  tryCommand(commune, caller, (context) => reportTask({ ...within, ...REPORT, eventId: nextId() }, context));
const accept = (within: Within, baseVersion: number, caller = as.chair()) =>
  tryCommand(commune, caller, (context) =>
    acceptTask({ ...within, eventId: nextId(), baseVersion }, context),
  );
const giveBack = (within: Within, baseVersion: number, caller = as.chair()) =>
  tryCommand(commune, caller, (context) =>
    returnTask({ ...within, eventId: nextId(), baseVersion, reason: 'Thiếu danh sách' }, context),
  );

const newTask = (): Promise<Within> => headsTask(commune);

describe('a task', () => {
  it('[GV34] goes from given to accepted, each step by its event, and its state is that of the last one', async () => {
    const within = await newTask();
    await command(commune, as.head(), (context) => receiveTask({ ...within, eventId: nextId() }, context));
    await command(commune, as.head(), (context) => startTask({ ...within, eventId: nextId() }, context));
    expect(await report(within)).toEqual({ version: 4 });
    expect(await giveBack(within, 4)).toEqual({ version: 5 });
    expect(await report(within)).toEqual({ version: 6 });
    expect(await accept(within, 6)).toEqual({ version: 7 });
    const { task, events } = await shownTask(commune, as.head(), within);
    expect(events.map(({ kind }) => kind)).toEqual([
      'given',
      'received',
      'started',
      'reported',
      'returned',
      'reported',
      'accepted',
    ]);
    expect(task.state).toBe(stateAfter(events.map(({ kind }) => kind)));
    expect(events[4]).toMatchObject({ text: 'Thiếu danh sách', byName: PEOPLE.communeChair });
    expect(await report(within)).toEqual({ refused: 'taskStateWrong', data: { state: 'Xong' } });
  });

  it('[GV36] two who judge at once: one is told that it has changed', async () => {
    const within = await newTask();
    await report(within);
    const outcomes = await Promise.all([accept(within, 2), giveBack(within, 2)]);
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
    expect(outcomes.find(isRefusal)).toMatchObject({ refused: 'taskChanged' });
  });

  it('[GV36] nobody accepts or returns what they reported themselves; another judge does', async () => {
    const within = await newTask();
    await report(within, as.chair());
    expect(await accept(within, 2, as.chair())).toMatchObject({ refused: 'ownReport' });
    await report(within, as.head());
    const shown = async (caller: ReturnType<typeof as.chair>) =>
      (({ hasReported, may }) => ({ hasReported, judge: may.judge }))(
        await shownTask(commune, caller, within),
      );
    expect(await shown(as.chair())).toEqual({ hasReported: true, judge: false });
    expect(await shown(as.officer())).toEqual({ hasReported: false, judge: true });
    expect(await accept(within, 3, as.chair())).toMatchObject({ refused: 'ownReport' });
    expect(await giveBack(within, 3, as.chair())).toMatchObject({ refused: 'ownReport' });
    expect(await giveBack(within, 3, as.officer())).toEqual({ version: 4 });
    // Of a report that is given back already nobody is told whose it is.
    expect(await giveBack(within, 4, as.chair())).toMatchObject({ refused: 'taskStateWrong' });
    await report(within, as.head());
    expect(await accept(within, 5, as.officer())).toEqual({ version: 6 });
  });

  it('[GV35] is answered by its office, and for it by bank and chair, by nobody else', async () => {
    const within = await newTask();
    expect(await report(within, as.police())).toMatchObject({ refused: 'notFound' });
    expect(await report(within, as.officer())).toEqual({ version: 2 });
    expect(await report(within, as.head())).toEqual({ version: 3 });
    const { task, events } = await shownTask(commune, as.head(), within);
    expect(events.map(({ writtenFor }) => writtenFor)).toEqual([null, task.ownerName, null]);
    const inFuture = await tryCommand(commune, as.head(), (context) =>
      reportTask({ ...within, ...REPORT, eventId: nextId(), doneOn: day('2026-12-02') }, context),
    );
    expect(inFuture).toEqual({
      refused: 'doneInFuture',
      data: { doneOn: '02/12/2026', today: '01/12/2026' },
    });
  });

  it('[GV131] may have been done before it was given, not more than a year before', async () => {
    const within = await newTask();
    const doneOn = (on: string) =>
      tryCommand(commune, as.head(), (context) =>
        reportTask({ ...within, ...REPORT, eventId: nextId(), doneOn: day(on) }, context),
      );
    expect(await doneOn('2025-11-30')).toEqual({
      refused: 'doneLongBefore',
      data: { doneOn: '30/11/2025', months: 12, earliest: '01/12/2025' },
    });
    expect(await doneOn('2025-12-01')).toEqual({ version: 2 });
  });

  it('[GV33] is late by the clock alone: after its deadline, no more once it is reported', async () => {
    const within = await newTask();
    const lateOn = async (moment: string) => {
      commune.clock.moveTo(moment);
      return (await shownTask(commune, as.head(), within)).task.lateDays;
    };
    expect(await lateOn('2026-12-10T16:59:00Z')).toBe(0);
    expect(await lateOn('2026-12-10T17:00:00Z')).toBe(1);
    expect((await tasksOf(commune, as.head(), 'open')).late).toBeGreaterThan(0);
    commune.clock.moveTo('2026-12-12T02:00:00Z');
    await report(within);
    expect(await lateOn('2027-01-05T02:00:00Z')).toBe(2);
    await giveBack(within, 2);
    expect(await lateOn('2027-01-05T02:00:00Z')).toBe(26);
  });

  it('[GV33] who reported in time is not late for a supplement', async () => {
    const within = await newTask();
    const lateAfter = async (moment: string, outcome: 'done' | 'partly') => {
      commune.clock.moveTo(moment);
      await tryCommand(commune, as.head(), (context) =>
        reportTask({ ...within, ...REPORT, outcome, eventId: nextId() }, context),
      );
      return (await shownTask(commune, as.head(), within)).task.lateDays;
    };
    expect(await lateAfter('2026-12-10T02:00:00Z', 'partly')).toBe(0);
    expect(await lateAfter('2026-12-14T02:00:00Z', 'partly')).toBe(0);
    expect(await lateAfter('2026-12-15T02:00:00Z', 'done')).toBe(5);
    expect(await lateAfter('2026-12-16T02:00:00Z', 'done')).toBe(5);
  });

  it('[GV37] handed over ends with the reason and begins anew with the same deadline; each office reads its own', async () => {
    const within = await newTask();
    const newTaskId = nextId();
    const handOver = (seat: string | null, name: string) =>
      tryCommand(commune, as.chair(), (context) =>
        handOverTask(
          {
            ...within,
            eventId: nextId(),
            baseVersion: 1,
            newTaskId,
            seat,
            name,
            reason: 'Hộ đi khỏi địa bàn',
          },
          context,
        ),
      );
    const police = `${PEOPLE.communePolice}, Công an xã`;
    expect(
      await handOver('associationHead:12', `${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`),
    ).toMatchObject({
      refused: 'sameOwner',
    });
    expect(await handOver('communePolice', 'Người đã nghỉ, Công an xã')).toMatchObject({
      refused: 'ownerLeft',
    });
    expect(await handOver('communePolice', police)).toEqual({ version: 2 });
    const old = await shownTask(commune, as.head(), within);
    expect([old.task.state, old.task.lateDays]).toEqual(['handedOver', 0]);
    expect([old.handedTo, old.handedToName]).toEqual([null, null]);
    const next = await shownTask(commune, as.police(), { ...within, taskId: newTaskId });
    expect(next).toMatchObject({
      task: { state: 'given', dueOn: '2026-12-10', ownerName: police, text: old.task.text },
      handedFrom: null,
    });
    expect(next.events).toMatchObject([{ kind: 'given', text: 'Hộ đi khỏi địa bàn' }]);
    const toChair = await shownTask(commune, as.chair(), within);
    expect([toChair.handedTo, toChair.handedToName]).toEqual([newTaskId, police]);
  });

  it('[GV38] is counted by actor; handed-over and cancelled ones count no more', async () => {
    const { communeId } = commune;
    const overview = () =>
      question(commune, as.chair(), (context) =>
        showTaskOverview({ hasMail: false })({ communeId }, context),
      );
    const headIn = async () => (await overview()).actors.find(({ seat }) => seat === 'associationHead:12');
    const before = await headIn();
    const within = await newTask();
    expect((await headIn())?.given).toBe((before?.given ?? 0) + 1);
    await command(commune, as.chair(), (context) =>
      cancelTask({ ...within, eventId: nextId(), baseVersion: 1, reason: 'Giao nhầm' }, context),
    );
    expect((await headIn())?.given).toBe(before?.given);
    const { total, actors } = await overview();
    for (const measure of ['given', 'done', 'waiting', 'late', 'returned'] as const)
      expect(actors.reduce((sum, actor) => sum + actor[measure], 0)).toBe(total[measure]);
  });
});

describe('[GV39] who reads a task', () => {
  it('its office alone, and the bank and the chair; the rows themselves are not there for others', async () => {
    const within = await newTask();
    for (const caller of [as.head(), as.chair(), as.officer(), as.director()])
      expect((await shownTask(commune, caller, within)).task.taskId).toBe(within.taskId);
    const otherHead = commune.as('associationHead', { associationCodes: ['11'], seat: 'associationHead:11' });
    for (const caller of [as.police(), otherHead, as.leader('0026000'), as.villageHead('54010101')]) {
      const asked = await tryCommand(commune, caller, (context) => showTask(within, context));
      expect(asked).toMatchObject({ refused: 'notFound' });
      const foreign = await commune.database.app.read(caller.scope, async (tx) => {
        const { rows } = await sql`
          select id from governance.task where owner_seat is distinct from ${caller.scope.seat}
          union all select id from governance.task_event where owner_seat is distinct from ${caller.scope.seat}
          union all select id from governance.directive where not ${caller.scope.seat} = any (recipient_seats)`.execute(
          tx,
        );
        return rows;
      });
      expect([caller.role, foreign]).toEqual([caller.role, []]);
    }
  });
});

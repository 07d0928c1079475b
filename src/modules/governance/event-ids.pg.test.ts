import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { InputOf } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { cancelTask } from './cancel-task.ts';
import type { reportTask as operation } from './contract.ts';
import { handOverTask } from './hand-over-task.ts';
import { receiveTask } from './receive-task.ts';
import { reportTask } from './report-task.ts';
import { startTask } from './start-task.ts';
import { command, givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, headsTask, REPORT, shownTask } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(() => commune.clock.moveTo('2026-12-01T02:00:00Z'));

type Report = Omit<InputOf<typeof operation>, 'communeId' | 'taskId' | 'eventId'>;

/** A group that the head of the association reads, as evidence. */
async function ownGroup(): Promise<Report['records'][number]> {
  const { rows } = await commune.database.owner.query<{ groupCode: string }>(
    `select group_code as "groupCode" from groups.savings_group where commune_id = $1 and association_code = $2
     order by group_code limit 1`,
    [commune.communeId, as.head().scope.associationCodes?.[0]],
  );
  return { kind: 'group', groupCode: rows[0]?.groupCode ?? '' };
}

const newTask = () => headsTask(commune);

it('[GV34] the same event sent twice happens once, also at once', async () => {
  const within = await newTask();
  const eventId = nextId();
  const send = () =>
    tryCommand(commune, as.head(), (context) => reportTask({ ...within, ...REPORT, eventId }, context));
  const outcomes = await Promise.all([send(), send(), send()]);
  expect(outcomes).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }]);
  expect((await shownTask(commune, as.head(), within)).events).toHaveLength(2);
});

it('[GV34] an event’s id that stands for something else is refused, and the task stays as it was', async () => {
  const within = await newTask();
  const eventId = nextId();
  await command(commune, as.head(), (context) => receiveTask({ ...within, eventId }, context));
  const again = [
    tryCommand(commune, as.head(), (context) => startTask({ ...within, eventId }, context)),
    tryCommand(commune, as.head(), (context) => reportTask({ ...within, ...REPORT, eventId }, context)),
    tryCommand(commune, as.chair(), (context) =>
      cancelTask({ ...within, eventId, baseVersion: 2, reason: 'Nhầm' }, context),
    ),
  ];
  expect(await Promise.all(again)).toMatchObject(again.map(() => ({ refused: 'idTaken' })));
  const { task, events } = await shownTask(commune, as.head(), within);
  expect([task.state, events.length]).toEqual(['received', 2]);
});

it('[GV34] an event’s id stands for its words, outcome, day and evidence, and of a hand-over for the new owner', async () => {
  const within = await newTask();
  const eventId = nextId();
  const sent = (changed: Partial<Report>) =>
    tryCommand(commune, as.head(), (context) =>
      reportTask({ ...within, ...REPORT, ...changed, eventId }, context),
    );
  const record = await ownGroup();
  expect(await sent({ records: [record] })).toEqual({ version: 2 });
  for (const mended of [
    { text: '4 hộ', records: [record] },
    { outcome: 'partly' as const, records: [record] },
    { doneOn: day('2026-11-30'), records: [record] },
    { fileIds: [nextId()], records: [record] },
    { records: [] },
  ])
    expect(await sent(mended)).toMatchObject({ refused: 'idTaken' });
  expect(await sent({ records: [record, record] })).toEqual({ version: 2 });
  const other = await newTask();
  const over = { ...other, eventId: nextId(), newTaskId: nextId(), baseVersion: 1, seat: null };
  const handOver = (name: string, reason = 'Giao nhầm') =>
    tryCommand(commune, as.chair(), (context) => handOverTask({ ...over, name, reason }, context));
  expect(await handOver('Đoàn Thanh niên')).toEqual({ version: 2 });
  expect(await handOver('Mặt trận')).toMatchObject({ refused: 'idTaken' });
  expect(await handOver('Đoàn Thanh niên', 'Lý do khác')).toMatchObject({ refused: 'idTaken' });
  expect(await handOver('Đoàn Thanh niên')).toEqual({ version: 2 });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { systemCaller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../../platform/command.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { enterGroupValue } from './enter-group-value.ts';
import { listScores, withdrawGroups } from './index.ts';
import { listGroups } from './list-groups.ts';
import { showGroup } from './show-group.ts';
import { givenGroups, stagedGroup } from './testing/build.ts';
import { withdrawGroupValue } from './withdraw-group-value.ts';

const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let platform: Platform;
let communeId: Id;
beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
});
beforeEach(async () => {
  communeId = platform.newId();
});
afterAll(() => database.close());

const officer = (scope: Partial<Scope> = {}): Caller =>
  systemCaller({ communeIds: [communeId], officeIds: [], system: false, ...scope });
const answered = <T>(outcome: T | Refusal): T => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome as T;
};
const order = <T>(run: (context: HandlerContext) => Promise<T | Refusal>) =>
  runCommand(platform, { name: 'groups.test', caller: officer() }, run);
const list = async (dataDate?: BusinessDate, caller = officer()) =>
  answered(await runQuestion(platform, { caller }, (context) => listGroups({ dataDate }, context))).groups;
const show = async (groupCode = '0026000', caller = officer(), dataDate?: BusinessDate) =>
  answered(
    await runQuestion(platform, { caller }, (context) =>
      showGroup({ communeId, groupCode, dataDate }, context),
    ),
  );
const scores = (dataDate: BusinessDate) =>
  database.app.read(officer().scope, (tx) => listScores(tx, { communeIds: [communeId], dataDate }));
const withdraw = (versionId: Id) =>
  database.app.write(officer().scope, (tx) =>
    withdrawGroups(tx, { versionId, communeIds: [communeId], at: new Date('2026-11-04T00:00:00Z') }),
  );

/** A customer whom the files of these dates put into the group. */
async function givenMember(number: number, groupCode = '0026000', dates = ['2026-10-31']): Promise<void> {
  const id = platform.newId();
  for (const date of dates) await namedIn(date, { id, groupCode });
  await database.owner.query(`insert into registry.household values ($1, $2, '2026-10-31')`, [communeId, id]);
  await database.owner.query(
    `insert into registry.person (commune_id, id, customer_code, household_id, full_name, folded_name, village_code,
       group_code, association_code, bank_data_date)
     values ($1, $2, $3, $2, $4, 'x', '54010101', $5, '11', '2026-10-31')`,
    [
      communeId,
      id,
      `48${String(number).padStart(8, '0')}`,
      `Người Mẫu ${'DCBA'[number] ?? number}`,
      groupCode,
    ],
  );
}

/** The files of a date name the customer, as one of the group. */
async function namedIn(date: string, { id, groupCode }: { id: Id; groupCode: string }): Promise<void> {
  const versionId = `00000000-0000-8000-8000-0000${date.replaceAll('-', '')}`;
  await database.owner.query(
    `insert into registry.bank_version (commune_id, version_id, data_date, person_ids) values ($1, $2, $3, $4)
     on conflict (commune_id, version_id) do update set person_ids = bank_version.person_ids || excluded.person_ids`,
    [communeId, versionId, date, [id]],
  );
  await database.owner.query(
    `insert into registry.person_bank_record (commune_id, person_id, data_date, version_id, full_name, folded_name,
       village_code, group_code, association_code) values ($1, $2, $3, $4, 'X', 'x', '54010101', $5, '11')`,
    [communeId, id, date, versionId, groupCode],
  );
}

describe('groups from the files', () => {
  it('[GR1] a group is shown as last told, whatever order the months come in', async () => {
    await givenGroups(database, {
      communeId,
      dataDate: OCTOBER,
      groups: [stagedGroup({ leaderName: 'Tổ Trưởng Mới' })],
    });
    await givenGroups(database, { communeId, dataDate: SEPTEMBER });
    expect(await list()).toMatchObject([
      {
        groupCode: '0026000',
        leaderName: 'Tổ Trưởng Mới',
        deputyName: 'Lê Văn Phó Mẫu',
        pointName: 'Điểm mẫu',
        bankDataDate: OCTOBER,
      },
    ]);
    expect((await show()).leader).toEqual({
      fullName: 'Tổ Trưởng Mới',
      birthYear: 1975,
      phone: '0912345678',
    });
  });

  it("[GR1] a batch without the leaders' file leaves leader, deputy and point as last told, with their date", async () => {
    await givenGroups(database, { communeId, dataDate: SEPTEMBER });
    const ofLoans = stagedGroup({ leaderName: 'Tên Theo Món Vay', villageCode: '54010102', isTold: false });
    await givenGroups(database, { communeId, dataDate: OCTOBER, groups: [ofLoans] });
    expect(await list()).toMatchObject([
      {
        leaderName: 'Trần Thị Tổ Mẫu',
        deputyName: 'Lê Văn Phó Mẫu',
        pointName: 'Điểm mẫu',
        status: 'A',
        villageCode: '54010102',
        bankDataDate: OCTOBER,
        boardDataDate: SEPTEMBER,
      },
    ]);
    expect((await show()).leader.phone).toBe('0912345678');
  });

  it("[GR1] a group no leaders' file ever told has the name its loans give, and no phone", async () => {
    await givenGroups(database, { communeId, groups: [stagedGroup({ isTold: false })] });
    expect(await list()).toMatchObject([
      { leaderName: 'Trần Thị Tổ Mẫu', pointName: null, boardDataDate: null },
    ]);
    expect((await show()).leader.phone).toBeNull();
  });

  it('[GR2] undo shows group and scores as before; a group known only from the undone version is gone', async () => {
    const scored = (totalPoints: number) => [{ groupCode: '0026000', totalPoints, grade: null }];
    await givenGroups(database, { communeId, dataDate: OCTOBER, scores: scored(90) });
    const { versionId } = await givenGroups(database, {
      communeId,
      groups: [stagedGroup({ leaderName: 'Tên Sai' }), stagedGroup({ groupCode: '0026001' })],
      scores: scored(10),
    });
    expect(await scores(OCTOBER)).toEqual([{ group: '0026000', total: 10, grade: 'Yếu' }]);
    await withdraw(versionId);
    expect(await list()).toMatchObject([{ leaderName: 'Trần Thị Tổ Mẫu' }]);
    expect(await scores(OCTOBER)).toEqual([{ group: '0026000', total: 90, grade: 'Tốt' }]);
  });

  it('[GR3] the latest score at a date, its movement, and the months newest first', async () => {
    await givenGroups(database, {
      communeId,
      dataDate: SEPTEMBER,
      scores: [{ groupCode: '0026000', totalPoints: 72, grade: 'Khá' }],
    });
    await givenGroups(database, {
      communeId,
      dataDate: OCTOBER,
      scores: [{ groupCode: '0026000', totalPoints: 91, grade: 'Tốt' }],
    });
    expect((await list())[0]?.score).toEqual({
      dataDate: OCTOBER,
      totalPoints: 91,
      grade: 'Tốt',
      gradeFrom: 'file',
      movementPoints: 19,
      previousGrade: 'Khá',
      isStale: false,
    });
    expect((await list(SEPTEMBER))[0]?.score).toMatchObject({
      totalPoints: 72,
      movementPoints: null,
      previousGrade: null,
    });
    expect((await show()).scores.map((score) => score.dataDate)).toEqual([OCTOBER, SEPTEMBER]);
  });

  it("[GR3] a newer version without the scores' file leaves the date without scores, not with the old ones", async () => {
    await givenGroups(database, {
      communeId,
      scores: [{ groupCode: '0026000', totalPoints: 72, grade: 'Khá' }],
    });
    await givenGroups(database, { communeId });
    expect(await scores(OCTOBER)).toEqual([]);
    expect((await list())[0]?.score).toBeNull();
  });

  it('[GR4] a lost grade follows from the total and says so; a grade in the file stands, even against its total', async () => {
    await givenGroups(database, {
      communeId,
      groups: ['0026000', '0026001', '0026002'].map((groupCode) => stagedGroup({ groupCode })),
      scores: [
        { groupCode: '0026000', totalPoints: 85, grade: null },
        { groupCode: '0026001', totalPoints: 84, grade: '' },
        { groupCode: '0026002', totalPoints: 40, grade: 'Khá' },
      ],
    });
    expect((await list()).map((group) => [group.score?.grade, group.score?.gradeFrom])).toEqual([
      ['Tốt', 'computed'],
      ['Khá', 'computed'],
      ['Khá', 'file'],
    ]);
  });

  it('[GR5] places left are the dated largest size less the members, who stand by given name', async () => {
    await givenGroups(database, { communeId });
    for (const number of [0, 1, 2]) await givenMember(number);
    await givenMember(9, '0026001');
    const { group, members } = await show();
    expect(group).toMatchObject({ memberCount: 3, placesLeft: 57, isTooSmall: true });
    expect(members.map((member) => member.fullName)).toEqual(['Người Mẫu B', 'Người Mẫu C', 'Người Mẫu D']);
  });
});

describe('members and scores of a date', () => {
  it('[GR5] members are those whom its files name: who left makes room, who was not there yet takes none', async () => {
    await givenGroups(database, { communeId });
    await givenMember(0, '0026000', ['2026-09-30', '2026-10-31']);
    await givenMember(1, '0026000', ['2026-09-30']);
    await givenMember(2, '0026000', ['2026-09-30']);
    await givenMember(3);
    expect((await show()).members).toHaveLength(2);
    expect(await list()).toMatchObject([{ memberCount: 2, placesLeft: 58 }]);
    expect(await list(day('2026-10-15'))).toMatchObject([{ memberCount: 3, placesLeft: 57 }]);
    const september = await show('0026000', officer(), SEPTEMBER);
    expect(september).toMatchObject({ group: { memberCount: 3 } });
    expect(september.members.map((member) => member.customerCode?.slice(-1))).toEqual(['2', '1', '0']);
    expect(await list(day('2026-08-31'))).toMatchObject([{ memberCount: 0 }]);
  });

  it('[GR5] members are not too few at the least size, which is not too small with the dated number of members', async () => {
    await givenGroups(database, { communeId });
    for (const number of [0, 1, 2, 3, 4]) await givenMember(number);
    expect(await list()).toMatchObject([{ memberCount: 5, isTooSmall: false }]);
  });

  it('[GR8] a score is old when more than the dated days lie between it and the date asked', async () => {
    const scores = [{ groupCode: '0026000', totalPoints: 72, grade: 'Khá' }];
    await givenGroups(database, { communeId, dataDate: SEPTEMBER, scores });
    const isStale = async (on?: string) => (await list(on === undefined ? on : day(on)))[0]?.score?.isStale;
    expect(await isStale()).toBe(false);
    expect(await isStale('2026-11-04')).toBe(false);
    expect(await isStale('2026-11-05')).toBe(true);
  });
});

describe('what people enter', () => {
  it("[GR6] stands in place of the bank's value, survives an import, is withdrawn once", async () => {
    await givenGroups(database, { communeId, dataDate: SEPTEMBER });
    const entered = {
      communeId,
      groupCode: '0026000',
      field: 'leader_phone',
      value: '0987 654 321',
    } as const;
    const { entryId } = answered(await order((context) => enterGroupValue(entered, context)));
    await givenGroups(database, {
      communeId,
      dataDate: OCTOBER,
      groups: [stagedGroup({ leaderPhone: '0900000000' })],
    });
    expect(await show()).toMatchObject({
      leader: { phone: '0987654321' },
      entries: [
        { bankValueThen: '0912345678', bankValueNow: '0900000000', differs: true, bankChanged: true },
      ],
    });
    await order((context) => withdrawGroupValue({ communeId, entryId }, context));
    expect((await show()).leader.phone).toBe('0900000000');
    const again = await order((context) => withdrawGroupValue({ communeId, entryId }, context));
    expect(again).toMatchObject({ refused: 'groupEntryWithdrawn' });
    const wrong = await order((context) => enterGroupValue({ ...entered, value: '12' }, context));
    expect(wrong).toMatchObject({ refused: 'groupValueInvalid' });
    const nowhere = await order((context) => enterGroupValue({ ...entered, groupCode: '9999999' }, context));
    expect(nowhere).toMatchObject({ refused: 'notFound' });
  });

  it("[GR6] leader, village and point entered are shown in list and file, the bank's word beside them", async () => {
    await givenGroups(database, { communeId });
    const values = { leader_name: 'Tổ Trưởng Mới', village_name: 'Thôn Khác', point_name: 'Điểm khác' };
    for (const [field, value] of Object.entries(values))
      await order((context) =>
        enterGroupValue(
          { communeId, groupCode: '0026000', field: field as keyof typeof values, value },
          context,
        ),
      );
    const shown = { leaderName: 'Tổ Trưởng Mới', villageName: 'Thôn Khác', pointName: 'Điểm khác' };
    expect(await list()).toMatchObject([{ ...shown, villageCode: '54010101' }]);
    const file = await show();
    expect(file.group).toMatchObject(shown);
    expect(file.leader).toEqual({ fullName: 'Tổ Trưởng Mới', birthYear: null, phone: null });
    expect(file.entries).toMatchObject([
      { field: 'leader_name', bankValueNow: 'Trần Thị Tổ Mẫu', differs: true, bankChanged: false },
      { field: 'village_name', bankValueNow: null },
      { field: 'point_name', bankValueNow: 'Điểm mẫu' },
    ]);
    await givenGroups(database, { communeId, groups: [stagedGroup({ leaderName: 'Tổ Trưởng Mới' })] });
    expect((await show()).entries[0]).toMatchObject({ differs: false, bankChanged: true });
    expect((await show()).leader.phone).toBe('0912345678');
  });

  it("[GR6] an entered deputy does not get the phone of the bank's deputy", async () => {
    await givenGroups(database, { communeId, groups: [stagedGroup({ deputyName: null })] });
    expect((await show()).deputy).toBeNull();
    const entered = { communeId, groupCode: '0026000', field: 'deputy_name', value: 'Phó Mẫu' } as const;
    await order((context) => enterGroupValue(entered, context));
    expect((await show()).deputy).toEqual({ fullName: 'Phó Mẫu', phone: null });
  });

  it('[GR6] a leader whose name is entered in another spelling keeps the phone that the bank has', async () => {
    await givenGroups(database, { communeId, groups: [stagedGroup({ leaderName: 'Lê Thị Hòa' })] });
    const phoneOf = async (value: string) => {
      const entered = { communeId, groupCode: '0026000', field: 'leader_name', value } as const;
      await order((context) => enterGroupValue(entered, context));
      return (await show()).leader;
    };
    expect(await phoneOf('LÊ THỊ HOÀ')).toMatchObject({ fullName: 'LÊ THỊ HOÀ', phone: '0912345678' });
    expect(await phoneOf('Lê Thị Hoa')).toMatchObject({ phone: null });
  });
});

describe('narrowed scopes', () => {
  it('[GR7] a leader sees their group, a village head those of the village, an association its own', async () => {
    await givenGroups(database, {
      communeId,
      groups: [
        stagedGroup(),
        stagedGroup({ groupCode: '0026001', villageCode: '54010102', associationCode: '12' }),
      ],
      scores: [
        { groupCode: '0026000', totalPoints: 90, grade: null },
        { groupCode: '0026001', totalPoints: 60, grade: null },
      ],
    });
    const codes = async (scope: Partial<Scope>) =>
      (await list(undefined, officer(scope))).map(
        (group) => `${group.groupCode} ${group.score?.totalPoints}`,
      );
    expect(await codes({ groupCodes: ['0026001'] })).toEqual(['0026001 60']);
    expect(await codes({ villageCodes: ['54010101'] })).toEqual(['0026000 90']);
    expect(await codes({ associationCodes: ['12'] })).toEqual(['0026001 60']);
    expect(await codes({ communeIds: [] })).toEqual([]);
    const unseen = await runQuestion(platform, { caller: officer({ groupCodes: ['0026001'] }) }, (context) =>
      showGroup({ communeId, groupCode: '0026000' }, context),
    );
    expect(unseen).toMatchObject({ refused: 'notFound' });
  });
});

import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');
const cancel = (within: TestBriefing) =>
  tryCommand(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão' }, context),
  );
const raise = (text: string, briefingId: Id | null = null, difficultyId = nextId()) =>
  command(commune, officer(), (context) =>
    raiseDifficulty(
      {
        ...{ communeId: commune.communeId, difficultyId, briefingId, about: 'matter', text, saidBy: null },
        ...{ householdId: null, personId: null, contractNo: null, groupCode: null },
      },
      context,
    ),
  ).then(() => difficultyId);
const textsIn = async (within: TestBriefing) =>
  (await shown(commune, within)).difficulties.map(({ text }) => text);
const waiting = async () =>
  (
    await question(commune, officer(), (context) =>
      listWaitingDifficulties({ communeId: commune.communeId }, context),
    )
  ).difficulties.map(({ text }) => text);

describe('difficulties of a briefing that is not held', () => {
  it('[GV110] wait for the next and come to it as they were; what was answered stays', async () => {
    const storm = await prepared(commune, day('2027-10-23'));
    const [, given, answered] = [
      await raise('Cầu treo hỏng'),
      await raise('Tổ trưởng xin nghỉ'),
      await raise('Thiếu mẫu biểu'),
    ];
    const at = { communeId: commune.communeId };
    const to = { seat: null, name: 'Ban giảm nghèo', dueOn: day('2027-10-30'), baseVersion: 1 };
    await command(commune, officer(), (context) =>
      giveDifficulty({ ...to, ...at, difficultyId: given }, context),
    );
    await command(commune, officer(), (context) =>
      answerDifficulty(
        { ...at, difficultyId: answered, answer: 'Đã phát', contactId: null, found: null },
        context,
      ),
    );
    await cancel(storm);
    expect(await textsIn(storm)).toEqual(['Thiếu mẫu biểu']);
    expect(await waiting()).toEqual(['Cầu treo hỏng', 'Tổ trưởng xin nghỉ']);
    expect((await shown(commune, storm)).cancelled?.givenBack).toEqual([
      { briefingId: null, metOn: null, difficulties: 2 },
    ]);
    const next = await prepared(commune, day('2027-11-23'));
    const { difficulties } = await shown(commune, next);
    expect(difficulties).toMatchObject([
      { text: 'Cầu treo hỏng', state: 'open' },
      { text: 'Tổ trưởng xin nghỉ', state: 'given', givenName: 'Ban giảm nghèo', dueOn: '2027-10-30' },
    ]);
    expect((await shown(commune, storm)).cancelled?.givenBack).toEqual([
      { briefingId: next.briefingId, metOn: '2027-11-23', difficulties: 2 },
    ]);
    await cancel(next);
  });

  it('[GV110] go to the one that stands prepared, as does what is raised for the cancelled one afterwards', async () => {
    const december = await prepared(commune, day('2027-12-23'));
    const january = await prepared(commune, day('2028-01-23'));
    commune.clock.moveTo('2027-12-22T02:00:00Z');
    const { revision } = await shown(commune, january);
    await cancel(december);
    expect((await shown(commune, january)).revision).toBeGreaterThan(revision);
    await raise('Nước lên', december.briefingId);
    expect(await textsIn(january)).toEqual(['Cầu treo hỏng', 'Tổ trưởng xin nghỉ', 'Nước lên']);
    expect((await shown(commune, december)).cancelled?.givenBack).toEqual([
      { briefingId: january.briefingId, metOn: '2028-01-23', difficulties: 3 },
    ]);
  });

  it('[GV110] none is lost while two briefings are cancelled and difficulties raised and answered at once', async () => {
    const [february, march] = [
      await prepared(commune, day('2028-02-23')),
      await prepared(commune, day('2028-03-23')),
    ];
    commune.clock.moveTo('2028-02-20T02:00:00Z');
    const early = await raise('Trước khi hủy', february.briefingId);
    const answer = tryCommand(commune, officer(), (context) =>
      answerDifficulty(
        { communeId: commune.communeId, difficultyId: early, answer: 'Xong', contactId: null, found: null },
        context,
      ),
    );
    await Promise.all([
      answer,
      cancel(february),
      cancel(march),
      ...['một', 'hai', 'ba'].map((n) => raise(`Lúc hủy ${n}`, february.briefingId)),
    ]);
    const { rows } = await commune.database.owner.query(
      `select d.text from governance.difficulty d left join governance.briefing b on b.id = d.briefing_id
       where d.state <> 'answered' and b.state = 'cancelled'`,
    );
    expect(rows).toEqual([]);
    const { rows: all } = await commune.database.owner.query(
      `select count(*)::int as n from governance.difficulty where text like 'Lúc hủy%' or text = 'Trước khi hủy'`,
    );
    expect(all).toEqual([{ n: 4 }]);
  });

  it('[GV110] whoever answers one while its briefing is cancelled is not shut out: both end', async () => {
    const within = await prepared(commune, day('2028-04-23'));
    const difficultyId = await raise('Mất sổ', within.briefingId);
    const answering = new pg.Client(commune.database.ownerAddress);
    await answering.connect();
    const lock = (table: string, id: Id) =>
      answering.query(`select from ${table} where commune_id = $1 and id = $2 for update`, [
        within.communeId,
        id,
      ]);
    await answering.query('begin');
    await lock('governance.briefing', within.briefingId);
    const cancelling = cancel(within);
    await waitsForLock(commune.database.owner);
    // The answer goes on to the difficulty's row: were that locked already, each would wait for the other.
    await lock('governance.difficulty', difficultyId);
    await answering.query('commit');
    await answering.end();
    expect(await cancelling).toEqual({});
  });

  it('[GV110] one that is moved on each time its briefing is locked is refused as busy', async () => {
    const { communeId } = commune;
    const days = ['2028-05-23', '2028-06-23', '2028-07-23', '2028-08-23', '2028-09-23', '2028-10-23'];
    const places: TestBriefing[] = [];
    for (const on of days) places.push(await prepared(commune, day(on)));
    const difficultyId = await raise('Chuyển mãi', places[0]?.briefingId);
    const movers = await Promise.all(
      places.slice(0, -1).map(async ({ briefingId }) => {
        const mover = new pg.Client(commune.database.ownerAddress);
        await mover.connect();
        await mover.query('begin');
        await mover.query('select from governance.briefing where id = $1 for no key update', [briefingId]);
        return mover;
      }),
    );
    const answering = tryCommand(commune, officer(), (context) =>
      answerDifficulty({ communeId, difficultyId, answer: 'Xong', contactId: null, found: null }, context),
    ).catch((error: unknown) => error);
    for (const [at, mover] of movers.entries()) {
      await isWaitedFor(mover);
      const to = places[at + 1]?.briefingId;
      await mover.query('update governance.difficulty set briefing_id = $2 where id = $1', [
        difficultyId,
        to,
      ]);
      await mover.query('commit');
      await mover.end();
    }
    expect(await answering).toMatchObject({ refused: 'databaseBusy' });
  });
});

/** Ends once somebody waits for what this connection holds. */
async function isWaitedFor(holder: pg.Client): Promise<void> {
  const { rows } = await holder.query('select pg_backend_pid() as pid');
  const waiting = 'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
  while ((await commune.database.owner.query(waiting, [rows[0].pid])).rowCount === 0) await setTimeout(20);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { selectMinutes } from './db/minutes.ts';
import { dropDifficulty } from './drop-difficulty.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listBriefings } from './list-briefings.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { openBriefing } from './open-briefing.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { opened, pointOf, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');

async function raised(briefingId: Id, text: string): Promise<Id> {
  const difficultyId = nextId();
  const { communeId } = commune;
  const matter = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
  const asked = { ...matter, groupCode: null, saidBy: null, communeId, difficultyId, briefingId, text };
  await command(commune, officer(), (context) => raiseDifficulty(asked, context));
  return difficultyId;
}
const answer = (difficultyId: Id) =>
  tryCommand(commune, officer(), (context) =>
    answerDifficulty(
      { communeId: commune.communeId, difficultyId, answer: 'Xong', contactId: null, found: null },
      context,
    ),
  );
const give = (difficultyId: Id, dueOn = day('2027-11-20')) =>
  tryCommand(commune, officer(), (context) => {
    const to = { seat: null, name: 'Ban giảm nghèo', dueOn, baseVersion: 1 };
    return giveDifficulty({ ...to, communeId: commune.communeId, difficultyId }, context);
  });
const drop = (difficultyId: Id, { reason = 'Đường đã thông', baseVersion = 1 } = {}, as = officer()) =>
  tryCommand(commune, as, (context) =>
    dropDifficulty({ communeId: commune.communeId, difficultyId, reason, baseVersion }, context),
  );
const close = (within: TestBriefing) =>
  command(commune, officer(), (context) => closeBriefing({ ...within, withoutConclusions: true }, context));
const waiting = async () =>
  (
    await question(commune, officer(), (context) =>
      listWaitingDifficulties({ communeId: commune.communeId }, context),
    )
  ).difficulties;
const minutesOf = ({ communeId, briefingId }: TestBriefing) =>
  question(commune, officer(), ({ tx }) => selectMinutes(tx, communeId, briefingId)).then(
    (minutes) => minutes?.content.difficulties,
  );
const told = async (within: TestBriefing) =>
  (await shown(commune, within)).difficulties.map(({ text, state, carriedSince, carriedTo }) => ({
    ...{ text, state, carriedSince, carriedTo },
  }));
const counted = async ({ communeId, briefingId }: TestBriefing) =>
  (await question(commune, officer(), (context) => listBriefings({ communeId }, context))).briefings.find(
    (one) => one.briefingId === briefingId,
  )?.difficulties;

describe('difficulties that a meeting leaves unanswered', () => {
  it('[GV120] go to the briefing that stands prepared, with the day of the first; what was answered or given stays', async () => {
    const first = await opened(commune, day('2026-11-23'));
    const next = await prepared(commune, day('2026-12-23'));
    commune.clock.moveTo('2026-11-23T03:00:00Z');
    await raised(first.briefingId, 'Đường sạt lở');
    await answer(await raised(first.briefingId, 'Thiếu mẫu biểu'));
    await give(await raised(first.briefingId, 'Tổ trưởng xin nghỉ'));
    const { revision } = await shown(commune, next);
    await close(first);
    const open = { text: 'Đường sạt lở', state: 'open' };
    expect(await told(next)).toEqual([{ ...open, carriedSince: '2026-11-23', carriedTo: null }]);
    expect((await shown(commune, next)).revision).toBeGreaterThan(revision);
    const { briefingId } = next;
    expect(await told(first)).toMatchObject([
      { ...open, carriedSince: null, carriedTo: { briefingId, metOn: '2026-12-23', state: 'open' } },
      { text: 'Thiếu mẫu biểu', state: 'answered', carriedTo: null },
      { text: 'Tổ trưởng xin nghỉ', state: 'given', carriedTo: null },
    ]);
    expect(await minutesOf(first)).toHaveLength(3);
    expect(await counted(first)).toEqual({ open: 1, given: 1 });
    expect(await counted(next)).toEqual({ open: 1, given: 0 });
  });

  it('[GV120] through three meetings stand once, and the first day stays; closed pages keep them as unanswered', async () => {
    const december = await opened(commune, day('2026-12-23'));
    await close(december);
    // The next is prepared after the closing: until then they wait.
    expect(await waiting()).toMatchObject([{ text: 'Đường sạt lở', carriedSince: '2026-11-23' }]);
    expect((await told(december))[0]?.carriedTo).toEqual({ briefingId: null, metOn: null, state: 'open' });
    const january = await opened(commune, day('2027-01-23'));
    expect(await told(january)).toEqual([
      { text: 'Đường sạt lở', state: 'open', carriedSince: '2026-11-23', carriedTo: null },
    ]);
    const before = await minutesOf(december);
    expect(before).toMatchObject([{ text: 'Đường sạt lở', answer: null, carriedSince: '2026-11-23' }]);
    const [standing] = (await shown(commune, january)).difficulties;
    expect(await answer(standing?.difficultyId as Id)).toEqual({});
    // What january made of it is january's: in the list december's stays unanswered, as on its page.
    expect([await counted(december), await counted(january)]).toEqual([
      { open: 1, given: 0 },
      { open: 0, given: 0 },
    ]);
    await close(january);
    expect(await waiting()).toEqual([]);
    expect(await minutesOf(december)).toEqual(before);
    expect((await shown(commune, december)).difficulties[0]).toMatchObject({
      ...{ state: 'open', answer: null, answeredAt: null, carriedSince: '2026-11-23' },
      carriedTo: { briefingId: january.briefingId, metOn: '2027-01-23', state: 'answered' },
    });
    expect(await minutesOf(january)).toMatchObject([{ answer: 'Xong', carriedSince: '2026-11-23' }]);
  });

  it('[GV120] pass a meeting that is not held, and keep to the point that left them', async () => {
    const february = await opened(commune, day('2027-02-23'));
    await raised(february.briefingId, 'Cầu treo hỏng');
    const march = await prepared(commune, day('2027-03-23'));
    const elsewhere = await preparedAtOtherPoint(march, '2027-03-22');
    commune.clock.moveTo('2027-02-23T03:00:00Z');
    await close(february);
    expect((await told(march)).map(({ text }) => text)).toEqual(['Cầu treo hỏng']);
    await command(commune, officer(), (context) =>
      cancelBriefing({ hasMail: false })({ ...march, reason: 'Bão' }, context),
    );
    expect(await told(elsewhere)).toEqual([]);
    await tryCommand(commune, officer(), (context) =>
      openBriefing({ ...elsewhere, metOn: day('2027-03-22') }, context),
    );
    expect(await told(elsewhere)).toEqual([]);
    const april = await prepared(commune, day('2027-04-23'));
    expect(await told(april)).toMatchObject([{ text: 'Cầu treo hỏng', carriedSince: '2027-02-23' }]);
    expect((await told(february))[0]?.carriedTo).toMatchObject({ briefingId: april.briefingId });
  });

  it('[GV120] of a later meeting do not come to an earlier one that is begun afterwards', async () => {
    const may = await prepared(commune, day('2027-05-23'));
    const june = await opened(commune, day('2027-06-23'));
    await raised(june.briefingId, 'Mất sổ');
    await close(june);
    await command(commune, officer(), (context) =>
      openBriefing({ ...may, metOn: day('2027-05-24') }, context),
    );
    expect((await told(may)).map(({ text }) => text)).not.toContain('Mất sổ');
    expect((await waiting()).map(({ text }) => text)).toContain('Mất sổ');
    await close(may);
  });

  it('[GV120] none is lost while one meeting closes and the next is prepared or cancelled at once', async () => {
    const july = await opened(commune, day('2027-07-23'));
    await raised(july.briefingId, 'Lúc khóa');
    const august = await prepared(commune, day('2027-08-23'));
    const heldOn = day('2027-09-23');
    const pointCode = await pointOf(commune, heldOn);
    commune.clock.moveTo('2027-07-23T03:00:00Z');
    const { communeId } = commune;
    const outcomes = await Promise.allSettled([
      close(july),
      tryCommand(commune, officer(), (context) =>
        cancelBriefing({ hasMail: false })({ ...august, reason: 'Bão' }, context),
      ),
      tryCommand(commune, officer(), (context) => prepareBriefing({ communeId, pointCode, heldOn }, context)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const september = await opened(commune, heldOn);
    expect((await told(september)).map(({ text }) => text)).toContain('Lúc khóa');
  });
});

describe('a difficulty that is dropped', () => {
  it('[GV121] stays to be read with the reason, is told in the minutes and goes on to no meeting', async () => {
    const within = await opened(commune, day('2027-11-23'));
    const difficultyId = await raised(within.briefingId, 'Chờ lịch cắt điện');
    expect(await drop(difficultyId)).toEqual({});
    expect(await drop(difficultyId)).toEqual({});
    expect(await drop(difficultyId, { reason: 'Lý do khác' })).toMatchObject({
      refused: 'difficultyDropped',
      data: { reason: 'Đường đã thông' },
    });
    expect(await answer(difficultyId)).toMatchObject({ refused: 'difficultyDropped' });
    await close(within);
    const difficulties = await minutesOf(within);
    expect(difficulties?.at(-1)).toMatchObject({
      ...{ text: 'Chờ lịch cắt điện', answer: null, dropReason: 'Đường đã thông' },
    });
    expect((await told(within)).at(-1)).toMatchObject({ state: 'dropped', carriedTo: null });
    expect((await waiting()).map(({ text }) => text)).not.toContain('Chờ lịch cắt điện');
  });

  it('[GV121] is refused where it was given to somebody meanwhile, was answered, or its meeting is closed', async () => {
    const within = await opened(commune, day('2027-12-23'));
    const given = await raised(within.briefingId, 'Giao trước');
    await give(given, day('2028-01-20'));
    expect(await drop(given)).toMatchObject({ refused: 'difficultyGiven' });
    expect(await drop(given, { baseVersion: 2 })).toEqual({});
    const answered = await raised(within.briefingId, 'Trả lời trước');
    await answer(answered);
    expect(await drop(answered, { baseVersion: 2 })).toMatchObject({ refused: 'difficultyClosed' });
    const left = await raised(within.briefingId, 'Giao rồi khóa');
    await give(left, day('2028-01-20'));
    await close(within);
    expect(await drop(left, { baseVersion: 2 })).toMatchObject({ refused: 'briefingClosed' });
  });
});

it('[GV120] go on from a meeting that is not held to the one that stands prepared after it', async () => {
  const april = await opened(commune, day('2028-04-23'));
  await raised(april.briefingId, 'Đi tiếp');
  const may = await prepared(commune, day('2028-05-23'));
  const june = await prepared(commune, day('2028-06-23'));
  commune.clock.moveTo('2028-04-23T03:00:00Z');
  await close(april);
  expect((await told(may)).map(({ text }) => text)).toEqual(['Đi tiếp']);
  await command(commune, officer(), (context) =>
    cancelBriefing({ hasMail: false })({ ...may, reason: 'Bão' }, context),
  );
  expect(await told(june)).toMatchObject([{ text: 'Đi tiếp', carriedSince: '2028-04-23' }]);
});

it('[GV120] pass a meeting that stands prepared while its day is over, though it comes after the one that left them', async () => {
  const august = await opened(commune, day('2028-08-23'));
  await raised(august.briefingId, 'Chưa ai trả lời');
  const september = await prepared(commune, day('2028-09-23'));
  commune.clock.moveTo('2028-09-24T02:00:00Z');
  await close(august);
  expect(await told(september)).toEqual([]);
  expect((await waiting()).map(({ text }) => text)).toContain('Chưa ai trả lời');
});

/** A briefing of another point of the commune, which knows no villages: it takes what belongs to no point. */
async function preparedAtOtherPoint(like: TestBriefing, heldOn: string): Promise<TestBriefing> {
  const briefingId = nextId();
  await commune.database.owner.query(
    `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state, prepared_at)
     select commune_id, $2, 'khac', 'Điểm khác', '{}', $3, $3, 'preparing', prepared_at
     from governance.briefing where id = $1`,
    [like.briefingId, briefingId, heldOn],
  );
  return { communeId: commune.communeId, briefingId };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { fold } from '../../kernel/text.ts';
import { listLoans } from '../portfolio/index.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { ONE_DIFFICULTY, ONE_HOUSEHOLD, ONE_SENTENCE } from './domain/hall-words.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listHouseholdNames } from './list-household-names.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { showBriefing } from './show-briefing.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { showResultsBefore } from './show-results-before.ts';
import { CONCLUSION, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { borrowerOf, type TestBorrower } from './testing/raised-difficulties.ts';
import { writeAgenda } from './write-agenda.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

let commune: TestCommune;
let borrower: TestBorrower;
let debtor: string;
beforeAll(async () => {
  commune = await givenCommune();
  borrower = await borrowerOf(commune);
  const owing = await question(commune, officer(), (context) =>
    listLoans({ list: 'unpaid_interest', communeId: commune.communeId, limit: 1 }, context),
  );
  debtor = owing.rows[0]?.customerCode ?? '';
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

async function conclude(within: TestBriefing, text: string): Promise<Id> {
  const conclusionId = nextId();
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, dueOn: day('2027-11-20'), text, conclusionId }, context),
  );
  return conclusionId;
}

const levelOf = (level: number) =>
  commune.database.owner.query(
    `update programmes.rule_value set value = $1 where rule = 'hallHouseholdLevel'`,
    [level],
  );

describe('conclusions in the hall', () => {
  it('[GV115] name no household of the difficulties, nor tell of one that its figures measure, in this meeting and the next', async () => {
    const within = await opened(commune, day('2026-11-23'));
    const about = { about: 'household' as const, contractNo: null, groupCode: null, saidBy: null };
    const { householdId, personId, name } = borrower;
    await command(commune, officer(), (context) =>
      raiseDifficulty(
        { ...within, ...about, householdId, personId, difficultyId: nextId(), text: 'Không gặp được hộ' },
        context,
      ),
    );
    await conclude(within, `Mời hộ ${name}, món 13 triệu đồng`);
    await conclude(within, 'Kiểm tra 06/TD');
    const measured = await conclude(within, 'Thu hết lãi tồn của hộ');
    await command(commune, officer(), (context) =>
      measureConclusion(
        {
          ...{ ...within, conclusionId: measured, baseVersion: 1 },
          measuredBy: { figure: 'unpaidInterest', list: 'unpaid_interest', part: 'customer', code: debtor },
        },
        context,
      ),
    );
    const inHall = async () => (await shown(commune, within)).conclusions.map(({ hallText }) => hallText);
    expect(await inHall()).toEqual([ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD]);
    // Whoever sees no difficulty of that household sees of the line what the hall sees.
    const elsewhere = commune.as('groupLeader', { groupCodes: ['9999999'] });
    const narrow = await question(commune, elsewhere, (context) => showBriefing(within, context));
    expect(narrow.difficulties).toEqual([]);
    expect(narrow.conclusions.map(({ hallText }) => hallText)).toEqual(await inHall());
    await levelOf(0);
    expect(await inHall()).toEqual([null, 'Kiểm tra 06/TD', null]);
    await levelOf(2);
    expect((await inHall())[0]).toBe('Mời hộ …, món 13 triệu đồng');
    await levelOf(1);
    await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    const next = await prepared(commune, day('2026-12-23'));
    const { before } = await question(commune, officer(), (context) => showResultsBefore(next, context));
    expect(before?.results.map(({ hallText }) => hallText)).toEqual([
      ...[ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD],
    ]);
    expect((await shown(commune, next)).before?.conclusions.map(({ hallText }) => hallText)).toEqual([
      ...[ONE_HOUSEHOLD, 'Kiểm tra 06/TD', ONE_HOUSEHOLD],
    ]);
  });

  it('[GV122] name no borrower of the commune, with or without diacritics; whoever is at the meeting keeps their name', async () => {
    const within = await opened(commune, day('2027-01-23'));
    const { rows } = await commune.database.owner.query(
      `select full_name as name from registry.person p where commune_id = $1 and full_name not in (
         select full_name from governance.attendee where briefing_id = $2) order by full_name limit 1`,
      [commune.communeId, within.briefingId],
    );
    const name = String(rows[0]?.name).replace(' (mẫu)', '');
    const { attendees } = await shown(commune, within);
    const leader = attendees.find(({ part }) => part === 'groupLeader')?.fullName ?? '';
    await commune.database.owner.query(
      `update registry.person set full_name = $2 where id = (select id from registry.person where commune_id = $1
       and full_name <> $3 order by full_name desc limit 1)`,
      [commune.communeId, leader, rows[0]?.name],
    );
    await conclude(within, `Tới nhà ${name} đôn đốc 50 triệu quá hạn`);
    await conclude(within, `Gặp ${fold(name)}`);
    await conclude(within, `${leader} báo cáo`);
    await conclude(within, `Đôn đốc hộ ${leader}`);
    const matter = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
    const asked = { ...matter, ...within, groupCode: null, saidBy: null, difficultyId: nextId() };
    await command(commune, officer(), (context) =>
      raiseDifficulty({ ...asked, text: `${name} bỏ đi nơi khác` }, context),
    );
    const { conclusions, difficulties } = await shown(commune, within);
    expect(conclusions.map(({ hallText }) => hallText)).toEqual([
      ...[ONE_HOUSEHOLD, ONE_HOUSEHOLD, `${leader} báo cáo`, ONE_HOUSEHOLD],
    ]);
    expect(difficulties.map(({ hallText }) => hallText)).toEqual([ONE_DIFFICULTY]);
    const asksNames = (as = officer()) =>
      question(commune, as, (context) => listHouseholdNames(within, context));
    expect((await asksNames()).names).toContain(rows[0]?.name);
    expect((await asksNames()).officials).toContain(leader);
  });
});

describe('what else people write for a meeting', () => {
  it('[GV87] names no household in the hall: who raised it, who is to do it, own points, notes, headings', async () => {
    const within = await opened(commune, day('2027-02-23'));
    const name = borrower.name.replace(' (mẫu)', '');
    const matter = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
    const asked = { ...matter, ...within, groupCode: null, text: 'Mất nước' };
    const raise = (saidBy: string | null) =>
      command(commune, officer(), (context) =>
        raiseDifficulty({ ...asked, difficultyId: nextId(), saidBy }, context),
      );
    await raise(`Hộ ${name}`);
    await raise('Hội Nông dân');
    const [first] = (await shown(commune, within)).difficulties;
    const given = { communeId: within.communeId, seat: null, dueOn: day('2027-03-10'), baseVersion: 1 };
    await command(commune, officer(), (context) =>
      giveDifficulty(
        { ...given, difficultyId: first?.difficultyId ?? nextId(), name: `Con ${name}` },
        context,
      ),
    );
    await command(commune, officer(), (context) =>
      addConclusion(
        {
          ...{ ...within, ...CONCLUSION, dueOn: day('2027-03-10'), conclusionId: nextId() },
          ...{ ownerSeat: null, ownerName: `Hộ ${name}` },
        },
        context,
      ),
    );
    const { agenda, agendaVersion } = await shown(commune, within);
    const items = agenda.slice(0, 2).map(({ itemId, kind, minutes }, i) => ({
      ...{ itemId, kind, minutes, title: i === 0 ? `Về hộ ${name}` : 'Chính sách' },
      note: i === 0 ? `Mức vay mới\nHộ ${fold(name)} bỏ đi` : null,
    }));
    await command(commune, officer(), (context) =>
      writeAgenda({ ...within, items, baseVersion: agendaVersion }, context),
    );
    const inHall = await shown(commune, within);
    expect(inHall.difficulties.map(({ hallRaisedBy, hallGivenTo }) => [hallRaisedBy, hallGivenTo])).toEqual([
      ['Hộ …', 'Con …'],
      ['Hội Nông dân', null],
    ]);
    expect(inHall.conclusions.map(({ hallOwner }) => hallOwner)).toEqual(['Hộ …']);
    expect(inHall.agenda.map(({ hallTitle, hallNote }) => [hallTitle, hallNote])).toEqual([
      ['Về hộ …', `Mức vay mới\n${ONE_SENTENCE.note}`],
      ['Chính sách', null],
    ]);
  });

  it('[GV87] shows of a point in own words and of the reason of a cancelled meeting what the rule of its day says', async () => {
    const within = await prepared(commune, day('2027-03-23'));
    const name = borrower.name.replace(' (mẫu)', '');
    const written = { preparedText: null, isDropped: false, baseVersion: 0 };
    for (const ownText of [`Hộ ${name} còn nợ`, 'Thu lãi tồn'])
      await command(commune, officer(), (context) =>
        writeTalkingPoint(
          { ...within, ...written, key: `own:${nextId()}`, changeId: nextId(), ownText },
          context,
        ),
      );
    await command(commune, officer(), (context) =>
      cancelBriefing({ hasMail: false })({ ...within, reason: `Cả xã tới nhà ${name}` }, context),
    );
    const inHall = async () => {
      const { points } = await question(commune, officer(), (context) =>
        showBriefingFigures(within, context),
      );
      const own = points.filter(({ key }) => key.startsWith('own:')).map(({ hallText }) => hallText);
      return [...own, (await shown(commune, within)).cancelled?.hallReason];
    };
    expect(await inHall()).toEqual([ONE_SENTENCE.point, 'Thu lãi tồn', ONE_SENTENCE.reason]);
    await levelOf(0);
    expect(await inHall()).toEqual([null, 'Thu lãi tồn', null]);
    await levelOf(2);
    expect(await inHall()).toEqual(['Hộ … còn nợ', 'Thu lãi tồn', 'Cả xã tới nhà …']);
    await levelOf(1);
  });
});

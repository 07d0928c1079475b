import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBelowFair, listGroups } from '../groups/index.ts';
import { listLoans } from '../portfolio/index.ts';
import { listParts } from '../portfolio/list-parts.ts';
import { prepared } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { figuresOf } from './testing/given-figures.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

type Figures = Awaited<ReturnType<typeof figuresOf>>;
type LoansLink = Extract<NonNullable<Figures['points'][number]['pieces'][number]['link']>, { list: string }>;

/** The numbers of the points that open lists of loans, each with its count. */
function numbersOf({ points }: Pick<Figures, 'points'>) {
  return points
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ text, link }) => {
      const [, digits] = /^([\d.]+) (?:món|hộ)/.exec(text) ?? [];
      if (digits === undefined || link === null || !('list' in link)) return [];
      return [{ text, count: Number(digits.replace('.', '')), link }];
    });
}

/** What the list behind a number adds up to; `parts` are its customers where the number counts these. */
async function totalsBehind(link: LoansLink, dataDate: Figures['dataDate']) {
  const { sessionOn, by = 'customer', ...narrowed } = link;
  const asked = {
    ...{ communeId: commune.communeId, dataDate: dataDate ?? undefined },
    ...narrowed,
    ...(sessionOn === undefined ? {} : { keyFrom: sessionOn, keyTo: sessionOn }),
  };
  const { totals } = await question(commune, officer(), (context) =>
    listLoans(asked as Parameters<typeof listLoans>[0], context),
  );
  const parts = await question(commune, officer(), (context) =>
    listParts({ ...asked, by } as Parameters<typeof listParts>[0], context),
  );
  return { loans: totals.loans, parts: parts.totals.parts };
}

/** Loans of the commune fall due at the session of November; of the customers of the first three no number is known to be right. */
async function givenDueLoans(): Promise<void> {
  const { owner } = commune.database;
  await owner.query(
    `insert into portfolio.list_entry
       (commune_id, data_date, version_id, list, contract_no, village_code, group_code, association_code, customer_code, weight,
        key_date, rule_id)
     select commune_id, data_date, version_id, 'due_at_coming_sessions', contract_no, village_code, group_code, association_code,
            customer_code, outstanding_vnd, '2026-11-23', 'PF33'
     from portfolio.position where commune_id = $1 and data_date = '2026-10-31' order by contract_no limit 12
     on conflict do nothing`,
    [commune.communeId],
  );
  await owner.query(
    `update registry.contact set wrong_number_since = '2026-11-01'
     where commune_id = $1 and person_id in (
       select person.id from registry.person
       where person.commune_id = $1 and person.customer_code in (
         select customer_code from portfolio.list_entry
         where commune_id = $1 and list = 'due_at_coming_sessions' and key_date = '2026-11-23'
         order by contract_no limit 3))`,
    [commune.communeId],
  );
}

/** The freezes of three loans end within the watched days; that of another ends later, and is no matter yet. @returns the three */
async function givenFreezesEnding(): Promise<string[]> {
  const { owner } = commune.database;
  const { rows } = await owner.query<{ contract_no: string; list: string }>(
    `insert into portfolio.list_entry
       (commune_id, data_date, version_id, list, contract_no, village_code, group_code, association_code, customer_code, weight,
        key_date, rule_id)
     select commune_id, data_date, version_id, listed.list, contract_no, village_code, group_code, association_code,
            customer_code, outstanding_vnd, '2026-12-31', 'PF26'
     from (select *, row_number() over (order by contract_no) as place from portfolio.position
           where commune_id = $1 and data_date = '2026-10-31') loan
          join (values (1, 3, 'freeze_ends_within_120_days'), (4, 4, 'freeze_ends_within_180_days')) listed (first, last, list)
            on loan.place between listed.first and listed.last
     on conflict do nothing returning contract_no, list`,
    [commune.communeId],
  );
  return rows
    .flatMap(({ contract_no, list }) => (list === 'freeze_ends_within_120_days' ? contract_no : []))
    .sort();
}

/** A group graded Yếu of which no loan stands any more. */
async function givenWeakGroupWithoutLoans(): Promise<void> {
  const { owner } = commune.database;
  for (const [table, changed] of [
    ['group_record', `"leader_name": "Tổ Không Dư Nợ"`],
    ['group_score', `"grade": "Yếu", "total_points": 40`],
  ])
    await owner.query(
      `insert into groups.${table} select (jsonb_populate_record(source, '{"group_code": "0099999", ${changed}}')).*
       from groups.${table} source where commune_id = $1 and group_code = '0026000' and data_date = '2026-09-30'`,
      [commune.communeId],
    );
}

describe('the numbers of the points', () => {
  it('[GV24] the number of freezes ending opens just those loans', async () => {
    const ending = await givenFreezesEnding();
    const { points, dataDate } = await figuresOf(commune, await prepared(commune));
    const said = points.find(({ key }) => key === 'freezes-ending');
    const [number] = numbersOf({ points: said ? [said] : [] });
    if (!number) throw new Error('no freeze is said to end');
    expect(number.text).toBe(`${ending.length} món khoanh`);
    const { rows } = await question(commune, officer(), (context) =>
      listLoans(
        {
          communeId: commune.communeId,
          dataDate: dataDate ?? undefined,
          ...number.link,
        } as Parameters<typeof listLoans>[0],
        context,
      ),
    );
    expect(rows.map(({ contractNo }) => contractNo).sort()).toEqual(ending);
  });

  it('[GV20] [GV23] [GV24] [GV26] [GV27] every number of loans opens the list that has so many', async () => {
    const figures = await figuresOf(commune, await prepared(commune));
    const counted = numbersOf(figures).filter(({ text }) => /^[\d.]+ món/.test(text));
    expect(counted.length).toBeGreaterThan(2);
    for (const { count, link } of counted) {
      const totals = await totalsBehind(link, figures.dataDate);
      expect([link, totals.loans]).toEqual([link, count]);
    }
  });

  it('[GV23] the number of households without a phone opens just these', async () => {
    await givenDueLoans();
    const { points, due, dataDate } = await figuresOf(commune, await prepared(commune));
    const unreachable = (due?.customers ?? 0) - (due?.reachableCustomers ?? 0);
    expect(unreachable).toBeGreaterThan(0);
    expect(due?.reachableCustomers).toBeGreaterThan(0);
    const [households, ...others] = numbersOf({ points }).filter(({ text }) => text.endsWith(' hộ'));
    if (!households) throw new Error('nobody is said to be without a phone');
    expect([households.count, others]).toEqual([unreachable, []]);
    expect((await totalsBehind(households.link, dataDate)).parts).toBe(unreachable);
  });

  it('[GV25] [GR9] the number of groups below Khá opens as many, those without loans too', async () => {
    await givenWeakGroupWithoutLoans();
    const { points, dataDate } = await figuresOf(commune, await prepared(commune));
    const { groups } = await question(commune, officer(), (context) =>
      listGroups({ communeId: commune.communeId, dataDate: dataDate ?? undefined }, context),
    );
    const weak = groups.filter(({ score }) => score !== null && isBelowFair(score.grade));
    expect(weak.map(({ groupCode }) => groupCode)).toEqual(['0026000', '0099999']);
    const said = points.find(({ key }) => key === 'weak-groups')?.pieces[0];
    expect(said).toEqual({ text: `${weak.length} tổ`, link: { groups: 'belowFair' } });
  });
});

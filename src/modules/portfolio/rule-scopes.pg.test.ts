import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { allContracts } from './all-contracts.ts';
import type { PublishedListName } from './domain/list-names.ts';
import { explainEntry } from './explain-entry.ts';
import { nameLists } from './name-lists.ts';
import { publishImport } from './publish-import.ts';
import { showInterestCheck } from './show-interest-check.ts';
import { ask, command, givenOffice, officer, type TestOffice } from './testing/given-office.ts';
import { nextId, type StagedBatch, stageExtracts } from './testing/stage-extracts.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const OCTOBER = day('2026-10-31');
const M = 1_000_000;

/** The rows in force beside those of the whole country: 3 months without a transaction, 3 months of interest. */
const NARROWED = [
  { rule: 'inactiveMonths', scope: { programme: '03' }, value: 5 },
  { rule: 'inactiveMonths', scope: { programme: '03', fundSource: '2' }, value: 1 },
  { rule: 'inactiveMonths', scope: { fundSource: '2' }, value: 4 },
  { rule: 'inactiveMonths', scope: { office: '999999' }, value: 1 },
  { rule: 'unpaidInterestMonths', scope: { office: '004820' }, value: 2 },
  { rule: 'freezeWatchCompulsoryDays', scope: { programme: '03' }, value: 60 },
  { rule: 'recentDisbursementDays', scope: { programme: '03' }, value: 45 },
] as const;

const frozenTo = (end: string) => ({ in_term_vnd: 0, frozen_vnd: 40 * M, freeze_ends_on: end });
const of = (programme_code: string, fund_source = '1') => ({ programme_code, fund_source });

/** A loan of 40 million at 6 % that nothing is wrong with becomes this; it then stands on the list, or not, by a value. */
type Case = [what: string, set: object, list: PublishedListName, on: boolean, by?: number];

const CASES: Case[] = [
  [
    '01 from TW, silent since 30/07: three months',
    { last_transaction_on: '2026-07-30' },
    'inactive_3_months',
    true,
    3,
  ],
  ['01 from TW, silent since 31/07', { last_transaction_on: '2026-07-31' }, 'inactive_3_months', false],
  [
    '03 from TW, silent since 31/05',
    { ...of('03'), last_transaction_on: '2026-05-31' },
    'inactive_3_months',
    false,
  ],
  [
    '03 from TW, silent since 30/05: five',
    { ...of('03'), last_transaction_on: '2026-05-30' },
    'inactive_3_months',
    true,
    5,
  ],
  [
    '01 from ĐP, silent since 30/06',
    { ...of('01', '2'), last_transaction_on: '2026-06-30' },
    'inactive_3_months',
    false,
  ],
  [
    '01 from ĐP, silent since 29/06: four',
    { ...of('01', '2'), last_transaction_on: '2026-06-29' },
    'inactive_3_months',
    true,
    4,
  ],
  [
    '03 from ĐP, silent since 30/09',
    { ...of('03', '2'), last_transaction_on: '2026-09-30' },
    'inactive_3_months',
    false,
  ],
  [
    '03 from ĐP, silent since 29/09: one',
    { ...of('03', '2'), last_transaction_on: '2026-09-29' },
    'inactive_3_months',
    true,
    1,
  ],
  // A month of interest is 200.000 đồng; this office counts from two.
  ['two months of interest', { unpaid_interest_in_term_vnd: 400_000 }, 'unpaid_interest_3_months', true, 2],
  ['a đồng less', { unpaid_interest_in_term_vnd: 399_999 }, 'unpaid_interest_3_months', false],
  ['01, the freeze ends in 61 days', frozenTo('2026-12-31'), 'freeze_ends_within_120_days', true, 120],
  ['03, in 61 days', { ...of('03'), ...frozenTo('2026-12-31') }, 'freeze_ends_within_120_days', false],
  ['03, in 60 days', { ...of('03'), ...frozenTo('2026-12-30') }, 'freeze_ends_within_120_days', true, 60],
  ['01, disbursed 31 days before', { last_disbursed_on: '2026-09-30' }, 'disbursed_last_30_days', false],
  ['01, its time over', { last_disbursed_on: '2026-09-30' }, 'disbursed_over_30_days', true, 30],
  [
    '03, 45 days before, in its time still',
    { ...of('03'), last_disbursed_on: '2026-09-16' },
    'disbursed_over_30_days',
    false,
  ],
  [
    '03, 46 days before',
    { ...of('03'), last_disbursed_on: '2026-09-15' },
    'disbursed_over_30_days',
    true,
    45,
  ],
  [
    '03, 45 days before',
    { ...of('03'), last_disbursed_on: '2026-09-16' },
    'disbursed_last_30_days',
    true,
    45,
  ],
];

/** A loan that stands on no list. */
const SOUND = {
  ...{ programme_code: '01', fund_source: '1', rate_bps_per_year: 600, is_closed: false, extension_count: 0 },
  ...{ outstanding_vnd: 40 * M, in_term_vnd: 40 * M, overdue_vnd: 0, frozen_vnd: 0, month_to_overdue_vnd: 0 },
  ...{
    due_on_contract: '2030-01-01',
    due_on_extended: null,
    due_on_session: '2030-01-23',
    freeze_ends_on: null,
  },
  ...{ last_disbursed_on: '2024-01-01', last_transaction_on: '2026-10-23' },
  ...{ unpaid_interest_in_term_vnd: 0, unpaid_interest_overdue_vnd: 0 },
};

let database: TestDatabase;
let office: TestOffice;
let batch: StagedBatch;
const loans = new Map<string, { communeId: Id; contractNo: string }>();

const loanOf = (what: string) => {
  const found = loans.get(what);
  if (!found) throw new Error(`no loan for ${what}`);
  return found;
};

async function answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}

/** A row of a rule, as an administrator entered it at a moment; the open row of its scope ends the day before. */
async function enter(row: { rule: string; scope: object; value: number; validFrom?: string }, at: string) {
  const { rule, scope, value, validFrom = '2026-01-01' } = row;
  await database.owner.query(
    `update programmes.rule_value set valid_to = $3::date - 1 where rule = $1 and scope = $2 and valid_to is null`,
    [rule, JSON.stringify(scope), validFrom],
  );
  await database.owner.query(
    `insert into programmes.rule_value (id, rule, scope, value, valid_from, document, confidence, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, 'Văn bản riêng', 'found', $6, $7)`,
    [nextId(), rule, JSON.stringify(scope), value, validFrom, nextId(), at],
  );
}

async function stage(): Promise<void> {
  batch = await stageExtracts(database.owner, {
    folder: FOLDER,
    dataDate: OCTOBER,
    officeId: office.officeId,
  });
  const { rows } = await database.owner.query<{ contractNo: string; communeId: Id }>(
    `select distinct on (customer_code) contract_no as "contractNo", commune_id as "communeId"
     from extracts.staged_loan where batch_id = $1 order by customer_code`,
    [batch.batchId],
  );
  for (const [at, [what, set]] of CASES.entries()) {
    const loan = rows[at];
    if (!loan) throw new Error('too few customers for the cases');
    loans.set(what, loan);
    const values = Object.entries({ ...SOUND, ...set });
    await database.owner.query(
      `update extracts.staged_loan set ${values.map(([column], n) => `${column} = $${n + 3}`).join(', ')}
       where batch_id = $1 and contract_no = $2`,
      [batch.batchId, loan.contractNo, ...values.map(([, value]) => value)],
    );
  }
}

beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  for (const row of NARROWED) await enter(row, '2026-05-01T02:00:00Z');
  await stage();
  const outcome = await command(office, await officer(office), (context) =>
    publishImport({ batchId: batch.batchId }, context),
  );
  expect(isRefusal(outcome)).toBe(false);
}, 60_000);
afterAll(() => database.close());

describe('[PF42] the narrowest row in force decides', () => {
  it.each<Case>(CASES)('%s', async (what, _, list, on, by) => {
    const loan = loanOf(what);
    const listed = await answer((context) => allContracts({ list, dataDate: OCTOBER }, context));
    expect(listed.includes(loan.contractNo)).toBe(on);
    if (!on) return;
    const why = await answer((context) => explainEntry({ list, ...loan }, context));
    expect(why.ruleRows[0]).toMatchObject({ value: String(by), replacedBy: null });
  });

  it('counts in the roll-up who stands on the list', async () => {
    const { rows } = await database.owner.query(
      `select (select sum(inactive_loans)::int from portfolio.figure where dimension = 'total') as counted,
              (select count(*)::int from portfolio.list_entry where list = 'inactive_3_months') as listed`,
    );
    expect(rows[0].counted).toBe(rows[0].listed);
    expect(rows[0].listed).toBeGreaterThan(3);
  });

  it('tells the days of the row that decided, and what it is narrowed to', async () => {
    const loan = loanOf('03 from ĐP, silent since 29/09: one');
    const why = await answer((context) => explainEntry({ list: 'inactive_3_months', ...loan }, context));
    expect(why.sentence).toContain('trước ngày 30/09/2026');
    expect(why.ruleRows).toMatchObject([
      { narrowedTo: 'chương trình 03, nguồn vốn 2', document: 'Văn bản riêng' },
    ]);
  });
});

describe('[PF10] interest on overdue principal', () => {
  it('is at the factor of the programme’s own term, and names it', async () => {
    const loan = loanOf('01 from TW, silent since 31/07');
    await database.owner.query(
      `update programmes.programme_term set overdue_factor_percent = 150
       where programme_id = (select id from programmes.programme where code = '01')`,
    );
    const check = await answer((context) => showInterestCheck(loan, context));
    expect(check.derivation?.ruleRows).toMatchObject([
      { rule: 'interestDayBasis', value: '365', narrowedTo: '' },
      { rule: 'overdueRatePercent', value: '150', narrowedTo: 'điều kiện vay, chương trình 01' },
    ]);
  });
});

describe('[PF43] a row entered after a date was published', () => {
  const what = '01 from TW, silent since 30/07: three months';
  const title = async (dataDate?: typeof OCTOBER) => {
    const { titles } = await answer((context) => nameLists({ dataDate }, context));
    return titles.find(({ list }) => list === 'inactive_3_months')?.title;
  };

  it('changes no list, title or explanation of it, and is told beside what decided', async () => {
    await enter(
      { rule: 'inactiveMonths', scope: {}, value: 6, validFrom: '2026-10-01' },
      '2026-11-20T02:00:00Z',
    );
    const why = await answer((context) =>
      explainEntry({ list: 'inactive_3_months', ...loanOf(what) }, context),
    );
    expect(why.sentence).toContain('trước ngày 31/07/2026');
    expect(why.ruleRows).toMatchObject([
      { rule: 'inactiveMonths', value: '3', replacedBy: { value: '6', document: 'Văn bản riêng' } },
    ]);
    expect([await title(), await title(OCTOBER)]).toEqual([
      ...['Không giao dịch 3 tháng', 'Không giao dịch 3 tháng'],
    ]);
  });

  it('decides when the date is published again', async () => {
    office.clock.moveTo('2026-11-21T02:00:00Z');
    await stage();
    const outcome = await command(office, await officer(office), (context) =>
      publishImport({ batchId: batch.batchId }, context),
    );
    expect(isRefusal(outcome)).toBe(false);
    const listed = await answer((context) =>
      allContracts({ list: 'inactive_3_months', dataDate: OCTOBER }, context),
    );
    expect(listed).not.toContain(loanOf(what).contractNo);
    expect(await title()).toBe('Không giao dịch 6 tháng');
  });
});

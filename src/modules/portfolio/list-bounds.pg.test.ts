import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { allContracts } from './all-contracts.ts';
import type { ListName } from './domain/list-names.ts';
import { publishImport } from './publish-import.ts';
import { ask, command, givenOffice, officer, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const OCTOBER = day('2026-10-31');
const M = 1_000_000;

/** What a loan of 40 million in term, that nothing is wrong with, becomes; and the lists it then stands on, or not. */
type Case = { set: Record<string, string | number | null>; on?: ListName[]; off?: ListName[] };

const overdueFrom = (due: string) => ({
  in_term_vnd: 0,
  overdue_vnd: 40 * M,
  due_on_contract: due,
  due_on_extended: null,
});
const frozenTo = (end: string) => ({ in_term_vnd: 0, frozen_vnd: 40 * M, freeze_ends_on: end });

const studentFrom = (days: { first_interest_on?: string; student_grace_ends_on?: string }) => ({
  programme_code: '02',
  unpaid_interest_in_term_vnd: 9 * M,
  first_interest_on: null,
  student_grace_ends_on: null,
  ...days,
});

/** Each rule from both sides of its bound. */
const CASES: Record<string, Case> = {
  '[PF23] moved to overdue in the month, something outstanding': {
    set: { ...overdueFrom('2026-10-01'), month_to_overdue_vnd: 40 * M },
    on: ['moved_to_overdue_in_month'],
  },
  '[PF23] moved in the month and repaid in it': {
    set: { in_term_vnd: 0, outstanding_vnd: 0, month_to_overdue_vnd: 40 * M },
    off: ['moved_to_overdue_in_month'],
  },
  '[PF22] last transaction on the same day three months before': {
    set: { last_transaction_on: '2026-07-31' },
    off: ['inactive_3_months'],
  },
  '[PF22] last transaction a day earlier': {
    set: { last_transaction_on: '2026-07-30' },
    on: ['inactive_3_months'],
  },
  '[PF22] [PF25] a student': {
    set: { last_transaction_on: '2026-01-01', programme_code: '02', unpaid_interest_in_term_vnd: 9 * M },
    off: ['inactive_3_months', 'unpaid_interest_3_months'],
  },
  '[PF88] a student who pays interest from the day after the data date': {
    set: studentFrom({ first_interest_on: '2026-11-01' }),
    on: ['student_interest_not_due'],
    off: ['student_interest_unclear'],
  },
  '[PF88] a student who pays interest from the data date on': {
    set: studentFrom({ first_interest_on: '2026-10-31', student_grace_ends_on: '2027-10-31' }),
    off: ['student_interest_not_due', 'student_interest_unclear'],
  },
  '[PF88] no first day of interest, the grace ends on the data date': {
    set: studentFrom({ student_grace_ends_on: '2026-10-31' }),
    on: ['student_interest_not_due'],
  },
  '[PF88] no first day of interest, the grace ended the day before': {
    set: studentFrom({ student_grace_ends_on: '2026-10-30' }),
    off: ['student_interest_not_due', 'student_interest_unclear'],
  },
  '[PF89] a student without either day': {
    set: studentFrom({}),
    on: ['student_interest_unclear'],
    off: ['student_interest_not_due'],
  },
  '[PF89] a student without either day and without unpaid interest': {
    set: { ...studentFrom({}), unpaid_interest_in_term_vnd: 0 },
    off: ['student_interest_unclear'],
  },
  '[PF88] [PF89] another programme': {
    set: { ...studentFrom({ first_interest_on: '2027-01-01' }), programme_code: '01' },
    off: ['student_interest_not_due', 'student_interest_unclear'],
  },
  '[PF22] [PF25] frozen': {
    set: { ...frozenTo('2028-01-01'), last_transaction_on: '2026-01-01', unpaid_interest_in_term_vnd: 9 * M },
    on: ['frozen'],
    off: ['inactive_3_months', 'unpaid_interest_3_months'],
  },
  '[PF24] [PF31] due at the session of 30/11': {
    set: { due_on_contract: '2026-11-20', due_on_session: '2026-11-30' },
    on: ['due_next_month_by_session', 'due_and_moved_in_period', 'due_at_coming_sessions'],
    off: ['due_moved_later'],
  },
  '[PF24] [PF32] due in November, session of 01/12': {
    set: { due_on_contract: '2026-11-20', due_on_session: '2026-12-01' },
    on: ['due_moved_later', 'due_at_coming_sessions'],
    off: ['due_next_month_by_session', 'due_and_moved_in_period'],
  },
  '[PF30] due on the data date, session later': {
    set: { due_on_contract: '2026-10-31', due_on_session: '2026-11-05' },
    on: ['due_past_not_moved', 'due_next_month_by_session'],
  },
  '[PF30] due the day after': {
    set: { due_on_contract: '2026-11-01', due_on_session: '2026-11-05' },
    off: ['due_past_not_moved'],
  },
  '[PF33] a session at the end of the fourth month': {
    set: { due_on_session: '2027-02-28' },
    on: ['due_at_coming_sessions'],
  },
  '[PF33] a session after the fourth month': {
    set: { due_on_session: '2027-03-01' },
    off: ['due_at_coming_sessions'],
  },
  // 40 million at 6 %: a month of interest is 200.000 đồng.
  '[PF25] three months of interest to the đồng': {
    set: { rate_bps_per_year: 600, unpaid_interest_in_term_vnd: 600_000 },
    on: ['unpaid_interest_3_months'],
  },
  '[PF25] a đồng less': {
    set: { rate_bps_per_year: 600, unpaid_interest_in_term_vnd: 599_999 },
    off: ['unpaid_interest_3_months'],
  },
  '[PF26] [PF27] the freeze ends in 120 days': {
    set: frozenTo('2027-02-28'),
    on: ['freeze_ends_within_120_days', 'freeze_ends_within_180_days'],
  },
  '[PF26] in 121 days': {
    set: frozenTo('2027-03-01'),
    on: ['freeze_ends_within_180_days'],
    off: ['freeze_ends_within_120_days'],
  },
  '[PF27] in 180 days': { set: frozenTo('2027-04-29'), on: ['freeze_ends_within_180_days'] },
  '[PF27] in 181 days': { set: frozenTo('2027-04-30'), off: ['freeze_ends_within_180_days'] },
  '[PF26] the freeze ended the day before': {
    set: frozenTo('2026-10-30'),
    off: ['freeze_ends_within_120_days'],
  },
  '[PF28] [PF96] disbursed 30 days before': {
    set: { last_disbursed_on: '2026-10-01' },
    on: ['disbursed_last_30_days'],
    off: ['disbursed_over_30_days'],
  },
  '[PF28] [PF96] 31 days before': {
    set: { last_disbursed_on: '2026-09-30' },
    on: ['disbursed_over_30_days'],
    off: ['disbursed_last_30_days'],
  },
  '[PF96] on the same day three months before': {
    set: { last_disbursed_on: '2026-07-31' },
    on: ['disbursed_over_30_days'],
  },
  '[PF96] a day earlier': { set: { last_disbursed_on: '2026-07-30' }, off: ['disbursed_over_30_days'] },
  '[PF96] 31 days before, paid off since': {
    set: { last_disbursed_on: '2026-09-30', in_term_vnd: 0, outstanding_vnd: 0 },
    off: ['disbursed_over_30_days'],
  },
  '[PF29] overdue 30 days': {
    set: overdueFrom('2026-10-01'),
    on: ['overdue', 'overdue_1_30'],
    off: ['overdue_31_60'],
  },
  '[PF29] 31 days': { set: overdueFrom('2026-09-30'), on: ['overdue_31_60'], off: ['overdue_1_30'] },
  '[PF29] 365 days': { set: overdueFrom('2025-10-31'), on: ['overdue_181_365'], off: ['overdue_over_365'] },
  '[PF29] 366 days': { set: overdueFrom('2025-10-30'), on: ['overdue_over_365'], off: ['overdue_181_365'] },
  '[PF29] the extended due date counts': {
    set: { ...overdueFrom('2024-01-01'), due_on_extended: '2026-10-30', extension_count: 1 },
    on: ['overdue_1_30'],
  },
  '[PF34] nothing outstanding, a đồng of interest left': {
    set: { in_term_vnd: 0, outstanding_vnd: 0, unpaid_interest_in_term_vnd: 1 },
    on: ['settled_interest_left'],
  },
  '[PF34] nothing left': { set: { in_term_vnd: 0, outstanding_vnd: 0 }, off: ['settled_interest_left'] },
  '[PF39] extended without a date': {
    set: { extension_count: 1, due_on_extended: null },
    on: ['extension_disagrees'],
  },
  '[PF39] a date without an extension': {
    set: { extension_count: 0, due_on_extended: '2027-01-01' },
    on: ['extension_disagrees'],
  },
  '[PF39] both': { set: { extension_count: 1, due_on_extended: '2027-01-01' }, off: ['extension_disagrees'] },
};

/** The same for the customer: telephone and identity paper. */
const PEOPLE: Record<string, Case> = {
  '[PF35] no phone': { set: { phone: null }, on: ['phone_missing'], off: ['phone_invalid'] },
  '[PF36] nine digits': { set: { phone: '031234567' }, on: ['phone_invalid'], off: ['phone_missing'] },
  '[PF36] ten digits that begin with 0': {
    set: { phone: '0312345678' },
    off: ['phone_invalid', 'phone_shared'],
  },
  '[PF37] a number of three customers, first': { set: { phone: '0399999999' }, on: ['phone_shared'] },
  '[PF37] second': { set: { phone: '0399999999' }, on: ['phone_shared'] },
  '[PF37] third': { set: { phone: '0399999999' }, on: ['phone_shared'] },
  '[PF37] a number of two customers, first': { set: { phone: '0388888888' }, off: ['phone_shared'] },
  '[PF37] of two, second': { set: { phone: '0388888888' }, off: ['phone_shared'] },
  '[PF38] forty on the data date': {
    set: { born_on: '1986-10-31', identity_issued_on: '2021-05-10' },
    on: ['identity_card_expired'],
  },
  '[PF38] forty the day after': {
    set: { born_on: '1986-11-01', identity_issued_on: '2021-05-10' },
    off: ['identity_card_expired'],
  },
  '[PF38] issued two years before forty': {
    set: { born_on: '1986-01-01', identity_issued_on: '2024-01-01' },
    off: ['identity_card_expired'],
  },
  '[PF38] issued a day earlier': {
    set: { born_on: '1986-01-01', identity_issued_on: '2023-12-31' },
    on: ['identity_card_expired'],
  },
  '[PF38] over sixty, issued at fifty-nine': {
    set: { born_on: '1960-01-01', identity_issued_on: '2019-06-01' },
    off: ['identity_card_expired'],
  },
  '[PF38] an old card of nine digits': {
    set: { identity_number: '221234567' },
    on: ['identity_card_expired'],
  },
};

describe('[PF21] [PF22] [PF23] [PF25] [PF26] [PF27] [PF28] [PF29] the bounds of the lists', () => {
  let database: TestDatabase;
  let office: TestOffice;
  const contracts = new Map<string, string>();
  const lists = new Map<ListName, readonly string[]>();
  beforeAll(async () => {
    database = await testDatabase();
    office = await givenOffice(database);
    const { batchId } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: office.officeId,
    });
    const { rows } = await database.owner.query<{ contract_no: string; customer_code: string }>(
      `select distinct on (customer_code) contract_no, customer_code from extracts.staged_loan loan
       where batch_id = $1 and commune_id = (select min(commune_id::text)::uuid from extracts.staged_loan where batch_id = $1)
       order by customer_code`,
      [batchId],
    );
    const given = Object.entries({ ...CASES, ...PEOPLE });
    for (const [i, [name, { set }]] of given.entries()) {
      const row = rows[i];
      if (!row) throw new Error('too few customers for the cases');
      contracts.set(name, row.contract_no);
      const isPerson = name in PEOPLE;
      await update(
        'staged_loan',
        'contract_no',
        row.contract_no,
        batchId,
        isPerson ? SOUND : { ...SOUND, ...set },
      );
      if (isPerson)
        await update('staged_person', 'customer_code', row.customer_code, batchId, { ...YOUNG, ...set });
    }
    const caller = await officer(office);
    const outcome = await command(office, caller, (context) => publishImport({ batchId }, context));
    expect(isRefusal(outcome)).toBe(false);
    for (const list of new Set(given.flatMap(([, { on = [], off = [] }]) => [...on, ...off]))) {
      const found = await ask(office, await officer(office), (context) =>
        allContracts({ list, dataDate: OCTOBER }, context),
      );
      if (isRefusal(found)) throw new Error(found.refused);
      lists.set(list, found);
    }
  }, 60_000);
  afterAll(() => database.close());

  async function update(
    table: string,
    key: string,
    value: string,
    batchId: string,
    values: Record<string, unknown>,
  ) {
    const columns = Object.keys(values).map((column, n) => `${column} = $${n + 3}`);
    await database.owner.query(
      `update extracts.${table} set ${columns.join(', ')} where batch_id = $1 and ${key} = $2`,
      [batchId, value, ...Object.values(values)],
    );
  }

  it.each(Object.entries({ ...CASES, ...PEOPLE }))('%s', (name, { on = [], off = [] }) => {
    const contract = contracts.get(name);
    for (const list of on) expect(lists.get(list), list).toContain(contract);
    for (const list of off) expect(lists.get(list), list).not.toContain(contract);
  });
});

/** A loan that stands on no list. */
const SOUND = {
  programme_code: '01',
  rate_bps_per_year: 660,
  is_closed: false,
  outstanding_vnd: 40 * M,
  in_term_vnd: 40 * M,
  overdue_vnd: 0,
  frozen_vnd: 0,
  due_on_contract: '2030-01-01',
  due_on_extended: null,
  due_on_session: '2030-01-23',
  extension_count: 0,
  last_disbursed_on: '2024-01-01',
  last_transaction_on: '2026-10-23',
  unpaid_interest_in_term_vnd: 0,
  unpaid_interest_overdue_vnd: 0,
  month_to_overdue_vnd: 0,
  freeze_ends_on: null,
};

/** A customer whose card is in order. */
const YOUNG = { identity_number: '054086123456', born_on: '1995-01-01', identity_issued_on: '2021-05-10' };

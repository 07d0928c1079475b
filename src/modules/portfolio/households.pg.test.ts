import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import * as contract from './contract.ts';
import { exportList } from './export-list.ts';
import type { FindSessions } from './find-sessions.ts';
import { listHouseholdLoans } from './list-household-loans.ts';
import { listLoans } from './list-loans.ts';
import { searchContracts } from './search-contracts.ts';
import { showLoan } from './show-loan.ts';
import { ask, callerAs, officer } from './testing/given-office.ts';
import { noCalendar } from './testing/no-calendar.ts';
import { givenTwoMonths, OCTOBER, SEPTEMBER, type TwoMonths } from './testing/two-months.ts';

let given: TwoMonths;
beforeAll(async () => {
  given = await givenTwoMonths();
}, 60_000);
afterAll(() => given.database.close());

describe('loans and households', () => {
  it('[PF12] a loan over all dates, with what is due at its next session', async () => {
    const { communeId, contractNo, householdId } = await given.firstOf('overdue');
    const loan = await given.answer((context) => showLoan({ communeId, contractNo }, context, noCalendar));
    expect(loan.dates.map((row) => row.dataDate)).toEqual([SEPTEMBER, OCTOBER]);
    expect(loan.lists).toContain('overdue');
    expect(loan.nextSession?.principalDueVnd).toBe(loan.overdueVnd);
    expect(loan.nextSession?.interestDueVnd).toBeGreaterThanOrEqual(loan.unpaidInterestVnd);
    expect(z.safeEncode(contract.showLoan.output, loan).success).toBe(true);
    const household = await given.answer((context) =>
      listHouseholdLoans({ communeId, householdId: householdId as Id }, context, noCalendar),
    );
    expect(household.loans.map((other) => other.contractNo)).toContain(contractNo);
    expect(z.safeEncode(contract.listHouseholdLoans.output, household).success).toBe(true);
  });

  it('[PF12] the next session is the first that is held on or after today, as the calendar has it', async () => {
    const { communeId, contractNo, villageCode } = await given.firstOf('overdue');
    const { sessionDay } = await given.answer((context) =>
      showLoan({ communeId, contractNo }, context, noCalendar),
    );
    const point = { fixedDay: sessionDay ?? 0, villageCodes: [villageCode] };
    const gone = day('2026-11-01');
    const [moved, late] = [day('2026-11-02'), day('2026-11-27')];
    const calendar: FindSessions = async (_tx, { from, to }) =>
      [
        { point, regularOn: gone, heldOn: gone },
        { point, regularOn: moved, heldOn: late },
      ].filter(({ heldOn }) => from <= heldOn && heldOn <= to);
    const at = (dataDate?: BusinessDate) =>
      given.answer((context) => showLoan({ communeId, contractNo, dataDate }, context, calendar));
    expect((await at()).nextSession).toMatchObject({ sessionOn: late, regularOn: moved });
    // What September foresaw was the first session after it.
    expect((await at(SEPTEMBER)).nextSession).toMatchObject({ sessionOn: gone });
  });

  it('[PF9] a borrower is found by part of a contract, in the scope alone', async () => {
    const { contractNo, customerName } = await given.firstOf('overdue');
    const input = { text: contractNo.slice(-6) };
    const { hits } = await given.answer((context) => searchContracts(input, context));
    expect(hits).toMatchObject([{ contractNo, fullName: customerName, matchedBy: 'contract' }]);
    expect(z.safeEncode(contract.searchContracts.output, { hits }).success).toBe(true);
    const printed = contractNo.replace(/(\d{4})(?=\d)/g, '$1 ');
    const { input: accepted } = contract.searchContracts;
    const spaced = await given.answer((context) =>
      searchContracts(accepted.parse({ text: printed }), context),
    );
    expect(spaced).toEqual({ hits });
    expect(accepted.safeParse({ text: ' 1 2 3 ' }).success).toBe(false);
    const leader = callerAs('groupLeader', {
      communeIds: [...given.communes.values()],
      groupCodes: ['0000001'],
    });
    expect(await ask(given.office, leader, (context) => searchContracts(input, context))).toEqual({
      hits: [],
    });
  });

  it('[ID22] the committee reads names and loans, no phone, and looks nobody up', async () => {
    const reader = callerAs('committeeReader', (await officer(given.office)).scope);
    const asReader = <T>(handler: (context: HandlerContext) => Promise<T>) =>
      ask(given.office, reader, handler);
    const { communeId, contractNo, customerName, phone } = await given.firstOf('overdue');
    expect(phone).toMatch(/^0/);
    const list = await asReader((context) => listLoans({ list: 'overdue' }, context));
    const rows = isRefusal(list) ? [] : list.rows;
    expect(rows[0]).toMatchObject({ contractNo, customerName });
    expect(new Set(rows.map((row) => row.phone))).toEqual(new Set([null]));
    expect(
      await asReader((context) => showLoan({ communeId, contractNo }, context, noCalendar)),
    ).toMatchObject({
      customerName,
      phone: null,
    });
    const file = await asReader((context) => exportList({ list: 'overdue', format: 'csv' }, context));
    const text = isRefusal(file) ? '' : Buffer.from(file.content).toString('utf8');
    expect(text).toContain(contractNo);
    expect(text).not.toContain(phone);
    expect(text).not.toContain('Điện thoại');
    for (const found of [
      await asReader((context) => listLoans({ text: 'nguyen' }, context)),
      await asReader((context) => exportList({ text: 'nguyen', format: 'csv' }, context)),
    ])
      expect(found).toMatchObject({ refused: 'notAllowed' });
  });

  it('[RG11] a number marked wrong is marked on lists, and the next good one takes its place', async () => {
    const { owner } = given.database;
    const { communeId, contractNo, phone } = await given.firstOf('overdue');
    const shown = async () => {
      const row = await given.firstOf('overdue');
      const { hits } = await given.answer((context) => searchContracts({ text: contractNo }, context));
      return [row, hits[0]].map((one) => [one?.phone, one?.phoneWrongSince]);
    };
    const marked = `update registry.contact set wrong_number_since = '2026-11-14' where commune_id = $1 and phone = $2`;
    await owner.query(marked, [communeId, phone]);
    expect(await shown()).toEqual([
      [phone, '2026-11-14'],
      [phone, '2026-11-14'],
    ]);
    const file = await given.answer((context) => exportList({ list: 'overdue', format: 'csv' }, context));
    expect(Buffer.from(file.content).toString('utf8')).toContain(`${phone} (sai số từ 14/11/2026)`);
    await owner.query(
      `insert into registry.contact (commune_id, id, person_id, village_code, group_code, association_code, relation,
         phone, source, entered_at)
       select commune_id, gen_random_uuid(), person_id, village_code, group_code, association_code, 'child',
         '0912000999', 'entered', now()
       from registry.contact where commune_id = $1 and phone = $2`,
      [communeId, phone],
    );
    expect(await shown()).toEqual([
      ['0912000999', null],
      ['0912000999', null],
    ]);
  });

  it('[PF9] a loan outside the scope is not found', async () => {
    const { contractNo } = await given.firstOf('overdue');
    const outcome = await ask(given.office, await officer(given.office), (context) =>
      showLoan({ communeId: '00000000-0000-8000-8000-000000000000' as Id, contractNo }, context, noCalendar),
    );
    expect(outcome).toMatchObject({ refused: 'loanNotFound' });
  });
});

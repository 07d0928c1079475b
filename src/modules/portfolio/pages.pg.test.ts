import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, daysBetween } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import * as contract from './contract.ts';
import { countLists } from './count-lists.ts';
import type { LIST_NAMES } from './domain/list-names.ts';
import { explainEntry } from './explain-entry.ts';
import { exportList } from './export-list.ts';
import { listHouseholdLoans } from './list-household-loans.ts';
import { listLoans } from './list-loans.ts';
import { previewImport } from './preview-import.ts';
import { searchContracts } from './search-contracts.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showLoan } from './show-loan.ts';
import { showOfficeMonth } from './show-office-month.ts';
import { ask, callerAs, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { sheetText } from './testing/read-workbook.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/dirty', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const TRUTH = readTruth(FOLDER, OCTOBER);
const BEFORE = readTruth(FOLDER, SEPTEMBER);

let database: TestDatabase;
let office: TestOffice;
let communes: ReadonlyMap<string, Id>;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
  ({ communes } = await publish(office, { folder: FOLDER, dataDate: OCTOBER }));
}, 60_000);
afterAll(() => database.close());

async function answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}
const communeOf = (code: string) => communes.get(code) as Id;
const firstOf = async (list: (typeof LIST_NAMES)[number]) => {
  const { rows } = await answer((context) => listLoans({ list, dataDate: OCTOBER }, context));
  const [row] = rows;
  if (!row) throw new Error(`nobody on ${list}`);
  return row;
};

describe('the month of a commune', () => {
  it('[PF7] has its figures, those of the date before and the ratio of the office', async () => {
    const page = await answer((context) => showCommuneMonth({ communeId: communeOf('540101') }, context));
    const [now, before] = [TRUTH.commune['540101'], BEFORE.commune['540101']];
    expect(page).toMatchObject({
      dataDate: OCTOBER,
      comparedDate: SEPTEMBER,
      communeName: 'Xã Bình Ngọc',
      officeName: 'PGD Tuy Hòa (dữ liệu mẫu)',
    });
    expect(page.now?.outstandingVnd).toBe(BigInt(now?.outstanding ?? 0));
    expect(page.before?.outstandingVnd).toBe(BigInt(before?.outstanding ?? 0));
    const { overdue, frozen, outstanding } = TRUTH.office;
    expect(page.office?.arrearsBps).toBe(Math.round(((overdue + frozen) * 10_000) / outstanding));
    expect(z.safeEncode(contract.showCommuneMonth.output, page).success).toBe(true);
  });

  it('[PF3] its line has 24 months, those without figures are missing', async () => {
    const { series, heat } = await answer((context) =>
      showCommuneMonth({ communeId: communeOf('540101') }, context),
    );
    expect(series).toHaveLength(24);
    expect(series.at(0)).toMatchObject({
      month: '2024-11',
      dataDate: null,
      arrearsBps: null,
      outstandingVnd: null,
    });
    expect(series.at(-1)).toMatchObject({ month: '2026-10', dataDate: OCTOBER });
    expect(heat.months.map((month) => month.month)).toHaveLength(13);
    const sum = heat.villages.reduce(
      (total, village) => total + (village.cells.at(-1)?.outstandingVnd ?? 0n),
      0n,
    );
    expect(sum).toBe(heat.total.at(-1)?.outstandingVnd);
    expect(heat.total.at(0)).toBeNull();
  });

  it('[PF29] every overdue loan is in one class of age, by days since the effective due date', async () => {
    for (const code of communes.keys()) {
      const { ageing, now } = await answer((context) =>
        showCommuneMonth({ communeId: communeOf(code) }, context),
      );
      expect(ageing.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
        [1, 30],
        [31, 60],
        [61, 90],
        [91, 180],
        [181, 365],
        [366, null],
      ]);
      expect(ageing.reduce((sum, row) => sum + row.amountVnd, 0n)).toBe(now?.overdueVnd ?? 0n);
      for (const { list, fromDays, toDays } of ageing) {
        const { rows } = await answer((context) => listLoans({ list, communeId: communeOf(code) }, context));
        for (const row of rows) {
          const age = daysBetween(row.dueOnExtended ?? row.dueOnContract ?? OCTOBER, OCTOBER);
          expect(age).toBeGreaterThanOrEqual(fromDays);
          expect(age).toBeLessThanOrEqual(toDays ?? Number.POSITIVE_INFINITY);
        }
      }
    }
  });

  it('[PF33] coming sessions hold what falls due at them and who can be reached', async () => {
    let due = 0;
    for (const code of Object.keys(TRUTH.commune)) {
      const { dueBySession } = await answer((context) =>
        showCommuneMonth({ communeId: communeOf(code) }, context),
      );
      expect(dueBySession).toHaveLength(4);
      for (const session of dueBySession) {
        expect(session.reachableCustomers).toBeLessThanOrEqual(session.customers);
        if (session.sessionOn < '2026-12-01') due += session.loans;
        const { totals } = await answer((context) =>
          listLoans(
            {
              list: 'due_at_coming_sessions',
              communeId: communeOf(code),
              keyFrom: session.sessionOn,
              keyTo: session.sessionOn,
            },
            context,
          ),
        );
        expect(totals.loans).toBe(session.loans);
      }
    }
    expect(due).toBe(TRUTH.lists.due_next_month_by_session?.length);
  });

  it('[PF8] figures of 31/10 are fresh on 03/11 and stale on 06/12', async () => {
    const stale = async () =>
      (await answer((context) => showCommuneMonth({ communeId: communeOf('540101') }, context))).staleness;
    expect(await stale()).toEqual({ ageDays: 3, staleAfterDays: 35, isStale: false });
    office.clock.moveTo('2026-12-06T01:00:00Z');
    expect(await stale()).toMatchObject({ ageDays: 36, isStale: true });
    office.clock.moveTo('2026-11-03T01:12:00Z');
  });

  it('[PF7] the office has its communes side by side, its counter not among them', async () => {
    const page = await answer((context) => showOfficeMonth({}, context));
    expect(page.communes.map((row) => row.communeCode)).toEqual(Object.keys(TRUTH.commune));
    expect(page.now?.outstandingVnd).toBe(BigInt(TRUTH.office.outstanding));
    expect(z.safeEncode(contract.showOfficeMonth.output, page).success).toBe(true);
  });
});

describe('lists', () => {
  it('[PF1] pages meet without gap or overlap, whatever they are sorted by', async () => {
    const loans = TRUTH.commune['540101']?.loans;
    for (const sort of contract.LOAN_SORTS) {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const input = { communeId: communeOf('540101'), sort, order, limit: 37, cursor };
          const page = await answer((context) => listLoans(input, context));
          seen.push(...page.rows.map((row) => row.contractNo));
          expect(page.totals.loans).toBe(loans);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toHaveLength(loans ?? 0);
        expect(new Set(seen).size).toBe(seen.length);
      }
    }
  });

  it('[PF1] a cursor that was not made here is refused', async () => {
    for (const cursor of ['x', 'outstanding.1', `outstanding.1'; drop.66`, 'weight.1.6600000700000001']) {
      const outcome = await ask(office, await officer(office), (context) =>
        listLoans({ cursor, sort: 'outstanding' }, context),
      );
      expect(outcome).toMatchObject({ refused: 'cursorInvalid' });
    }
  });

  it('[PF20] filters narrow, names are found without diacritics', async () => {
    const row = await firstOf('overdue');
    const folded = (row.customerName ?? '')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/gi, 'd');
    const found = await answer((context) =>
      listLoans({ text: folded.toUpperCase(), status: 'overdue' }, context),
    );
    expect(found.rows.map((other) => other.contractNo)).toContain(row.contractNo);
    const none = await answer((context) => listLoans({ text: '%%%' }, context));
    expect(none.rows).toEqual([]);
    const group = await answer((context) => listLoans({ groupCode: '', limit: 500 }, context));
    expect(group.totals.loans).toBe(TRUTH.group['']?.loans ?? 0);
  });

  it('[PF30] [PF31] [PF32] [PF34] [PF39] the frames of due loans, interest left and extensions follow their rows', async () => {
    const { rows } = await database.owner.query<Record<string, number>>(
      `with p as (select * from portfolio.position where data_date = $1 and outstanding_vnd > 0),
            t as (select *, coalesce(due_on_extended, due_on_contract) as due from p where overdue_vnd = 0 and frozen_vnd = 0)
       select (select count(*)::int from t where due <= '2026-10-31') as due_past_not_moved,
              (select count(*)::int from t where due between '2026-11-01' and '2026-11-30' and due_on_session <= '2026-11-30') as due_and_moved_in_period,
              (select count(*)::int from t where due between '2026-11-01' and '2026-11-30' and due_on_session > '2026-11-30') as due_moved_later,
              (select count(*)::int from p where extension_count > 0 and due_on_extended is null) as extension_disagrees,
              (select count(*)::int from portfolio.position where data_date = $1 and outstanding_vnd = 0
                 and unpaid_interest_in_term_vnd + unpaid_interest_overdue_vnd > 0) as settled_interest_left`,
      [OCTOBER],
    );
    const { lists } = await answer((context) => countLists({ dataDate: OCTOBER }, context));
    const counts = Object.fromEntries(lists.map(({ list, loans }) => [list, loans]));
    expect(counts).toMatchObject(rows[0] ?? {});
    expect(counts.extension_disagrees).toBeGreaterThan(0);
  });

  it('[PF35] [PF36] [PF37] [PF38] people to complete: phones and identity cards', async () => {
    const { rows } = await database.owner.query<Record<string, number>>(
      `with l as (select p.contract_no, r.* from portfolio.position p join registry.person r
                    on r.commune_id = p.commune_id and r.customer_code = p.customer_code
                  where p.data_date = $1 and p.outstanding_vnd > 0)
       select (select count(*)::int from l where phone is null) as phone_missing,
              (select count(*)::int from l where phone !~ '^0[0-9]{9}$') as phone_invalid,
              (select count(*)::int from l where exists (select from unnest(array[25, 40, 60]) age
                 where born_on + make_interval(years => age) <= '2026-10-31'
                   and identity_issued_on < born_on + make_interval(years => age - 2))) as identity_card_expired`,
      [OCTOBER],
    );
    const { lists } = await answer((context) => countLists({ dataDate: OCTOBER }, context));
    const counts = Object.fromEntries(lists.map(({ list, loans }) => [list, loans]));
    expect(counts).toMatchObject({ ...rows[0], phone_shared: 0 });
    expect(counts.phone_missing).toBeGreaterThan(0);
    expect(counts.identity_card_expired).toBeGreaterThan(0);
  });

  it('[PF41] every entry says why it is here', async () => {
    const { lists } = await answer((context) => countLists({ dataDate: OCTOBER }, context));
    for (const { list } of lists.filter((row) => row.loans > 0)) {
      const { communeId, contractNo } = await firstOf(list);
      const why = await answer((context) => explainEntry({ list, communeId, contractNo }, context));
      expect(why.ruleId).toMatch(/^PF\d+$/);
      expect(why.sentence).not.toContain('undefined');
      expect(why.values.length).toBeGreaterThan(10);
      expect(z.safeEncode(contract.explainEntry.output, why).success).toBe(true);
    }
    const inactive = await firstOf('inactive_3_months');
    const why = await answer((context) => explainEntry({ list: 'inactive_3_months', ...inactive }, context));
    expect(why.sentence).toContain('trước ngày 31/07/2026');
    expect(why.ruleRows).toMatchObject([{ rule: 'inactiveMonths', value: '3' }]);
    expect(why.values).toContainEqual({
      label: 'Lãi suất',
      kind: 'rate',
      value: expect.stringMatching(/^\d{3}$/),
    });
    const { rows } = await database.owner.query(
      'select distinct rule_value_id as id from portfolio.list_entry where list = $1',
      ['inactive_3_months'],
    );
    expect(rows).toEqual([{ id: why.ruleRows[0]?.id }]);
  });

  it('[PF41] a loan that is not on the list is said not to be', async () => {
    const { communeId, contractNo } = await firstOf('disbursed_last_30_days');
    const outcome = await ask(office, await officer(office), (context) =>
      explainEntry({ list: 'frozen', communeId, contractNo }, context),
    );
    expect(outcome).toMatchObject({ refused: 'entryNotFound' });
  });

  it('[PF40] a file to keep has its date, its filters and every row', async () => {
    const file = await answer((context) => exportList({ list: 'overdue', dataDate: OCTOBER }, context));
    const lines = String(file.content).trim().split('\r\n');
    expect(file.name).toBe('overdue-2026-10-31.csv');
    expect(lines[1]).toContain('31/10/2026');
    expect(lines.length - 4).toBe(TRUTH.lists.overdue?.length);
  });
});

describe('a workbook to keep', () => {
  it('[PF40] holds the same rows, contracts as text and amounts as numbers', async () => {
    const csv = await answer((context) => exportList({ list: 'overdue', dataDate: OCTOBER }, context));
    const file = await answer((context) =>
      exportList({ list: 'overdue', dataDate: OCTOBER, format: 'xlsx' }, context),
    );
    const folder = mkdtempSync(join(tmpdir(), 'giaoban-'));
    writeFileSync(join(folder, file.name), file.content);
    const sheet = sheetText(join(folder, file.name));
    rmSync(folder, { recursive: true });
    expect(sheet.match(/<row /g)).toHaveLength(String(csv.content).trim().split('\r\n').length);
    for (const contract of TRUTH.lists.overdue ?? []) expect(sheet).toContain(`>${contract}</t>`);
    expect(sheet).not.toContain('<f>');
  });
});

describe('loans and households', () => {
  it('[PF12] a loan over all dates, with what is due at its next session', async () => {
    const { communeId, contractNo, householdId } = await firstOf('overdue');
    const loan = await answer((context) => showLoan({ communeId, contractNo }, context));
    expect(loan.dates.map((row) => row.dataDate)).toEqual([SEPTEMBER, OCTOBER]);
    expect(loan.lists).toContain('overdue');
    expect(loan.nextSession?.principalDueVnd).toBe(loan.overdueVnd);
    expect(loan.nextSession?.interestDueVnd).toBeGreaterThanOrEqual(loan.unpaidInterestVnd);
    expect(z.safeEncode(contract.showLoan.output, loan).success).toBe(true);
    const household = await answer((context) =>
      listHouseholdLoans({ communeId, householdId: householdId as Id }, context),
    );
    expect(household.loans.map((other) => other.contractNo)).toContain(contractNo);
    expect(z.safeEncode(contract.listHouseholdLoans.output, household).success).toBe(true);
  });

  it('[PF9] a borrower is found by part of a contract, in the scope alone', async () => {
    const { contractNo, customerName } = await firstOf('overdue');
    const input = { text: contractNo.slice(-6) };
    const { hits } = await answer((context) => searchContracts(input, context));
    expect(hits).toMatchObject([{ contractNo, fullName: customerName, matchedBy: 'contract' }]);
    expect(z.safeEncode(contract.searchContracts.output, { hits }).success).toBe(true);
    const printed = contractNo.replace(/(\d{4})(?=\d)/g, '$1 ');
    const { input: accepted } = contract.searchContracts;
    const spaced = await answer((context) => searchContracts(accepted.parse({ text: printed }), context));
    expect(spaced).toEqual({ hits });
    expect(accepted.safeParse({ text: ' 1 2 3 ' }).success).toBe(false);
    const leader = callerAs('groupLeader', { communeIds: [...communes.values()], groupCodes: ['0000001'] });
    expect(await ask(office, leader, (context) => searchContracts(input, context))).toEqual({ hits: [] });
  });

  it('[ID22] the committee reads names and loans, no phone, and looks nobody up', async () => {
    const reader = callerAs('committeeReader', (await officer(office)).scope);
    const asReader = <T>(handler: (context: HandlerContext) => Promise<T>) => ask(office, reader, handler);
    const { communeId, contractNo, customerName, phone } = await firstOf('overdue');
    expect(phone).toMatch(/^0/);
    const list = await asReader((context) => listLoans({ list: 'overdue' }, context));
    const rows = isRefusal(list) ? [] : list.rows;
    expect(rows[0]).toMatchObject({ contractNo, customerName });
    expect(new Set(rows.map((row) => row.phone))).toEqual(new Set([null]));
    expect(await asReader((context) => showLoan({ communeId, contractNo }, context))).toMatchObject({
      customerName,
      phone: null,
    });
    const file = await asReader((context) => exportList({ list: 'overdue', format: 'csv' }, context));
    const text = isRefusal(file) ? '' : String(file.content);
    expect(text).toContain(contractNo);
    expect(text).not.toContain(phone);
    expect(text).not.toContain('Điện thoại');
    for (const found of [
      await asReader((context) => listLoans({ text: 'nguyen' }, context)),
      await asReader((context) => exportList({ text: 'nguyen' }, context)),
    ])
      expect(found).toMatchObject({ refused: 'notAllowed' });
  });

  it('[PF9] a loan outside the scope is not found', async () => {
    const { contractNo } = await firstOf('overdue');
    const outcome = await ask(office, await officer(office), (context) =>
      showLoan({ communeId: '00000000-0000-8000-8000-000000000000' as Id, contractNo }, context),
    );
    expect(outcome).toMatchObject({ refused: 'loanNotFound' });
  });
});

describe('the preview of an import', () => {
  it('[PF17] adds up in loans, in đồng and commune by commune; head office is compared before anything is written', async () => {
    const { batchId } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: office.officeId,
    });
    const preview = await answer((context) => previewImport({ batchId }, context));
    const { comparison } = preview;
    expect(preview).toMatchObject({
      comparedDate: SEPTEMBER,
      versionNumber: 2,
      blocking: [],
      missingCommunes: [],
    });
    expect(comparison).toMatchObject({
      addsUp: true,
      opening: { loans: BEFORE.office.loans, amountVnd: BigInt(BEFORE.office.outstanding) },
      closing: { loans: TRUTH.office.loans, amountVnd: BigInt(TRUTH.office.outstanding) },
      movedToOverdue: { loans: TRUTH.lists.moved_to_overdue_in_month?.length },
    });
    expect(comparison?.new.loans).toBeGreaterThan(0);
    for (const commune of preview.communes) {
      expect(commune.differenceVnd).toBe(0n);
      expect(commune.closingVnd).toBe(BigInt(TRUTH.commune[commune.communeCode]?.outstanding ?? -1));
    }
    const expected = TRUTH.differences_from_head_office.filter((cell) => cell.difference !== 0);
    expect(preview.headOffice.differences.map(({ file, key, measure }) => ({ file, key, measure }))).toEqual(
      expected.map(({ file, key, measure }) => ({ file, key, measure })),
    );
    expect(z.safeEncode(contract.previewImport.output, preview).success).toBe(true);
  });
});

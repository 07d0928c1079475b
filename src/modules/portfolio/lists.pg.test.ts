import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import * as contract from './contract.ts';
import { countLists } from './count-lists.ts';
import type { ListName } from './domain/list-names.ts';
import { explainEntry } from './explain-entry.ts';
import { listLoans } from './list-loans.ts';
import { ask, callerAs, officer } from './testing/given-office.ts';
import { givenTwoMonths, OCTOBER, TRUTH, type TwoMonths } from './testing/two-months.ts';

let given: TwoMonths;
beforeAll(async () => {
  given = await givenTwoMonths();
}, 60_000);
afterAll(() => given.database.close());

describe('lists', () => {
  it('[PF1] pages meet without gap or overlap, whatever they are sorted by', async () => {
    const loans = TRUTH.commune['540101']?.loans;
    for (const sort of contract.LOAN_SORTS) {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const input = { communeId: given.communeOf('540101'), sort, order, limit: 37, cursor };
          const page = await given.answer((context) => listLoans(input, context));
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
      const outcome = await ask(given.office, await officer(given.office), (context) =>
        listLoans({ cursor, sort: 'outstanding' }, context),
      );
      expect(outcome).toMatchObject({ refused: 'cursorInvalid' });
    }
  });

  it('[PF20] filters narrow, names are found without diacritics', async () => {
    const row = await given.firstOf('overdue');
    const folded = (row.customerName ?? '')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/gi, 'd');
    const found = await given.answer((context) =>
      listLoans({ text: folded.toUpperCase(), status: 'overdue' }, context),
    );
    expect(found.rows.map((other) => other.contractNo)).toContain(row.contractNo);
    const none = await given.answer((context) => listLoans({ text: '%%%' }, context));
    expect(none.rows).toEqual([]);
    const group = await given.answer((context) => listLoans({ groupCode: '', limit: 500 }, context));
    expect(group.totals.loans).toBe(TRUTH.group['']?.loans ?? 0);
  });

  it('[PF30] [PF31] [PF32] [PF34] [PF39] the frames of due loans, interest left and extensions follow their rows', async () => {
    const { rows } = await given.database.owner.query<Record<string, number>>(
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
    const { lists } = await given.answer((context) => countLists({ dataDate: OCTOBER }, context));
    const counts = Object.fromEntries(lists.map(({ list, loans }) => [list, loans]));
    expect(counts).toMatchObject(rows[0] ?? {});
    expect(counts.extension_disagrees).toBeGreaterThan(0);
  });

  it('[PF35] [PF36] [PF37] [PF38] people to complete: phones and identity cards', async () => {
    const { rows } = await given.database.owner.query<Record<string, number>>(
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
    const { lists } = await given.answer((context) => countLists({ dataDate: OCTOBER }, context));
    const counts = Object.fromEntries(lists.map(({ list, loans }) => [list, loans]));
    expect(counts).toMatchObject({ ...rows[0], phone_shared: 0 });
    expect(counts.phone_missing).toBeGreaterThan(0);
    expect(counts.identity_card_expired).toBeGreaterThan(0);
  });

  it('[PF35] whose number was found is without one no more, in the list, its number and what is ordered over it', async () => {
    const row = await given.firstOf('phone_missing');
    const { communeId, customerCode } = row;
    const asked = { list: 'phone_missing', dataDate: OCTOBER, communeId, limit: 500 } as const;
    const told = async () => {
      const { rows, totals } = await given.answer((context) => listLoans(asked, context));
      const { lists } = await given.answer((context) =>
        countLists({ dataDate: OCTOBER, communeId }, context),
      );
      expect(totals.loans).toBe(rows.length);
      expect(lists.find(({ list }) => list === 'phone_missing')?.loans ?? 0).toBe(rows.length);
      return rows.filter((one) => one.customerCode === customerCode).length;
    };
    const loans = await told();
    expect(loans).toBeGreaterThan(0);
    const { rows } = await given.database.owner.query<{ id: string }>(
      `insert into registry.contact (commune_id, id, person_id, village_code, group_code, association_code, relation,
         phone, source, entered_at)
       select commune_id, gen_random_uuid(), id, village_code, group_code, association_code, 'child', '0912345678',
         'entered', now()
       from registry.person where commune_id = $1 and customer_code = $2 returning id`,
      [communeId, customerCode],
    );
    expect(await told()).toBe(0);
    const marked = 'update registry.contact set wrong_number_since = $2 where id = $1';
    await given.database.owner.query(marked, [rows[0]?.id, OCTOBER]);
    expect(await told()).toBe(loans);
  });

  it('[PF1] who stands on a list with two loans is counted as one customer, and both loans stand there', async () => {
    const { rows } = await given.database.owner.query<{ list: ListName; customer: string; loans: number }>(
      `select list, customer_code as customer, count(*)::int as loans
       from portfolio.publication join portfolio.list_entry using (commune_id, data_date, version_id)
       where data_date = $1 group by list, customer_code order by loans desc`,
      [OCTOBER],
    );
    const [most] = rows;
    expect(most?.loans).toBeGreaterThan(1);
    const { lists } = await given.answer((context) => countLists({ dataDate: OCTOBER }, context));
    for (const list of new Set(rows.map((row) => row.list))) {
      const customers = rows.filter((row) => row.list === list);
      const loans = customers.reduce((sum, row) => sum + row.loans, 0);
      expect(lists.find((counted) => counted.list === list)).toMatchObject({
        loans,
        customers: customers.length,
      });
    }
    const shown = await given.answer((context) =>
      listLoans({ list: most?.list, dataDate: OCTOBER, limit: 500 }, context),
    );
    expect(shown.rows.filter((row) => row.customerCode === most?.customer)).toHaveLength(most?.loans ?? 0);
  });

  it('[PF41] every entry says why it is here', async () => {
    const { lists } = await given.answer((context) => countLists({ dataDate: OCTOBER }, context));
    for (const { list } of lists.filter((row) => row.loans > 0)) {
      const { communeId, contractNo } = await given.firstOf(list);
      const why = await given.answer((context) => explainEntry({ list, communeId, contractNo }, context));
      expect(why.ruleId).toMatch(/^PF\d+$/);
      expect(why.sentence).not.toContain('undefined');
      expect(why.values.length).toBeGreaterThan(10);
      expect(z.safeEncode(contract.explainEntry.output, why).success).toBe(true);
    }
    const inactive = await given.firstOf('inactive_3_months');
    const why = await given.answer((context) =>
      explainEntry({ list: 'inactive_3_months', ...inactive }, context),
    );
    expect(why.sentence).toContain('trước ngày 31/07/2026');
    expect(why.ruleRows).toMatchObject([{ rule: 'inactiveMonths', value: '3' }]);
    expect(why.values).toContainEqual({
      label: 'Lãi suất',
      kind: 'rate',
      value: expect.stringMatching(/^\d{3}$/),
    });
    const { rows } = await given.database.owner.query(
      'select distinct rule_value_id as id from portfolio.list_entry where list = $1',
      ['inactive_3_months'],
    );
    expect(rows).toEqual([{ id: why.ruleRows[0]?.id }]);
  });

  it('[PF41] a loan that is not on the list is said not to be', async () => {
    const { communeId, contractNo } = await given.firstOf('disbursed_last_30_days');
    const outcome = await ask(given.office, await officer(given.office), (context) =>
      explainEntry({ list: 'frozen', communeId, contractNo }, context),
    );
    expect(outcome).toMatchObject({ refused: 'entryNotFound' });
  });

  it('[PF41] lists of phones and identity papers tell the value concerned, masked, and to readers none', async () => {
    const reader = callerAs('committeeReader', (await officer(given.office)).scope);
    const { communeId, contractNo } = await given.firstOf('identity_card_expired');
    const asked = { list: 'identity_card_expired', communeId, contractNo } as const;
    const why = await given.answer((context) => explainEntry(asked, context));
    expect(why.values.slice(0, 5)).toEqual([
      { label: 'Loại giấy tờ', kind: 'text', value: 'Căn cước 12 số' },
      { label: 'Số giấy tờ', kind: 'text', value: expect.stringMatching(/^\d{3}\*{7}\d\d$/) },
      { label: 'Ngày sinh', kind: 'date', value: expect.stringMatching(/^\d{4}-/) },
      { label: 'Cấp ngày', kind: 'date', value: expect.stringMatching(/^\d{4}-/) },
      { label: 'Hết hạn từ', kind: 'date', value: expect.stringMatching(/^\d{4}-/) },
    ]);
    const asReader = await ask(given.office, reader, (context) => explainEntry(asked, context));
    const hidden = isRefusal(asReader) ? [] : asReader.values.filter(({ kind }) => kind === 'hidden');
    expect(hidden).toEqual([
      { label: 'Số giấy tờ', kind: 'hidden', value: null },
      { label: 'Ngày sinh', kind: 'hidden', value: null },
    ]);
    const missing = { ...(await given.firstOf('phone_missing')), list: 'phone_missing' } as const;
    const phone = await given.answer((context) => explainEntry(missing, context));
    expect(phone.values[0]).toEqual({ label: 'Số điện thoại', kind: 'phone', value: null });
    const phoneToReader = await ask(given.office, reader, (context) => explainEntry(missing, context));
    expect(phoneToReader).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ kind: 'hidden' })]),
    });
  });
});

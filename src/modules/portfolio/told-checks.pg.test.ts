import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { keepToldChecks } from './keep-told-checks.ts';
import { listLoans } from './list-loans.ts';
import { ask, callerAs, command, officer } from './testing/given-office.ts';
import { nextId } from './testing/stage-extracts.ts';
import { givenTwoMonths, OCTOBER, type TwoMonths } from './testing/two-months.ts';

const MIGRATION = new URL('./db/migrations/0326-told-checks.sql', import.meta.url);
const LIST = 'disbursed_over_30_days';

let given: TwoMonths;
let loan: Awaited<ReturnType<TwoMonths['firstOf']>>;
beforeAll(async () => {
  given = await givenTwoMonths();
  loan = await given.firstOf(LIST);
}, 60_000);
afterAll(() => given.database.close());

/** Something tells that the loan was checked on these days; on none that it was not. */
const tell = async (sourceId: Id, ...days: BusinessDate[]) =>
  command(given.office, await officer(given.office), async (context) => {
    context.note({ communeId: loan.communeId, subject: { source: sourceId } });
    const checks = days.map((doneOn) => ({ contractNo: loan.contractNo, doneOn }));
    await keepToldChecks(context, { communeId: loan.communeId, sourceId }, checks);
    return {};
  });

type Asked = Omit<Parameters<typeof listLoans>[0], 'list' | 'dataDate'>;

/** Whether the loan is among those of the list that are told, or untold, to be checked. */
const isAmong = async (check: 'told' | 'untold', asked: Asked = {}) => {
  const { rows } = await given.answer((context) =>
    listLoans({ list: LIST, dataDate: OCTOBER, limit: 500, check, ...asked }, context),
  );
  return rows.some(({ contractNo }) => contractNo === loan.contractNo);
};

describe('[PF97] loans by whether their check is told', () => {
  it('a check of the day of the disbursement or later is one, an earlier one is not; each loan is on one side', async () => {
    const paidOutOn = loan.keyOn ?? OCTOBER;
    const source = nextId();
    expect([await isAmong('told'), await isAmong('untold')]).toEqual([false, true]);
    await tell(source, addDays(paidOutOn, -1));
    expect([await isAmong('told'), await isAmong('untold')]).toEqual([false, true]);
    await tell(source, paidOutOn);
    expect([await isAmong('told'), await isAmong('untold')]).toEqual([true, false]);
    await tell(source);
    expect([await isAmong('told'), await isAmong('untold')]).toEqual([false, true]);
  });

  it('of two that tell it one may take it back; what was known at a moment stays to be asked', async () => {
    const [one, other] = [nextId(), nextId()];
    given.office.clock.moveTo('2026-11-04T01:00:00Z');
    await tell(one, OCTOBER);
    await tell(other, OCTOBER);
    given.office.clock.moveTo('2026-11-05T01:00:00Z');
    await tell(one);
    expect(await isAmong('told')).toBe(true);
    await tell(other);
    expect(await isAmong('told')).toBe(false);
    const at = (checkKnownAt: string) => isAmong('told', { checkKnownAt });
    expect(await at('2026-11-04T00:59:59.999Z')).toBe(false);
    expect(await at('2026-11-04T01:00:00.000Z')).toBe(true);
    expect(await at('2026-11-05T00:59:59.999Z')).toBe(true);
    expect(await at('2026-11-05T01:00:00.000Z')).toBe(false);
  });

  it('what is told again as it stands is kept once', async () => {
    const source = nextId();
    for (const days of [[OCTOBER], [OCTOBER], [addDays(OCTOBER, 1)]]) await tell(source, ...days);
    const { rows } = await given.database.owner.query(
      `select done_on::text as "doneOn", taken_back_at is null as stands from portfolio.told_check
       where source_id = $1 order by done_on`,
      [source],
    );
    expect(rows).toEqual([
      { doneOn: '2026-10-31', stands: false },
      { doneOn: '2026-11-01', stands: true },
    ]);
    await tell(source);
  });

  it('a narrower office is told of its own loans alone, whoever told the check', async () => {
    const leader = callerAs('groupLeader', { communeIds: [loan.communeId], groupCodes: [loan.groupCode] });
    const ofOther = callerAs('groupLeader', { communeIds: [loan.communeId], groupCodes: ['0000001'] });
    const seenBy = async (caller: typeof leader) => {
      const asked = { list: LIST, dataDate: OCTOBER, check: 'told' } as const;
      const page = await ask(given.office, caller, (context) => listLoans(asked, context));
      return 'rows' in page ? page.rows.map(({ contractNo }) => contractNo) : page;
    };
    await tell(nextId(), OCTOBER);
    expect([await seenBy(leader), await seenBy(ofOther)]).toEqual([[loan.contractNo], []]);
  });

  it('lists of what changed and all loans take the filter too', async () => {
    for (const list of ['outstanding_changed', 'customers_changed', undefined] as const) {
      const count = async (check?: 'told' | 'untold') =>
        (await given.answer((context) => listLoans({ list, dataDate: OCTOBER, check }, context))).totals
          .loans;
      expect((await count('told')) + (await count('untold'))).toBe(await count());
    }
  });
});

describe('[PF96] what was published before', () => {
  it('has the list as a publication of today makes it', async () => {
    const { owner } = given.database;
    const stored = async () =>
      (
        await owner.query(
          `select commune_id, data_date, version_id, contract_no, village_code, group_code, association_code,
             customer_code, weight, key_date, rule_id
           from portfolio.list_entry where list = $1 order by data_date, contract_no`,
          [LIST],
        )
      ).rows;
    const today = await stored();
    expect(new Set(today.map((row) => String(row.data_date))).size).toBe(2);
    await owner.query(
      `delete from portfolio.list_entry where list = '${LIST}'; drop table portfolio.told_check`,
    );
    await runMigration(owner, MIGRATION);
    expect(await stored()).toEqual(today);
  });
});

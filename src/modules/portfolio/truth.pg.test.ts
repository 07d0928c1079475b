import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { type BankFilesWanted, bankFiles } from '../extracts/testing/bank-files.ts';
import { givenBatch } from '../extracts/testing/given-batch.ts';
import { listScores } from '../groups/index.ts';
import { checkInterest } from './check-interest.ts';
import type { ListName } from './domain/list-names.ts';
import { summaryLine } from './domain/summary-line.ts';
import { listHouseholdLoans } from './list-household-loans.ts';
import { listLoans } from './list-loans.ts';
import { publishImport } from './publish-import.ts';
import { reconcile } from './reconcile.ts';
import { showSummary } from './show-summary.ts';
import { ask, command, givenOffice, officer as officerOf, type TestOffice } from './testing/given-office.ts';
import { noCalendar } from './testing/no-calendar.ts';
import type { Truth, TruthTotals } from './testing/truth.ts';

const DATES = [day('2026-09-30'), day('2026-10-31')] as const;

/** Offices of several seeds and sizes, clean and with the faults of real files, through the product's own import. */
const OFFICES: readonly BankFilesWanted[] = [
  { loans: 360, seed: 22 },
  { loans: 360, seed: 16, hasDirt: true },
  { loans: 1600, hasDirt: true },
  { loans: 900, seed: 99, communes: 6, hasDirt: true },
  { loans: 700, seed: 7, communes: 3 },
];

describe.each(OFFICES)('the truth of %o', (wanted) => {
  let database: TestDatabase;
  let office: TestOffice;
  let caller: Caller;
  let communes: ReadonlyMap<string, Id>;
  const files = new Map(DATES.map((date) => [date, bankFiles({ ...wanted, date })]));
  beforeAll(async () => {
    database = await testDatabase();
    office = await givenOffice(database);
    for (const dataDate of DATES) {
      const officer = await officerOf(office);
      const { platform, officeId } = office;
      const { batchId } = await givenBatch({ platform, officeId, officer }, files.get(dataDate)?.files ?? []);
      const published = await command(office, officer, (context) => publishImport({ batchId }, context));
      expect(published).toMatchObject({ dataDate, versionNumber: 1 });
    }
    caller = await officerOf(office);
    const areas = await database.owner.query<{ code: string; id: Id }>(
      `select bank_code as code, id from registry.area where kind = 'commune'`,
    );
    communes = new Map(areas.rows.map(({ code, id }) => [code, id]));
  }, 120_000);
  afterAll(() => database.close());

  const question = async <T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> => {
    const outcome = await ask(office, caller, handler);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return outcome;
  };
  const summary = async (
    dataDate: (typeof DATES)[number],
    dimension?: 'village' | 'group' | 'association' | 'programme',
  ) => {
    const { rows } = await question((context) => showSummary({ dataDate, dimension }, context));
    return Object.fromEntries(rows.map(({ key, now }) => [key, summaryLine(now)]));
  };

  describe.each(DATES)('at %s', (dataDate) => {
    const truth = files.get(dataDate)?.truth as unknown as Truth;

    it('[PF1] the office', async () => {
      expect(await summary(dataDate)).toEqual({ '': truth.office });
    });

    it.each(['association', 'programme', 'group', 'village'] as const)(
      '[PF1] every %s',
      async (dimension) => {
        const found = Object.entries(await summary(dataDate, dimension));
        // A place that has savers and no loan is known to us; the truth names places with a loan in the year.
        const withLoans = found.filter(
          ([key, line]) => key in truth[dimension] || Object.values(line).some((n) => n !== 0),
        );
        expect(Object.fromEntries(withLoans)).toEqual(truth[dimension]);
      },
    );

    it('[PF1] every commune', async () => {
      const found: Record<string, TruthTotals> = {};
      for (const code of Object.keys(truth.commune)) {
        const communeId = communes.get(code) as Id;
        const { rows } = await question((context) => showSummary({ dataDate, communeId }, context));
        found[code] = rows.map(({ now }) => summaryLine(now))[0] as TruthTotals;
      }
      expect(found).toEqual(truth.commune);
    });

    it('[PF1] savings, those of people without a loan too', async () => {
      const { rows } = await question((context) => showSummary({ dataDate }, context));
      expect(rows[0]?.now.savingsVnd).toBe(BigInt(truth.savings));
    });

    // The savings of every household one by one: enough in one small office, so the others have no such test.
    if (wanted === OFFICES[1])
      it('[PF1] savings, household by household, as the date knows them', async () => {
        const { rows } = await database.owner.query<{ communeId: Id; householdId: Id }>(
          `select distinct commune_id as "communeId", household_id as "householdId" from registry.person_reach
           where household_id is not null`,
        );
        const balances: bigint[] = [];
        for (const household of rows) {
          const { savings } = await question((context) =>
            listHouseholdLoans({ ...household, dataDate }, context, noCalendar),
          );
          balances.push(...savings.map((book) => book.balanceVnd ?? 0n));
        }
        expect(balances.reduce((sum, balanceVnd) => sum + balanceVnd, 0n)).toBe(BigInt(truth.savings));
      });

    it.each(Object.keys(truth.lists))(
      '[PF20] [PF21] [PF22] [PF23] [PF24] [PF25] [PF26] [PF27] [PF28] the list %s',
      async (name) => {
        const list = name as ListName;
        const { rows, totals } = await question((context) =>
          listLoans({ list, dataDate, limit: 500 }, context),
        );
        expect(rows.map((row) => row.contractNo).sort()).toEqual([...(truth.lists[name] ?? [])].sort());
        expect(totals.loans).toBe(rows.length);
      },
    );

    it('[PF15] [PF16] every difference from head office', async () => {
      const found = await question((context) => reconcile({ dataDate }, context));
      const differences = found.differences.map(({ file, key, measure, ours, theirs, difference }) => ({
        file,
        key,
        measure,
        ours: Number(ours),
        theirs: Number(theirs),
        difference: Number(difference),
      }));
      // The truth also lists the cell it meant to change where there was nothing to take away.
      expect(differences).toEqual(truth.differences_from_head_office.filter((cell) => cell.difference !== 0));
      const cells =
        (Object.keys(truth.commune).length + Object.keys(truth.programme).length) * 15 +
        Object.keys(truth.commune).length * 7;
      expect(found.equal + differences.length).toBe(cells);
    });

    it('[PF11] the interest accrued on every loan', async () => {
      const found = await question((context) => checkInterest({ dataDate }, context));
      expect(found).toMatchObject({
        checked: truth.interest_accrued_in_month.length,
        equal: truth.interest_accrued_in_month.length,
        different: 0,
        notCheckable: 0,
      });
    });

    it('[PF2] every score and grade', async () => {
      const scores = await question((context) =>
        listScores(context.tx, { communeIds: caller.scope.communeIds, dataDate }),
      );
      const found = scores.map(({ group, total, grade }) => [group, { total, grade }]);
      expect(Object.fromEntries(found)).toEqual(truth.group_scores);
    });
  });
});

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { checkInterest } from './check-interest.ts';
import * as contract from './contract.ts';
import { explainNextSession } from './explain-next-session.ts';
import { listInterestChecks } from './list-interest-checks.ts';
import { publishImport } from './publish-import.ts';
import { showInterestCheck } from './show-interest-check.ts';
import { showLoan } from './show-loan.ts';
import {
  ask,
  callerAs,
  command,
  givenOffice,
  officer,
  publish,
  type TestOffice,
} from './testing/given-office.ts';
import { noCalendar } from './testing/no-calendar.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/dirty', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const TRUTH = readTruth(FOLDER, OCTOBER);
const LOANS = TRUTH.interest_accrued_in_month.length;
const MISSING = '540104';
/** By how much the file's accrual of one loan is off. */
const OFF_VND = 1_234;

type Spoiled = { readonly communeId: Id; readonly contractNo: string };

let database: TestDatabase;
let office: TestOffice;
let off: Spoiled;
let writtenOff: Spoiled;
let days: Spoiled;

/** October with three loans spoiled in the file: one accrual off, one write-off, one collection without its day. */
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
  const onlyCommunes = Object.keys(TRUTH.commune).filter((code) => code !== MISSING);
  const { batchId } = await stageExtracts(database.owner, {
    folder: FOLDER,
    dataDate: OCTOBER,
    officeId: office.officeId,
    onlyCommunes,
  });
  const spoil = async (change: string, which: string): Promise<Spoiled> => {
    const { rows } = await database.owner.query<Spoiled>(
      `update extracts.staged_loan set ${change} where batch_id = $1 and contract_no = (
         select min(contract_no) from extracts.staged_loan where batch_id = $1 and outstanding_vnd > 0 and ${which}
       ) returning commune_id as "communeId", contract_no as "contractNo"`,
      [batchId],
    );
    return rows[0] as Spoiled;
  };
  off = await spoil(`month_accrued_vnd = month_accrued_vnd + ${OFF_VND}`, 'overdue_vnd > 0');
  writtenOff = await spoil(
    'month_written_off_vnd = 1000000',
    'month_collected_in_term_vnd = 0 and overdue_vnd = 0',
  );
  days = await spoil(`last_transaction_on = '2026-09-15'`, 'month_collected_in_term_vnd > 0');
  await command(office, await officer(office), (context) => publishImport({ batchId }, context));
}, 60_000);
afterAll(() => database.close());

async function answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}

describe('the check of the accrual', () => {
  it('[PF80] counts every loan once, over the office and by commune; a missing commune has no counts', async () => {
    const found = await answer((context) => checkInterest({ dataDate: OCTOBER }, context));
    expect(found).toMatchObject({ different: 1, notCheckable: 2, dataDates: [OCTOBER, SEPTEMBER] });
    expect(found.checked).toBe(found.equal + found.different);
    const present = found.communes.flatMap(({ counts }) => counts ?? []);
    expect(present).toHaveLength(Object.keys(TRUTH.commune).length - 1);
    expect(present.reduce((sum, counts) => sum + counts.checked + counts.notCheckable, 0)).toBe(
      found.checked + found.notCheckable,
    );
    expect(found.checked + found.notCheckable).toBeLessThan(LOANS);
    expect(found.communes.find((commune) => commune.communeCode === MISSING)?.counts).toBeNull();
    expect(found.fileVnd - found.oursVnd).toBe(BigInt(OFF_VND));
    expect(z.safeEncode(contract.checkInterest.output, found).success).toBe(true);
  });

  it('[PF14] [PF80] those that are not checkable are counted by reason', async () => {
    const { reasons } = await answer((context) => checkInterest({ dataDate: OCTOBER }, context));
    expect(reasons).toEqual([
      { reason: 'collectionDayUnknown', loans: 1, text: contract.NOT_CHECKABLE.collectionDayUnknown },
      { reason: 'writtenOffInMonth', loans: 1, text: contract.NOT_CHECKABLE.writtenOffInMonth },
    ]);
  });

  it('[PF80] each count opens its loans', async () => {
    const contractsOf = async (input: Parameters<typeof listInterestChecks>[0]) =>
      (await answer((context) => listInterestChecks({ ...input, limit: 500 }, context))).rows.map(
        (row) => row.contractNo,
      );
    expect(await contractsOf({ result: 'different' })).toEqual([off.contractNo]);
    expect(await contractsOf({ result: 'notCheckable' })).toHaveLength(2);
    expect(await contractsOf({ reason: 'writtenOffInMonth' })).toEqual([writtenOff.contractNo]);
    expect(await contractsOf({ reason: 'collectionDayUnknown' })).toEqual([days.contractNo]);
    expect(await contractsOf({ result: 'different', communeId: off.communeId })).toEqual([off.contractNo]);
  });

  it('[PF80] pages meet without gap or overlap, across communes', async () => {
    const { equal } = await answer((context) => checkInterest({}, context));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { result: 'equal' as const, limit: 83, cursor };
      const page = await answer((context) => listInterestChecks(input, context));
      expect(z.safeEncode(contract.listInterestChecks.output, page).success).toBe(true);
      seen.push(...page.rows.map((row) => row.contractNo));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(equal);
    expect(new Set(seen).size).toBe(equal);
  });

  it('[PF80] a cursor that was not made here is refused', async () => {
    const elsewhere = '00000000-0000-8000-8000-000000000000';
    for (const cursor of ['x', `${elsewhere}.6600`, `${off.communeId}.'; drop`, `${off.communeId}.`]) {
      const outcome = await ask(office, await officer(office), (context) =>
        listInterestChecks({ cursor }, context),
      );
      expect(outcome).toMatchObject({ refused: 'cursorInvalid' });
    }
  });

  it('[PF11] a loan that differs is told with days, rate, slices and the rules that decided', async () => {
    const found = await answer((context) => showInterestCheck(off, context));
    expect(found).toMatchObject({ dataDate: OCTOBER, result: 'different', reason: null });
    expect(found.fileVnd - (found.oursVnd ?? 0n)).toBe(BigInt(OFF_VND));
    const { derivation } = found;
    expect(derivation?.segments.reduce((sum, part) => sum + part.days, 0)).toBe(31);
    expect(derivation?.totalVnd).toBe(found.oursVnd);
    expect(derivation?.ruleRows.map(({ rule, value }) => [rule, value])).toEqual([
      ['interestDayBasis', '365'],
      ['overdueRatePercent', '130'],
    ]);
    expect(z.safeEncode(contract.showInterestCheck.output, found).success).toBe(true);
  });

  it('[PF14] a loan that cannot be checked says why, and has no derivation', async () => {
    const found = await answer((context) => showInterestCheck(writtenOff, context));
    expect(found).toMatchObject({
      result: 'notCheckable',
      oursVnd: null,
      derivation: null,
      reasonText: contract.NOT_CHECKABLE.writtenOffInMonth,
    });
  });

  it('[PF80] a loan that is not in the books of the date is refused, and so is one out of reach', async () => {
    const outcome = await ask(office, await officer(office), (context) =>
      showInterestCheck({ ...off, contractNo: '9999999999999999' }, context),
    );
    expect(outcome).toMatchObject({ refused: 'accrualNotChecked' });
    const stranger = callerAs('creditOfficer', { communeIds: [] });
    expect(await ask(office, stranger, (context) => showInterestCheck(off, context))).toMatchObject({
      refused: 'dateNotPublished',
    });
  });
});

describe('the interest of the next session', () => {
  it('[PF81] is derived from the day after the data date to the day before the session', async () => {
    const loan = await answer((context) => showLoan({ ...off, dataDate: OCTOBER }, context, noCalendar));
    const why = await answer((context) =>
      explainNextSession({ ...off, dataDate: OCTOBER }, context, noCalendar),
    );
    expect(why.interestDueVnd).toBe(loan.nextSession?.interestDueVnd);
    expect(why.interestDueVnd).toBe(why.unpaidInterestVnd + why.derivation.totalVnd);
    expect(why.derivation.segments).toMatchObject([{ from: '2026-11-01', to: loan.nextSession?.sessionOn }]);
    expect(z.safeEncode(contract.explainNextSession.output, why).success).toBe(true);
  });

  it('[PF81] principal due at the session is what moves to overdue if it is not paid', async () => {
    const { rows } = await database.owner.query<Spoiled>(
      `select commune_id as "communeId", contract_no as "contractNo" from portfolio.list_entry
       where list = 'due_next_month_by_session' and data_date = $1 order by contract_no limit 1`,
      [OCTOBER],
    );
    const due = rows[0] as Spoiled;
    const loan = await answer((context) => showLoan({ ...due, dataDate: OCTOBER }, context, noCalendar));
    const why = await answer((context) =>
      explainNextSession({ ...due, dataDate: OCTOBER }, context, noCalendar),
    );
    expect(why).toMatchObject({
      sessionOn: loan.nextSession?.sessionOn,
      principalDueVnd: loan.inTermVnd,
      toOverdueIfUnpaidVnd: loan.inTermVnd,
    });
  });

  it('[PF81] nothing is foreseen of a settled loan, nor of one that is not there', async () => {
    const { rows } = await database.owner.query<Spoiled>(
      `select commune_id as "communeId", contract_no as "contractNo" from portfolio.position
       where is_closed and data_date = $1 order by contract_no limit 1`,
      [OCTOBER],
    );
    const refusalOf = async (loan: Spoiled) =>
      ask(office, await officer(office), (context) =>
        explainNextSession({ ...loan, dataDate: OCTOBER }, context, noCalendar),
      );
    expect(await refusalOf(rows[0] as Spoiled)).toMatchObject({ refused: 'nothingForeseen' });
    expect(await refusalOf({ ...off, contractNo: '9999999999999999' })).toMatchObject({
      refused: 'loanNotFound',
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBusinessDate } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import { listFaults } from '../../src/modules/extracts/list-faults.ts';
import type { StagedList } from '../../src/modules/portfolio/domain/staged-lists.ts';
import { listLoans } from '../../src/modules/portfolio/list-loans.ts';
import { listStagedLoans } from '../../src/modules/portfolio/list-staged-loans.ts';
import { previewImport } from '../../src/modules/portfolio/preview-import.ts';
import { officer, type TestOffice } from '../../src/modules/portfolio/testing/given-office.ts';
import type { Caller } from '../../src/platform/caller.ts';
import { type TestDatabase, testDatabase } from '../../src/platform/testing/database.ts';
import { type PreviewNumber, previewNumbers } from '../../src/web/desk/pages/import/numbers.ts';
import { filterOf } from '../../src/web/desk/pages/lists/list-address.ts';
import { loansQuestion } from '../../src/web/desk/pages/lists/list-question.ts';
import { parseSearch } from '../../src/web/desk/search-params.ts';
import {
  addressOf,
  answer,
  type Commune,
  communesOf,
  givenDemoOffice,
  readReadyFiles,
} from './demo-office.ts';

let database: TestDatabase;
let office: TestOffice;
let bank: Caller;
let communes: Commune[];
let batch: Awaited<ReturnType<typeof readReadyFiles>>;

beforeAll(async () => {
  database = await testDatabase();
  office = await givenDemoOffice(database);
  batch = await readReadyFiles(office);
  bank = await officer(office);
  communes = await communesOf(office);
}, 300_000);
afterAll(() => database.close());

/** What the page behind an address says of the number that led there. */
async function opened({ href, is }: PreviewNumber): Promise<bigint> {
  const { path, search } = addressOf(href ?? '');
  const params = parseSearch(search);
  if (is === 'publishedVnd') {
    const filter = filterOf(params, parseBusinessDate(params.ngay ?? ''));
    const question = loansQuestion({ communes }, undefined, filter);
    const { totals } = await answer(office, bank, (context) => listLoans(question, context));
    return totals.outstandingVnd;
  }
  const [, batchId, list] = path;
  const question = {
    batchId: batchId as Id,
    list: list as StagedList,
    communeCode: params.xa,
    programmeCode: params.ct,
    rateBpsPerYear: params.lai === undefined ? undefined : Number(params.lai),
  };
  const { totals } = await answer(office, bank, (context) =>
    listStagedLoans({ ...question, limit: 1 }, context),
  );
  return BigInt(totals[is]);
}

describe('every number of a preview opens the rows that add up to it', () => {
  it('[PF69] steps, movements, flows of the communes, savings and our cells beside head office', async () => {
    const preview = await answer(office, bank, (context) =>
      previewImport({ batchId: batch.batchId }, context),
    );
    if (batch.summary === null) throw new Error('the files were not read');
    expect(preview.headOffice.differences.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const number of previewNumbers(preview, batch.summary)) {
      if (number.href === undefined) expect(BigInt(number.value)).toBe(0n);
      else {
        const found = await opened(number);
        if (found !== BigInt(number.value))
          wrong.push(`${number.is} ${number.value} opens ${found}: ${number.href}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('[EX20] repeated rows and rows of savings only are as many as the faults they open', async () => {
    const { duplicates, savingsOnly } = batch.summary?.rows ?? {};
    const rowsOf = async (code: 'D1' | 'D2') => {
      const { batchId } = batch;
      let after: number | null = 0;
      let rows = 0;
      while (after !== null) {
        const from: number = after;
        const page = await answer(office, bank, (context) =>
          listFaults({ batchId, code, after: from }, context),
        );
        rows += page.rows.length;
        after = page.next;
      }
      return rows;
    };
    expect({ duplicates: await rowsOf('D1'), savingsOnly: await rowsOf('D2') }).toEqual({
      duplicates,
      savingsOnly,
    });
    expect(duplicates).toBeGreaterThan(0);
  });

  it('[PF69] pages of rows meet without gap or overlap, the largest change first', async () => {
    const seen: string[] = [];
    const sizes: bigint[] = [];
    let cursor: string | undefined;
    let loans = -1;
    do {
      const from = cursor;
      const page = await answer(office, bank, (context) =>
        listStagedLoans({ batchId: batch.batchId, list: 'changed', limit: 23, cursor: from }, context),
      );
      seen.push(...page.rows.map((row) => row.contractNo));
      sizes.push(...page.rows.map(({ amountVnd }) => (amountVnd < 0n ? -amountVnd : amountVnd)));
      loans = page.totals.loans;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(loans);
    expect(seen.length).toBe(loans);
    expect(sizes).toEqual([...sizes].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  });
});

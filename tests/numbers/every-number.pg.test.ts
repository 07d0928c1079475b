import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day, parseBusinessDate } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import { isRefusal, type Refusal } from '../../src/kernel/refusal.ts';
import { givenBatch } from '../../src/modules/extracts/testing/given-batch.ts';
import type { ListName } from '../../src/modules/portfolio/domain/list-names.ts';
import { listLoans } from '../../src/modules/portfolio/list-loans.ts';
import { listParts } from '../../src/modules/portfolio/list-parts.ts';
import { publishImport } from '../../src/modules/portfolio/publish-import.ts';
import { showCommuneMonth } from '../../src/modules/portfolio/show-commune-month.ts';
import { showOfficeMonth } from '../../src/modules/portfolio/show-office-month.ts';
import {
  ask,
  callerAs,
  command,
  givenOffice,
  officer,
  type TestOffice,
} from '../../src/modules/portfolio/testing/given-office.ts';
import type { Caller } from '../../src/platform/caller.ts';
import type { HandlerContext } from '../../src/platform/command.ts';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { type TestDatabase, testDatabase } from '../../src/platform/testing/database.ts';
import { unpackSheets } from '../../src/server/demo/pack.ts';
import { SAMPLE_OFFICE } from '../../src/server/demo/sample-office.ts';
import { writeWorkbook } from '../../src/server/demo/write-workbook.ts';
import { filterOf } from '../../src/web/desk/pages/lists/list-address.ts';
import { loansQuestion } from '../../src/web/desk/pages/lists/list-question.ts';
import { monthNumbers, officeNumbers, type PageNumber } from '../../src/web/desk/pages/month/numbers.ts';
import { partKindOf } from '../../src/web/desk/parts.ts';
import { ALL_LOANS } from '../../src/web/desk/paths.ts';
import { parseSearch } from '../../src/web/desk/search-params.ts';

/** The demo's last months, and the files with faults that lie ready for a newcomer. */
const MONTHS = ['2025-12-31', '2026-07-31', '2026-08-31', '2026-09-30'].map(day);
const READY = day('2026-10-31');
const SHOWN: readonly BusinessDate[] = [day('2026-08-31'), day('2026-09-30'), READY];

let database: TestDatabase;
let office: TestOffice;
let bank: Caller;
let communes: { id: Id; code: string }[];

beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database, SAMPLE_OFFICE.bankCode);
  const sheets = unpackSheets(readFileSync(join(PROJECT_ROOT, 'data/demo/months.br')));
  for (const dataDate of MONTHS)
    await importFiles(
      sheets
        .filter((sheet) => sheet.dataDate === dataDate)
        .map((sheet) => ({
          name: `${sheet.stem}-${dataDate}.xlsx`,
          content: new Uint8Array(writeWorkbook(sheet)),
        })),
    );
  const ready = join(PROJECT_ROOT, `data/demo/so-lieu-${READY}`);
  await importFiles(
    readdirSync(ready).map((name) => ({ name, content: new Uint8Array(readFileSync(join(ready, name))) })),
  );
  bank = await officer(office);
  const areas = await database.owner.query<{ id: Id; code: string }>(
    `select id, bank_code as code from registry.area where kind = 'commune' order by bank_code`,
  );
  communes = areas.rows;
}, 300_000);
afterAll(() => database.close());

async function importFiles(files: { name: string; content: Uint8Array<ArrayBuffer> }[]): Promise<void> {
  const { platform, officeId } = office;
  const caller = await officer(office);
  const { batchId } = await givenBatch({ platform, officeId, officer: caller }, files);
  const published = await command(office, caller, (context) => publishImport({ batchId }, context));
  if (isRefusal(published)) throw new Error(JSON.stringify(published));
}

async function answer<T>(
  caller: Caller,
  handler: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T> {
  const outcome = await ask(office, caller, handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}

/** What the page behind an address says of the number that led there. */
async function opened(caller: Caller, href: string, is: PageNumber['is']): Promise<bigint> {
  const { pathname, search } = new URL(href, 'http://desk');
  const [, , name = '', , by] = pathname.split('/');
  const params = parseSearch(search);
  const filter = filterOf(params, params.ngay === undefined ? undefined : parseBusinessDate(params.ngay));
  const list = name === ALL_LOANS ? undefined : (name as ListName);
  const reached = communes.filter(({ id }) => caller.scope.communeIds.includes(id));
  const question = loansQuestion({ communes: reached }, list, filter);
  if (is === 'parts') {
    const kind = partKindOf(by);
    if (kind === undefined) throw new Error(`${href} opens no parts`);
    return BigInt(
      (await answer(caller, (context) => listParts({ ...question, by: kind }, context))).totals.parts,
    );
  }
  const { totals } = await answer(caller, (context) => listLoans({ ...question, limit: 1 }, context));
  if (is !== 'share') return BigInt(totals[is] ?? -1);
  const whole = loansQuestion({ communes: reached }, undefined, filter);
  const { totals: all } = await answer(caller, (context) => listLoans({ ...whole, limit: 1 }, context));
  return (2n * 10_000n * (totals.weightVnd ?? 0n) + all.outstandingVnd) / (2n * all.outstandingVnd);
}

/** The numbers that are another than what they open, each told once. */
async function wrongOf(caller: Caller, numbers: readonly PageNumber[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { value, href, is } of numbers) {
    if (href === undefined) expect(BigInt(value)).toBe(0n);
    else {
      const found = await opened(caller, href, is);
      if (found !== BigInt(value)) wrong.push(`${is} ${value} opens ${found}: ${href}`);
    }
  }
  return wrong;
}

const month = (caller: Caller, communeId: Id, dataDate: BusinessDate) =>
  answer(caller, (context) => showCommuneMonth({ communeId, dataDate }, context));

describe('every number opens what adds up to it', () => {
  it.each(SHOWN)(
    '[PF60] [PF61] [PF62] [PF63] [PF64] [PF65] [PF66] [PF67] [PF68] the office at %s',
    async (dataDate) => {
      const page = await answer(bank, (context) => showOfficeMonth({ dataDate }, context));
      const numbers = officeNumbers(page);
      expect(numbers.length).toBeGreaterThan(100);
      expect(await wrongOf(bank, numbers)).toEqual([]);
    },
  );

  it.each(SHOWN)('[PF68] each commune at %s, for its chair', async (dataDate) => {
    for (const { id, code } of communes) {
      const chair = callerAs('communeChair', { communeIds: [id] });
      const numbers = monthNumbers(await month(chair, id, dataDate), code);
      expect(numbers.length).toBeGreaterThan(100);
      expect(await wrongOf(chair, numbers)).toEqual([]);
    }
  });

  it('[PF68] the part of a commune that an association, a village or a group sees', async () => {
    const [commune] = communes;
    if (!commune) throw new Error('no commune');
    const { rows } = await database.owner.query<Record<'village' | 'association' | 'group', string>>(
      `select village_code as village, association_code as association, group_code as "group"
       from portfolio.position where commune_id = $1 and data_date = $2 and overdue_vnd > 0 and group_code <> ''
       order by contract_no limit 1`,
      [commune.id, READY],
    );
    const [of] = rows;
    if (!of) throw new Error('nobody overdue');
    const communeIds = [commune.id];
    const parts = [
      callerAs('associationHead', { communeIds, associationCodes: [of.association] }),
      callerAs('villageHead', { communeIds, villageCodes: [of.village] }),
      callerAs('groupLeader', { communeIds, groupCodes: [of.group] }),
    ];
    for (const caller of parts) {
      const page = await month(caller, commune.id, READY);
      expect(page.now?.overdueVnd).toBeGreaterThan(0n);
      expect(await wrongOf(caller, monthNumbers(page, commune.code))).toEqual([]);
    }
  });
});

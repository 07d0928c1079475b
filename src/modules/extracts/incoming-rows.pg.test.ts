import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { stagedSums } from './db/staging.ts';
import { type IncomingRows, takeIncoming } from './incoming-rows.ts';
import type { Cell } from './reader/workbook.ts';
import { CopyLines } from './reading/copy-text.ts';
import { bankFiles, fileNamed } from './testing/bank-files.ts';
import { changedFile, columnOf } from './testing/changed-file.ts';
import { givenBatch, givenOffice, type TestOffice } from './testing/given-batch.ts';

const OCTOBER = day('2026-10-31');
/** Where the header of the sample report stands. */
const HEADER_ROW = 5;
/** The communes of the sample files. */
const CODES = ['540101', '540102'];

let database: TestDatabase;
let office: TestOffice;
let communeIds: Id[];

beforeAll(async () => {
  database = await testDatabase();
  const unscoped = await givenOffice(database);
  communeIds = CODES.map(() => unscoped.platform.newId());
  const { officer } = unscoped;
  office = { ...unscoped, officer: { ...officer, scope: { ...officer.scope, communeIds } } };
  for (const [i, code] of CODES.entries()) {
    await database.owner.query(
      `insert into registry.area (id, kind, bank_code, name, valid_from) values ($1, 'commune', $2, $2, '2020-01-01')`,
      [communeIds[i], code],
    );
    await database.owner.query(`insert into registry.office_commune values ($1, $2, '2020-01-01')`, [
      office.officeId,
      communeIds[i],
    ]);
  }
});

afterAll(() => database.close());

/** One savings book of a commune as the thread sends it. */
function bookOf(communeCode: string, bookNo: string): Uint8Array {
  const lines = new CopyLines(100);
  lines.add([communeCode, bookNo, '0000000001', '', '', '', 5n]);
  return lines.written();
}

/** A date as an English spreadsheet writes it; anything else as it is. */
function monthFirst(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$2/$1/$3 12:00:00 AM') : cell;
}

/** Takes rows in a transaction of the office's officer. */
const taking = (work: (rows: IncomingRows, staged: () => Promise<bigint>) => Promise<void>) =>
  database.app.writeInBulk(office.officer.scope, async (tx: Tx, copyIn) => {
    const batchId = office.platform.newId();
    const rows = await takeIncoming({ tx, copyIn }, { caller: office.officer, batchId });
    const communes = communeIds.map((areaId, i) => ({ code: CODES[i] ?? '', areaId }));
    await work(rows, async () => (await stagedSums(tx, { batchId, communes })).savingsVnd);
  });

describe('rows that arrive while the files are read', () => {
  it('[EX25] of communes that the office has are staged at once, from the data date on', () =>
    taking(async (rows, staged) => {
      await rows.take('staged_saving', bookOf('540101', '1'));
      expect(await staged()).toBe(0n);
      rows.date(OCTOBER);
      await rows.take('staged_saving', bookOf('540102', '2'));
      expect(await staged()).toBe(10n);
      expect([...rows.communes.keys()]).toEqual(CODES);
    }));

  it('[EX25] wait from the first commune on that the office does not have', () =>
    taking(async (rows, staged) => {
      rows.date(OCTOBER);
      await rows.take('staged_saving', bookOf('540101', '1'));
      await rows.take('staged_saving', bookOf('999999', '2'));
      await rows.take('staged_saving', bookOf('540101', '3'));
      expect(await staged()).toBe(5n);
      expect([...rows.communes.keys()]).toEqual(['540101']);
    }));

  it('[EX25] are forgotten when they are sent anew, and taken back', () =>
    taking(async (rows, staged) => {
      rows.date(OCTOBER);
      await rows.take('staged_saving', bookOf('540101', '1'));
      await rows.restart();
      expect(await staged()).toBe(0n);
      rows.date(OCTOBER);
      await rows.take('staged_saving', bookOf('540101', '1'));
      expect(await staged()).toBe(5n);
      await rows.withdraw();
      expect(await staged()).toBe(0n);
    }));
});

describe('a batch of communes that the office has', () => {
  const { files, truth } = bankFiles({ loans: 120, communes: 2 });
  const report = fileNamed(files, 'bao-cao-31');
  const stagedLoans = async (batchId: string) => {
    const { rows } = await database.owner.query(
      `select count(*)::int as loans, count(distinct commune_id)::int as communes from extracts.staged_loan
       where batch_id = $1 and outstanding_vnd > 0`,
      [batchId],
    );
    return rows[0];
  };

  it('[EX25] [EX17] has every loan once, in the commune that is there already', async () => {
    const batch = await givenBatch(office, files);
    expect(batch.state).toBe('ready');
    expect(await stagedLoans(batch.batchId)).toEqual({ loans: truth.office.loans, communes: 2 });
    const { rows } = await database.owner.query(
      `select area_id from extracts.staged_area where batch_id = $1 and kind = 'commune' order by bank_code`,
      [batch.batchId],
    );
    expect(rows.map((row) => row.area_id)).toEqual(communeIds);
  });

  it('[EX25] [EX10] has every loan once where the sheet was read twice', async () => {
    const american = await changedFile(report, (rows) => {
      for (const [number, cells] of rows) if (number > HEADER_ROW) rows.set(number, cells.map(monthFirst));
    });
    const batch = await givenBatch(office, [american]);
    expect(batch.state).toBe('ready');
    expect(await stagedLoans(batch.batchId)).toEqual({ loans: truth.office.loans, communes: 2 });
  });

  it('[EX25] [EX9] keeps none of its rows when it is refused after them', async () => {
    const twice = await changedFile(report, (rows) => {
      const last = [...rows.keys()].findLast((number) => rows.get(number)?.[columnOf(rows, 'Số khế ước')]);
      const cells = rows.get(last ?? 0);
      if (cells) cells[columnOf(rows, 'Tổng dư nợ')] = 'không rõ';
    });
    const batch = await givenBatch(office, [twice]);
    expect(batch.state).toBe('refused');
    expect(await stagedLoans(batch.batchId)).toEqual({ loans: 0, communes: 0 });
  });
});

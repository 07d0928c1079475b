import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import * as contract from './contract.ts';
import { exportFaults } from './export-faults.ts';
import { exportList } from './export-list.ts';
import { exportParts } from './export-parts.ts';
import { exportStagedLoans } from './export-staged-loans.ts';
import { listLoans } from './list-loans.ts';
import { listParts } from './list-parts.ts';
import { listStagedLoans } from './list-staged-loans.ts';
import { nameLists } from './name-lists.ts';
import { previewImport } from './preview-import.ts';
import { ask, callerAs } from './testing/given-office.ts';
import { sheetText } from './testing/read-workbook.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { FOLDER, givenTwoMonths, OCTOBER, TRUTH, type TwoMonths } from './testing/two-months.ts';

let given: TwoMonths;
beforeAll(async () => {
  given = await givenTwoMonths();
}, 60_000);
afterAll(() => given.database.close());

type Asked = Omit<InputOf<typeof contract.exportList>, 'format'>;
const csvOf = (input: Asked) => given.answer((context) => exportList({ ...input, format: 'csv' }, context));
const linesOf = (file: FileAnswer) =>
  Buffer.from(file.content).toString('utf8').slice(1).trim().split('\r\n');
const HEAD = 6;

/** The cells of a workbook, text by text. */
function sheetOf(file: FileAnswer): string {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-'));
  writeFileSync(join(folder, file.name), file.content);
  const sheet = sheetText(join(folder, file.name));
  rmSync(folder, { recursive: true });
  return sheet;
}

describe('a list in words', () => {
  it('[PF75] has its title, place and filters with names, the same on the page and in the file', async () => {
    const row = await given.firstOf('overdue');
    const input = {
      list: 'overdue',
      communeId: row.communeId,
      dataDate: OCTOBER,
      villageCode: row.villageCode,
      groupCode: row.groupCode,
      associationCode: row.associationCode,
      programmeCode: row.programmeCode,
      fundSource: row.fundSource,
      customerCode: row.customerCode,
      status: 'overdue',
      reach: 'reachable',
      check: 'untold',
      checkKnownAt: '2026-11-03T01:12:00.000Z',
      keyFrom: day('2020-01-01'),
      keyTo: OCTOBER,
      text: row.contractNo,
    } as const;
    const { about } = await given.answer((context) => listLoans(input, context));
    expect(about.title).toBe('Nợ quá hạn');
    expect(about.place).toMatch(/^(Xã|Phường) .+, PGD Tuy Hòa \(dữ liệu mẫu\)$/);
    const words = about.filters.map((filter) => filter.words);
    // The checks and their moment are told together.
    expect(words).toHaveLength(contract.FILTER_FIELDS.length - 1);
    expect(words).toContain('Chưa có báo cáo kiểm tra 06/TD, tính đến 08:12 ngày 03/11/2026');
    expect(words).toContain(`${row.villageName} (${row.villageCode})`);
    expect(words).toContain(`${row.customerName} (${row.customerCode})`);
    expect(words).toContainEqual(expect.stringMatching(/^Tổ \D+ \(\d{7}\)$/));
    expect(words).toContainEqual(expect.stringMatching(/^Cho vay .+ \(\d\d\)$/));
    expect(words).toContain('Ngày quá hạn từ 01/01/2020');
    const lines = linesOf(await csvOf(input));
    expect(lines.slice(0, 3)).toEqual([about.title, `"${about.place}"`, 'Số liệu ngày 31/10/2026']);
    for (const word of words) expect(lines[3]).toContain(word.replaceAll('"', '""'));
    expect(lines[5]).toBe('Nguồn: Báo cáo 31 của NHCSXH');
  });

  it('[PF75] every filter that a list takes has words, each of them by itself', async () => {
    const { customerCode, communeId } = await given.firstOf('overdue');
    const samples: Required<contract.LoanFilters> = {
      ...{ villageCode: '54010101', groupCode: '', associationCode: '99', programmeCode: 'ZZ' },
      ...{ fundSource: '2', customerCode, status: 'all', reach: 'unreachable' },
      ...{ check: 'told', checkKnownAt: '2026-11-03T01:12:00.000Z' },
      ...{ keyFrom: OCTOBER, keyTo: OCTOBER, text: 'a' },
    };
    for (const field of contract.FILTER_FIELDS) {
      const input = { communeId, [field]: samples[field] };
      const { about } = await given.answer((context) => listLoans(input, context));
      expect(
        about.filters.map(({ fields }) => fields),
        field,
      ).toEqual([[field]]);
    }
    const session = { list: 'due_at_coming_sessions', keyFrom: OCTOBER, keyTo: OCTOBER } as const;
    const { about } = await given.answer((context) => listLoans(session, context));
    expect(about.filters).toEqual([
      { fields: ['keyFrom', 'keyTo'], words: 'Phiên giao dịch ngày 31/10/2026' },
    ]);
  });

  it('[PF75] a narrower office says which part it sees', async () => {
    const { groupCode, communeId } = await given.firstOf('overdue');
    const leader = callerAs('groupLeader', { communeIds: [communeId], groupCodes: [groupCode] });
    const page = await ask(given.office, leader, (context) => listLoans({}, context));
    expect(page).toMatchObject({ about: { place: expect.stringMatching(/; phần Tổ .+ \(\d{7}\)$/) } });
  });

  it('[PF22] the title follows the rule in force at the date', async () => {
    await given.database.owner.query(
      `update programmes.rule_value set valid_to = '2026-12-31' where rule = 'inactiveMonths' and valid_to is null`,
    );
    await given.database.owner.query(
      `insert into programmes.rule_value (id, rule, value, valid_from, document, confidence, entered_at)
       values (gen_random_uuid(), 'inactiveMonths', 5, '2027-01-01', 'thử', 'practice', now())`,
    );
    const titleOn = async (dataDate: ReturnType<typeof day>) =>
      (await given.answer((context) => nameLists({ dataDate }, context))).titles.find(
        ({ list }) => list === 'inactive_3_months',
      )?.title;
    expect(await titleOn(OCTOBER)).toBe('Không giao dịch 3 tháng');
    expect(await titleOn(day('2027-01-31'))).toBe('Không giao dịch 5 tháng');
  });
});

describe('a list to keep', () => {
  it('[PF40] has its date, its sums and every row', async () => {
    const file = await csvOf({ list: 'overdue', dataDate: OCTOBER });
    const lines = linesOf(file);
    expect(file.name).toBe('no-qua-han-2026-10-31.csv');
    expect(lines[3]).toBe('Không lọc');
    expect(lines[4]).toContain(`${TRUTH.lists.overdue?.length} món`);
    expect(lines.length - HEAD - 1).toBe(TRUTH.lists.overdue?.length);
    expect(lines[HEAD]).toContain(';Tổ trưởng;Hội;');
  });

  it('[PF40] no column of a list tells what another tells already, and amounts say their unit', async () => {
    const headingsOf = async (list: Asked['list']) => linesOf(await csvOf({ list }))[HEAD]?.split(';') ?? [];
    const everyLoan = await headingsOf(undefined);
    expect(everyLoan).toEqual(expect.arrayContaining(['Dư nợ (đồng)', 'Chuyển quá hạn từ']));
    const added = async (list: Asked['list']) =>
      (await headingsOf(list)).filter((heading) => !everyLoan.includes(heading));
    expect(await added('overdue')).toEqual([]);
    expect(await added('arrears')).toEqual(['Trong danh sách: Quá hạn + khoanh (đồng)']);
    expect(await added('due_at_coming_sessions')).toEqual([]);
    expect(await added('overdue_1_30')).toEqual(['Ngày đến hạn']);
    expect(await added('student_interest_not_due')).toEqual(['Bắt đầu trả lãi']);
    expect(await added('overdue_changed')).toEqual([
      'Số ngày trước (đồng)',
      'Trong danh sách: Thay đổi (đồng)',
    ]);
    expect(await added('customers_changed')).toEqual(['Hộ ngày trước', 'Trong danh sách: Hộ']);
  });

  it('[PF66] [PF40] a list of what changed names the date before', async () => {
    const lines = linesOf(await csvOf({ list: 'overdue_changed' }));
    expect(lines[2]).toBe('"Số liệu ngày 31/10/2026, so với ngày 30/09/2026"');
  });

  it('[PF40] a workbook holds the same rows, contracts as text, amounts as numbers, days as days', async () => {
    const csv = await csvOf({ list: 'overdue', dataDate: OCTOBER });
    const file = await given.answer((context) =>
      exportList({ list: 'overdue', dataDate: OCTOBER, format: 'xlsx' }, context),
    );
    const sheet = sheetOf(file);
    expect(sheet.match(/<row /g)).toHaveLength(linesOf(csv).length);
    for (const contractNo of TRUTH.lists.overdue ?? []) expect(sheet).toContain(`>${contractNo}</t>`);
    expect(sheet).toMatch(/<c r="S\d+" s="6"><v>4\d{4}<\/v><\/c>/);
    expect(sheet).not.toContain('<f>');
  });

  it('[PF40] of the demo its name and its first line say so, a real one says nothing', async () => {
    const mark = (sql: string) => given.database.owner.query(sql);
    expect(linesOf(await csvOf({ list: 'frozen' }))[0]).toBe('Nợ khoanh');
    await mark(`insert into platform.demo (only_row, today) values (true, '2026-11-03')`);
    const file = await csvOf({ list: 'frozen' });
    const workbook = await given.answer((context) =>
      exportParts({ list: 'frozen', by: 'village', format: 'xlsx' }, context),
    );
    await mark('delete from platform.demo');
    expect(file.name).toBe('no-khoanh-2026-10-31-du-lieu-mau.csv');
    expect(linesOf(file)[0]).toBe('"DỮ LIỆU MẪU, ngày mẫu 03/11/2026"');
    expect(workbook.name).toBe('no-khoanh-theo-thon-2026-10-31-du-lieu-mau.xlsx');
    expect(sheetOf(workbook)).toContain('DỮ LIỆU MẪU, ngày mẫu 03/11/2026');
  });

  it('[PF68] [PF40] the parts of a list add up to it, each with its name', async () => {
    for (const by of contract.PART_KINDS) {
      const { totals, rows } = await given.answer((context) => listParts({ by, limit: 500 }, context));
      const file = await given.answer((context) => exportParts({ by, format: 'csv' }, context));
      const cells = linesOf(file)
        .slice(HEAD + 1)
        .map((line) => line.split(';'));
      expect(cells).toHaveLength(by === 'customer' ? totals.parts : rows.length);
      expect(cells.reduce((sum, cell) => sum + BigInt(cell[4] ?? 0), 0n)).toBe(totals.outstandingVnd);
      expect(cells.filter(([, name]) => name === '')).toEqual([]);
    }
  });
});

describe('an import to keep', () => {
  it('[PF69] [PF40] has the rows behind each number', async () => {
    const { batchId } = await stage();
    for (const list of ['loans', 'changed', 'savings'] as const) {
      const { totals } = await given.answer((context) => listStagedLoans({ batchId, list }, context));
      const file = await given.answer((context) =>
        exportStagedLoans({ batchId, list, format: 'csv' }, context),
      );
      const rows = linesOf(file).slice(HEAD + 1);
      expect(rows).toHaveLength(totals.loans);
      expect(rows.reduce((sum, row) => sum + BigInt(row.split(';').at(-1) ?? 0), 0n)).toBe(totals.amountVnd);
    }
  });

  it('[PF15] its faults hold the cells that differ from head office, as D13', async () => {
    const { batchId } = await stage();
    const { headOffice } = await given.answer((context) => previewImport({ batchId }, context));
    expect(headOffice.differences.length).toBeGreaterThan(0);
    const file = await given.answer((context) => exportFaults({ batchId, format: 'csv' }, context));
    const found = linesOf(file).filter((line) => line.startsWith('D13;'));
    expect(found).toHaveLength(headOffice.differences.length);
    expect(found[0]).toMatch(/Hội sở .+ cộng từ mẫu 31 .+ chênh [+−]/);
    const stranger = callerAs('creditOfficer', { officeIds: [], communeIds: [] });
    expect(
      await ask(given.office, stranger, (context) => exportFaults({ batchId, format: 'csv' }, context)),
    ).toMatchObject({ refused: 'notFound' });
  });

  const stage = () =>
    stageExtracts(given.database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: given.office.officeId,
    });
});

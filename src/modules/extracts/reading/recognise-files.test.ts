import { describe, expect, it } from 'vitest';
import { KNOWN_EXTRACTS } from '../domain/known-extracts.ts';
import { writeWorkbook } from '../reader/testing/workbook-writer.ts';
import { bankFiles, type DroppedFile, fileNamed } from '../testing/bank-files.ts';
import { changedFile, columnOf } from '../testing/changed-file.ts';
import { fileIdOf, readInProcess } from '../testing/read-in-process.ts';

const { files, truth } = bankFiles({ loans: 160 });
/** Making and reading sample files takes a while on a busy machine. */
const SLOW = { timeout: 60_000 };
const report = fileNamed(files, 'bao-cao-31');
const frozen = fileNamed(files, 'no-khoanh');
const leaders = fileNamed(files, 'to-truong');

const tableOf = (headers: readonly string[], title = 'Báo cáo'): DroppedFile => ({
  name: 'tep.xlsx',
  content: new Uint8Array(
    writeWorkbook([
      {
        name: 'BCQUERY',
        rows: new Map([
          [2, [undefined, title]],
          [5, [undefined, ...headers]],
          [6, [undefined, ...headers.map(() => 'x')]],
        ]),
      },
    ]),
  ),
});

const first = async (file: DroppedFile) => (await readInProcess([file])).files[0];

describe('what a file is', SLOW, () => {
  it('[EX3] is told by its columns whatever it is called', async () => {
    const shuffled = files.map((file, n) => ({ ...file, name: `${n}.xlsx` }));
    const kinds = (await readInProcess(shuffled)).files.map((file) => file.kind);
    const all =
      'bcdhtdByCommune bcdhtdByProgramme frozenList groupLeaders groupScores len31ByCommune report31';
    expect([...kinds].sort()).toEqual(all.split(' '));
  });

  it('[EX1] [EX2] survives line breaks and capitals in headers, a header on row 10 and a sheet before it', async () => {
    const changed = await changedFile(
      leaders,
      (rows) => {
        const moved = [...rows].sort(([a], [b]) => b - a);
        rows.clear();
        for (const [number, cells] of moved.reverse()) rows.set(number === 2 ? 2 : number + 5, cells);
        const headers = rows.get(10) ?? [];
        headers.forEach((header, i) => {
          if (typeof header === 'string') headers[i] = ` ${header.toUpperCase().replace(' ', '\n')} `;
        });
      },
      { before: 'BC của tôi' },
    );
    expect(await first(changed)).toMatchObject({
      kind: 'groupLeaders',
      sheet: 'BCQUERY',
      columnsMatched: 15,
      columnsExpected: 15,
    });
  });

  it('[EX3] both names of the group column, with and without deputies, are the leaders’ file', async () => {
    const changed = await changedFile(leaders, (rows) => {
      const headers = rows.get(5) ?? [];
      headers[columnOf(rows, 'Mã tổ')] = 'Mã tổ trưởng';
      headers.push('Mã KH tổ phó', 'Tên Tổ phó');
    });
    expect(await first(changed)).toMatchObject({
      kind: 'groupLeaders',
      columnsMatched: 17,
      columnsExpected: 17,
    });
  });

  it('[EX3] a title that decides nothing is refused where columns cannot decide', async () => {
    const changed = await changedFile(fileNamed(files, 'bcdhtd-011'), (rows) => {
      rows.set(2, [undefined, 'Báo cáo điều hành']);
    });
    expect((await first(changed))?.refusals.map((one) => one.code)).toEqual(['titleUnclear']);
  });

  it('[EX4] report 31 with 174 columns is read; with 150 it is refused and names what is missing', async () => {
    const without = (count: number) =>
      changedFile(report, (rows) => {
        const from = columnOf(rows, 'Ký quý') - count + 1;
        for (const cells of rows.values()) cells.splice(from, count);
      });
    const older = await readInProcess([await without(1)]);
    expect(older.files[0]).toMatchObject({ kind: 'report31', columnsMatched: 174, state: 'read' });
    expect(older.summary?.rows.loans).toBe(truth.office.loans);
    const cut = await first(await without(25));
    expect(cut?.refusals[0]).toMatchObject({ code: 'columnsMissing', data: { matched: 150, expected: 175 } });
  });

  it('[EX4] fewer than 15 columns of no known kind are refused; LEN_31 with 10 is read', async () => {
    expect((await first(tableOf(['A', 'B', 'C'])))?.refusals[0]?.code).toBe('tooFewColumns');
    expect((await first(fileNamed(files, 'len31')))?.state).toBe('read');
  });

  it('[EX5] every other extract that is known is named and set aside', async () => {
    for (const { name, columns } of KNOWN_EXTRACTS)
      expect(await first(tableOf(columns[0] ?? [])), name).toMatchObject({ kind: name, state: 'set_aside' });
  });

  it('[EX5] an unknown table and a report 31 of 169 columns are set aside with a sentence', async () => {
    const unknown = await first(tableOf(Array.from({ length: 20 }, (_, i) => `Cột ${i}`)));
    expect(unknown).toMatchObject({ kind: null, state: 'set_aside' });
    expect(unknown?.notes[0]).toContain('Không nhận ra');
    const detail = await changedFile(report, (rows) => {
      const from = columnOf(rows, 'Công ty xuất khẩu');
      for (const cells of rows.values()) cells.splice(from - 2, 6);
    });
    expect(await first(detail)).toMatchObject({ kind: 'detailList', state: 'set_aside' });
  });

  it('[EX16] the term is read by its name or by its months', async () => {
    const changed = await changedFile(report, (rows) => {
      const at = columnOf(rows, 'Thời hạn vay');
      for (const [i, term] of ['ngắn hạn', 12, '13', 60, 61, 'Dài hạn', undefined].entries())
        (rows.get(6 + i) ?? [])[at] = term;
    });
    const { sent } = await readInProcess([changed]);
    const bands = sent.staged_loan?.slice(0, 7).map((row) => row[15]);
    expect(bands).toEqual(['short', 'short', 'medium', 'medium', 'long', 'long', '\\N']);
  });

  it('[EX8] a column that is needed and missing is refused; one that is not is told', async () => {
    const renamed = (header: string) =>
      changedFile(report, (rows) => {
        (rows.get(5) ?? [])[columnOf(rows, header)] = 'Cột lạ';
      });
    expect((await first(await renamed('Tổng dư nợ')))?.refusals[0]).toMatchObject({
      code: 'columnsMissing',
      data: { columns: 'Tổng dư nợ' },
    });
    expect((await first(await renamed('Tên vợ/chồng')))?.notes.join()).toContain('Tên vợ/chồng');
  });
});

describe('dates of data', SLOW, () => {
  it('[EX7] stand inside, in the title, or come from the siblings', async () => {
    const { files: read } = await readInProcess(files);
    const from = new Map(read.map((file) => [file.kind, file.dataDateFrom]));
    expect(from.get('report31')).toBe('inside');
    expect(from.get('groupScores')).toBe('title');
    expect(from.get('groupLeaders')).toBe('siblings');
  });

  it('[EX7] a frozen list of other loans is not of this date', async () => {
    const other = await changedFile(leaders, (rows) => {
      const code = columnOf(rows, 'Mã tổ');
      for (const [number, cells] of rows) if (number > 5) cells[code] = `9${String(cells[code]).slice(1)}`;
    });
    expect((await readInProcess([report, other])).codes).toEqual(['noSiblingMatch']);
  });

  it('[EX7] files of two dates are refused with their names', async () => {
    const scores = fileNamed(bankFiles({ loans: 160, date: '2026-09-30' }).files, 'cham-diem');
    const reading = await readInProcess([report, scores]);
    expect(reading.refusals[0]?.code).toBe('dataDatesDisagree');
    expect(String(reading.refusals[0]?.data.files)).toContain('cham-diem-to-2026-09-30.xlsx ngày 30/09/2026');
  });

  it('[EX7] without any date nothing can be said', async () => {
    expect([...(await readInProcess([leaders])).codes].sort()).toEqual([
      'dataDateMissing',
      'report31Missing',
    ]);
  });
});

describe('formats of dates', SLOW, () => {
  const american = (text: unknown) =>
    String(text).replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, (_, d, m, y) => `${+m}/${+d}/${y} 12:00:00 AM`);
  const inAmerican = (headers: readonly string[]) =>
    changedFile(report, (rows) => {
      for (const header of headers) {
        const at = columnOf(rows, header);
        for (const [number, cells] of rows) if (number > 5 && cells[at]) cells[at] = american(cells[at]);
      }
    });

  it('[EX10] one column of report 31 in American form is read as such, and the sheet once more', async () => {
    const [plain, turned] = [
      await readInProcess([report]),
      await readInProcess([await inAmerican(['Ngày vay', 'Ngày số liệu'])]),
    ];
    expect(turned.restarts).toBe(1);
    expect(turned.codes).toEqual([]);
    expect(turned.dataDate).toBe(plain.dataDate);
    expect(turned.sent.staged_loan).toEqual(plain.sent.staged_loan);
  });

  it('[EX10] a column with both forms for certain is refused', async () => {
    const mixed = await changedFile(report, (rows) => {
      const at = columnOf(rows, 'Ngày vay');
      (rows.get(6) ?? [])[at] = '31/10/2025';
      (rows.get(7) ?? [])[at] = '10/31/2025';
    });
    expect((await readInProcess([mixed])).codes).toContain('dateColumnMixed');
  });

  it('[EX11] dates that read either way are settled by report 31, else asked, and the answer is final', async () => {
    const { files: dirty } = bankFiles({ loans: 900, communes: 3, hasDirt: true });
    const dirtyReport = fileNamed(dirty, 'bao-cao-31');
    const contracts: unknown[] = [];
    const ends = new Map<unknown, string>();
    const unclear = await changedFile(fileNamed(dirty, 'no-khoanh'), (rows) => {
      for (const [number, cells] of rows) {
        if (number < 6 || cells[columnOf(rows, 'Số khế ước')] === undefined) continue;
        contracts.push(cells[columnOf(rows, 'Số khế ước')]);
        cells[columnOf(rows, 'Ngày hiệu lực')] = '05/03/2026';
        cells[columnOf(rows, 'Ngày hết hạn khoanh')] = '11/05/2029';
      }
    });
    const ended = await changedFile(dirtyReport, (rows) => {
      const [contract, end] = [columnOf(rows, 'Số khế ước'), columnOf(rows, 'Ngày hết hạn Khoanh')];
      for (const cells of rows.values()) if (contracts.includes(cells[contract])) cells[end] = '05/11/2029';
      for (const cells of rows.values())
        if (contracts.includes(cells[contract])) ends.set(cells[contract], '2029-11-05');
    });
    const settled = await readInProcess([ended, unclear]);
    expect(settled.questions).toEqual([]);
    expect(settled.sent.staged_freeze?.map((row) => row[7])).toEqual([...ends.values()]);
    expect(settled.sent.staged_freeze?.[0]?.[6]).toBe('2026-05-03');

    const asked = await readInProcess([dirtyReport, unclear]);
    expect(asked.questions.map((question) => question.column)).toEqual([
      'Ngày hiệu lực',
      'Ngày hết hạn khoanh',
    ]);
    const answers = asked.questions.map(({ fileId, column }) => ({
      fileId,
      column,
      format: 'vietnamese' as const,
    }));
    const answered = await readInProcess([dirtyReport, unclear], answers);
    expect(answered.questions).toEqual([]);
    expect(answered.sent.staged_freeze?.[0]?.[6]).toBe('2026-03-05');
    expect(answers[0]?.fileId).toBe(fileIdOf(1));
    expect(frozen.name).toContain('no-khoanh');
  });
});

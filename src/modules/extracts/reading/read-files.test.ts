import { describe, expect, it } from 'vitest';
import { STAGED_LOAN_COLUMNS } from '../domain/loan-columns.ts';
import { bankFiles, fileNamed } from '../testing/bank-files.ts';
import { changedFile, columnOf } from '../testing/changed-file.ts';
import { faultCountOf, readInProcess } from '../testing/read-in-process.ts';

describe('with the faults of real files', { timeout: 60_000 }, () => {
  const { files, truth } = bankFiles({ hasDirt: true, loans: 900, communes: 3 });
  const report = fileNamed(files, 'bao-cao-31');

  it('[D6] [D7] [D13] American dates of the frozen list and wrong ranges are told; reconciliation is not done here', async () => {
    const reading = await readInProcess(files);
    expect(faultCountOf(reading, 'D6')).toBe(reading.sent.staged_freeze?.length);
    expect(faultCountOf(reading, 'D7')).toBe(4);
    expect(faultCountOf(reading, 'D13')).toBe(0);
    expect(faultCountOf(reading, 'D4', 'otherFile')).toBe(truth.office.groups);
    const [freeze] = reading.sent.staged_freeze ?? [];
    const loan = reading.sent.staged_loan?.find((row) => row[1] === freeze?.[1]);
    expect(loan).toContain(freeze?.[7]);
  });

  it('[EX19] every contract is staged once, and every customer once a commune', async () => {
    const { sent } = await readInProcess(files);
    const contracts = sent.staged_loan?.map((row) => row[1]) ?? [];
    expect(new Set(contracts).size).toBe(contracts.length);
    const persons = sent.staged_person?.map((row) => `${row[0]} ${row[1]}`) ?? [];
    expect(new Set(persons).size).toBe(persons.length);
  });

  it('a leader’s name is taken as people read it, without more blanks and without letters that nobody sees', async () => {
    const leaders = await changedFile(fileNamed(files, 'to-truong'), (rows) => {
      (rows.get(6) ?? [])[columnOf(rows, 'Tên tổ trưởng')] = ' Bùi Văn  Vinh\u200b';
    });
    const { sent } = await readInProcess(files.map((file) => (file.name === leaders.name ? leaders : file)));
    const names = sent.staged_group?.flat().filter((text) => text.includes('Vinh'));
    expect(names).toContain('Bùi Văn Vinh');
    expect(names?.join()).not.toMatch(/\s\s|\u200b/);
  });

  it('[GV227] so are a customer’s name, spouse and address, and the name of a village', async () => {
    const written = {
      'Tên KH': ' Bùi\u00a0Văn  Ngu\u200bye\u0302\u0303n\u200f',
      'Tên vợ/chồng': '\u202bLê  Thị Ánh',
      'Địa chỉ': 'Khu phố 2\u00ad,  Phú Lâm',
      'Tên thôn': 'Thôn\u2060 Ngọc  Lãng',
    };
    const changed = await changedFile(report, (rows) => {
      for (const [header, text] of Object.entries(written))
        (rows.get(6) ?? [])[columnOf(rows, header)] = text;
    });
    const { sent, areas } = await readInProcess([changed]);
    const person = sent.staged_person?.find((row) => row.includes('Bùi Văn Nguyễn'));
    expect(person).toEqual(expect.arrayContaining(['bui van nguyen', 'Lê Thị Ánh', 'Khu phố 2, Phú Lâm']));
    expect(areas.villages.map(({ name }) => name)).toContain('Thôn Ngọc Lãng');
  });

  it('[D5] a text among numbers and a number among texts are read, and listed', async () => {
    const changed = await changedFile(report, (rows) => {
      const [amount, name] = [columnOf(rows, 'Mức vay'), columnOf(rows, 'Mã KH')];
      const cells = rows.get(6) ?? [];
      cells[amount] = String(cells[amount]);
      cells[name] = Number(cells[name]);
    });
    const reading = await readInProcess([changed]);
    expect(reading.codes).toEqual([]);
    const columns = reading.sent.fault?.filter((row) => row[0] === 'D5').map((row) => row[6]);
    expect(columns?.sort()).toEqual(['Mã KH', 'Mức vay']);
    expect(reading.summary?.outstandingVnd).toBe(BigInt(truth.office.outstanding));
  });

  it('[EX24] 500.000 is decided by its column, else by the other columns of the file, else asked once', async () => {
    const half = (header: string, ...texts: string[]) =>
      changedFile(report, (rows) => {
        for (const [i, text] of texts.entries()) (rows.get(6 + i) ?? [])[columnOf(rows, header)] = text;
      });
    const open = await readInProcess([await half('Mức vay', '500.000')]);
    expect(open.codes).toEqual([]);
    expect(open.questions).toMatchObject([{ kind: 'number', column: 'Mức vay', example: '500.000' }]);
    const approved = (reading: Awaited<ReturnType<typeof readInProcess>>) =>
      reading.sent.staged_loan?.[0]?.[1 + STAGED_LOAN_COLUMNS.indexOf('approved_vnd')];
    const decided = await readInProcess([await half('Mức vay', '500.000', '50.000.000')]);
    expect([decided.questions, decided.restarts, approved(decided)]).toEqual([[], 0, '500000']);
    const [question] = open.questions;
    if (!question) throw new Error('nothing was asked');
    const answered = async (format: 'vietnamese' | 'american') => {
      const answers = [{ fileId: question.fileId, column: question.column, format }];
      return readInProcess([await half('Mức vay', '500.000')], answers);
    };
    expect(approved(await answered('vietnamese'))).toBe('500000');
    const american = await answered('american');
    expect([american.questions, approved(american)]).toEqual([[], '500']);
  });

  it('[EX24] [EX13] the same holds for the million đồng of head office', async () => {
    const millions = (text: string) =>
      changedFile(fileNamed(files, 'bcdhtd-011'), (rows) => {
        const row = [...rows.values()].find((cells) => cells.includes('540101')) ?? [];
        row[columnOf(rows, '(9)')] = text;
      });
    const read = async (text: string) => readInProcess([report, await millions(text)]);
    expect((await read('75.448')).questions).toMatchObject([{ kind: 'number', column: '(9)' }]);
    const total = (reading: Awaited<ReturnType<typeof read>>) =>
      reading.sent.control_total?.find(([, key, measure]) => key === '540101' && measure === 'outstanding');
    expect(total(await read('75.4485'))?.at(-1)).toBe('75448500');
    expect(total(await read('75,4485'))?.at(-1)).toBe('75448500');
  });

  it('[EX24] points and commas that both separate thousands in one column are refused', async () => {
    const mixed = await changedFile(report, (rows) => {
      const at = columnOf(rows, 'Mức vay');
      for (const [row, text] of [
        [6, '50.000.000'],
        [7, '50,000,000'],
      ] as const)
        (rows.get(row) ?? [])[at] = text;
    });
    expect((await readInProcess([mixed])).codes).toEqual(['numberColumnMixed']);
  });

  it('[D4] names the cell whose zeros were lost: row, column, and the code as it is now', async () => {
    const changed = await changedFile(report, (rows) => {
      (rows.get(6) ?? [])[columnOf(rows, 'Mã CN')] = 4800;
    });
    const [fault] = (await readInProcess([changed])).sent.fault?.filter((row) => row[0] === 'D4') ?? [];
    expect(fault?.slice(4, 7)).toEqual(['BCQUERY', '6', 'Mã CN']);
    expect(fault?.at(-2)).toBe('Đọc thành 004800');
  });

  it('[EX7] a data date after the day of the import is told, and blocks nothing', async () => {
    const ofDate = (date: string) => readInProcess(bankFiles({ date, loans: 80, communes: 2 }).files);
    const future = await ofDate('2026-11-30');
    expect(future.codes).toEqual([]);
    expect(faultCountOf(future, 'D9', 'futureDate')).toBe(1);
    const report = future.files.find((file) => file.kind === 'report31');
    expect(report?.notes.join()).toContain('Số liệu ngày 30/11/2026, sau hôm nay 03/11/2026');
    expect(faultCountOf(await ofDate('2026-10-31'), 'D9', 'futureDate')).toBe(0);
  });

  it('[D9] a name that carries another date is told and decides nothing', async () => {
    const renamed = { ...report, name: 'bao-cao-31-05112026.xlsx' };
    const reading = await readInProcess([renamed]);
    expect(reading.dataDate).toBe('2026-10-31');
    expect(faultCountOf(reading, 'D9')).toBe(1);
  });

  it('[D14] phones that are wrong or shared by three customers are listed beside the blank ones', async () => {
    const changed = await changedFile(report, (rows) => {
      const phone = columnOf(rows, 'Số điện thoại');
      const code = columnOf(rows, 'Mã KH');
      const seen = new Set<unknown>();
      for (const [number, cells] of rows) {
        if (number < 6 || seen.size === 4 || seen.has(cells[code])) continue;
        seen.add(cells[code]);
        cells[phone] = seen.size === 4 ? '12345' : '0912345678';
      }
    });
    const reading = await readInProcess([changed]);
    expect(faultCountOf(reading, 'D14', 'shared')).toBe(3);
    expect(faultCountOf(reading, 'D14', 'invalid')).toBeGreaterThanOrEqual(1);
  });
});

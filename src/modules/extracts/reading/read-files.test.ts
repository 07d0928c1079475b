import { describe, expect, it } from 'vitest';
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

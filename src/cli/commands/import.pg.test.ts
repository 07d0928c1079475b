import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal, refusalText } from '../../kernel/refusal.ts';
import { bankFiles, type DroppedFile, fileNamed } from '../../modules/extracts/testing/bank-files.ts';
import { changedFile, columnOf } from '../../modules/extracts/testing/changed-file.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import type { CommandAnswer, CommandContext, OpenCommand } from '../command.ts';
import { wholeScope } from '../db/whole-scope.ts';
import { importCommand } from './import.ts';
import { PORTFOLIO_COMMANDS } from './portfolio.ts';

const { files } = bankFiles({ loans: 60, communes: 2 });
const report = fileNamed(files, 'bao-cao-31');

let database: TestDatabase;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-nhập-'));
});
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** What a command answers on this database, as it is opened for each command line. */
async function run(name: string, words: readonly string[], options: Record<string, string> = {}) {
  const command = [importCommand, ...PORTFOLIO_COMMANDS].find((one) => one.name === name);
  if (!command) throw new Error(name);
  const { platform } = testPlatform(database.app);
  const caller = systemCaller(await wholeScope(database.app));
  const opened = { platform, caller } as unknown as OpenCommand;
  const context = { words, option: (one: string) => options[one], open: async () => opened };
  return command.run(context as unknown as CommandContext);
}

const paths = (dropped: readonly DroppedFile[]) =>
  dropped.map(({ name, content }) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });

async function imported(dropped: readonly DroppedFile[], options: Record<string, string> = {}) {
  const answer = await run('import', paths(dropped), options);
  if (isRefusal(answer)) throw new Error(refusalText(importCommand.refusals ?? {}, answer));
  return { ...answer, json: answer.json as Record<string, unknown> };
}

/** The files with a million less owed on the first loan: they no longer agree with head office's. */
const withLess = async () => [
  ...files.filter((file) => file !== report),
  await changedFile(report, (rows) => {
    const [inTerm, total] = [columnOf(rows, 'Dư nợ trong hạn'), columnOf(rows, 'Tổng dư nợ')];
    const cells = [...rows.values()].find((row) => Number(row[inTerm]) > 1_000_000) ?? [];
    for (const at of [inTerm, total]) cells[at] = Number(cells[at]) - 1_000_000;
  }),
];

/** The files without the rows of the second commune. */
const withoutCommune = async () => [
  await changedFile(report, (rows) => {
    const commune = columnOf(rows, 'Mã xã');
    for (const [number, cells] of rows) if (String(cells[commune]) === '540102') rows.delete(number);
  }),
];

describe('import on the command line', () => {
  it('[PF15] [D13] compares with head office before anything is written, as reconcile does afterwards', async () => {
    const dropped = await withLess();
    const { json, text } = await imported(dropped);
    const differences = json.differences as unknown[];
    expect(differences.length).toBeGreaterThan(2);
    expect(json).toMatchObject({ state: 'ready', version: null, faults: { D13: differences.length } });
    expect(text).toContain(
      `Lưu ý: D13: ${differences.length} ô của Hội sở chênh với số cộng từ tệp, tổng chênh`,
    );
    expect(text).toContain('LEN_31 540101 Dư nợ: ta');
    await imported(dropped, { commit: '' });
    const answer = await run('portfolio reconcile', [], { date: '2026-10-31' });
    expect((answer as CommandAnswer).json).toMatchObject({ differences });
  });

  it('[D13] says that the check was not done where there is nothing to compare with, or nothing to preview', async () => {
    const alone = await imported([report]);
    expect(alone.json).toMatchObject({ state: 'ready', differences: null, faults: { D13: null } });
    expect(alone.text).toContain('D13 chưa đối chiếu: không có tệp nào của Hội sở (01.1, 01.2, LEN 31).');
    const twice = await changedFile(report, (rows) => {
      (rows.get(6) ?? [])[columnOf(rows, 'Mã PGD')] = '009999';
    });
    const refused = await imported([twice]);
    expect(refused).toMatchObject({
      isBad: true,
      json: { state: 'refused', differences: null, basis: null },
    });
    expect(refused.text).toContain(`${report.name}: Mẫu 31, hồ sơ tín dụng chi tiết, không nhận`);
  });

  it('[EX8] [EX19] tells what is unknown in a file, and of files that are not opened again no more than that', async () => {
    const renamed = await changedFile(report, (rows) => {
      (rows.get(5) ?? [])[columnOf(rows, 'Tên vợ/chồng')] = 'Cột lạ';
    });
    const { json, text } = await imported([renamed], { commit: '' });
    expect(text).toContain('\n  Tệp không có cột Tên vợ/chồng');
    expect(json.files).toMatchObject([{ notes: [expect.stringContaining('Tên vợ/chồng')] }]);
    const again = await imported([renamed]);
    expect(again.isBad).toBe(true);
    expect(again.text).toContain(`${renamed.name}: chưa đọc`);
  });

  it('[PF2] [PF3] names the communes that the files lack, and the version that is replaced', async () => {
    await imported(files, { commit: '' });
    const { json, text } = await imported(await withoutCommune(), { commit: '' });
    expect(json).toMatchObject({ version: 2, replaces_version: 1, missing_communes: ['540102'] });
    expect(text).toMatch(/Lưu ý: Tệp thiếu 1 xã: .+\. Ở đó ngày 31\/10\/2026 giữ số của lần ghi trước\./);
    expect(text).toContain('Lưu ý: Ngày 31/10/2026 đang có lần ghi 1: ghi sẽ thay bằng lần ghi 2');
  });

  it('[PF95] names the files of the version that the batch lacks: their figures would be gone', async () => {
    await imported(files, { commit: '' });
    const { text } = await imported(await withoutCommune());
    expect(text).toContain('Lưu ý: Lần ghi 1 còn có ');
    for (const name of ['bảng chấm điểm tổ', 'danh sách tổ trưởng', 'BCDHTD 01.1', 'LEN 31'])
      expect(text).toContain(name);
  });

  it('[PF87] writes what was looked at, and refuses where the book has changed since', async () => {
    const looked = await imported(files);
    const basis = String(looked.json.basis);
    expect(looked.text).toContain(`Thêm --commit --basis ${basis} để ghi`);
    const dropped = await withLess();
    expect((await imported(dropped, { commit: '', basis })).json).toMatchObject({ version: 1 });
    const stale = await run('import', paths(files), { commit: '', basis });
    expect(stale).toMatchObject({ refused: 'previewStale', data: { date: '31/10/2026' } });
  });
});

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { requireDatabase } from './require-database.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban gõ nhầm '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (dataDir: string, ...args: string[]) =>
  runCli(args, { commands: COMMANDS, environment: { GIAOBAN_DATA_DIR: dataDir }, closers: [] });

describe('a data folder without a database', () => {
  test.each([
    [['portfolio', 'summary', '--date', '2026-10-31']],
    [['import', 'undo', '--date', '2026-10-31']],
    [['users', 'list']],
    [['groups', 'scores', '--date', '2026-10-31']],
    [['audit', 'verify']],
  ])('%j is refused, naming it and what to do, and nothing is made', async (args) => {
    const mistyped = join(folder, 'du-lieu-sai');
    const end = await run(mistyped, ...args);
    expect(end).toMatchObject({ code: 2, out: '' });
    expect(end.err).toContain(`Không có thư mục ${mistyped}, nên chưa có cơ sở dữ liệu Giao Ban`);
    expect(end.err).toContain('Đặt GIAOBAN_DATA_DIR đúng thư mục dữ liệu đang dùng');
    expect(existsSync(mistyped)).toBe(false);
    expect((await run(folder, ...args)).err).toContain(`Thư mục ${folder} chưa có cơ sở dữ liệu`);
    expect(existsSync(join(folder, 'postgresql'))).toBe(false);
  });

  test('import is refused in a folder that is not there, and says how to begin', async () => {
    const file = join(folder, 'tep.xlsx');
    writeFileSync(file, 'x');
    const mistyped = join(folder, 'du-lieu-sai');
    const { code, err } = await run(mistyped, 'import', file, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({
      refused: 'start',
      message: expect.stringContaining('Muốn nhập vào một cơ sở dữ liệu mới: tạo thư mục ấy trước.'),
    });
    expect(existsSync(mistyped)).toBe(false);
  });
});

describe('a command is let on', () => {
  const nowhere = () => join(folder, 'chưa có');
  const at = (dataDir: string, makesDatabase?: 'anywhere' | 'inMadeFolder') => () =>
    requireDatabase({ dataDir, databaseUrl: null }, makesDatabase ? { makesDatabase } : {});

  test('where it may make the database', () => {
    expect(at(nowhere(), 'anywhere')).not.toThrow();
    expect(at(folder, 'inMadeFolder')).not.toThrow();
    expect(at(nowhere(), 'inMadeFolder')).toThrow();
  });

  test('where the database lies, in the folder or where the folder says', () => {
    const [inside, elsewhere] = [join(folder, 'trong'), join(folder, 'ngoài')];
    mkdirSync(join(inside, 'postgresql'), { recursive: true });
    expect(at(inside)).not.toThrow();
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'database-place.txt'), `${join(inside, 'postgresql')}\n`);
    expect(at(elsewhere)).not.toThrow();
    writeFileSync(join(elsewhere, 'database-place.txt'), `${nowhere()}\n`);
    expect(at(elsewhere)).toThrow();
  });
});

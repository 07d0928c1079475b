import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refuse } from '../kernel/refusal.ts';
import type { Command } from './command.ts';
import { runCli } from './run-cli.ts';

const command: Command = {
  name: 'loans sum',
  usage: 'FILE… --date D [--all]',
  summary: 'Cộng các món vay.',
  words: { atLeast: 1, atMost: 2 },
  options: [
    { name: 'date', value: 'D', summary: 'ngày số liệu', isRequired: true },
    { name: 'all', summary: 'cả các món đã hết' },
  ],
  refusals: { noSuchDate: { status: 404, text: 'Chưa có số liệu ngày {date}.' } },
  run: async ({ words, option }) => {
    const date = option('date') ?? '';
    if (date === 'broken') throw new TypeError('Nguyễn Thị Mẫu, 054185123451');
    if (date === 'never') return refuse('noSuchDate', { date });
    const json = { words, date, all: option('all') !== undefined, sumVnd: 12_345_678_901n };
    return { json, text: `Ngày ${date}`, isBad: date === 'bad' };
  },
};

const load: Command = { ...command, name: 'loans', usage: 'FILE…', summary: 'Đọc các món vay.', options: [] };
const count: Command = { ...command, name: 'cases count', usage: '', summary: 'Đếm.', options: [] };

const run = (...args: string[]) =>
  runCli(args, { commands: [load, command, count], environment: {}, closers: [] });

describe('npx giaoban', () => {
  test('prints for a person, or as JSON with amounts as numbers', async () => {
    expect(await run('loans', 'sum', 'a', '--date', '2026-10-31')).toEqual({
      code: 0,
      out: 'Ngày 2026-10-31\n',
      err: '',
    });
    const { out } = await run('loans', 'sum', 'a', 'b', '--date=2026-10-31', '--all', '--json');
    expect(JSON.parse(out)).toEqual({
      words: ['a', 'b'],
      date: '2026-10-31',
      all: true,
      sumVnd: 12_345_678_901,
    });
  });

  test('what follows -- is no option', async () => {
    const { out } = await run('loans', 'sum', '--date', 'x', '--json', '--', '--all');
    expect(JSON.parse(out)).toMatchObject({ words: ['--all'], all: false });
  });

  test('exit code 1 when something is wrong, and when it is refused, which is said on the error stream', async () => {
    expect(await run('loans', 'sum', 'a', '--date', 'bad')).toMatchObject({ code: 1, out: 'Ngày bad\n' });
    expect(await run('loans', 'sum', 'a', '--date', 'never')).toEqual({
      code: 1,
      out: '',
      err: 'Chưa có số liệu ngày never.\n',
    });
    const { err } = await run('loans', 'sum', 'a', '--date', 'never', '--json');
    expect(JSON.parse(err)).toEqual({
      refused: 'noSuchDate',
      message: 'Chưa có số liệu ngày never.',
      data: { date: 'never' },
    });
  });

  test.each([
    [['loans', 'sum', 'a', '--date', 'x', '--every'], 'Không có tùy chọn --every.'],
    [['loans', 'sum', 'a', '-d', 'x'], 'Không có tùy chọn -d.'],
    [['loans', 'sum', 'a', '--date'], 'Tùy chọn --date cần giá trị D.'],
    [['loans', 'sum', 'a', '--date', 'x', '--date', 'y'], 'Tùy chọn --date chỉ ghi một lần.'],
    [['loans', 'sum', 'a', '--date', 'x', '--all=no'], 'Tùy chọn --all không có giá trị.'],
    [['loans', 'sum', 'a'], 'Cần tùy chọn --date D.'],
    [['loans', 'sum', '--date', 'x'], 'Lệnh còn thiếu.'],
    [['loans', 'sum', 'a', 'b', 'c', '--date', 'x'], 'Thừa: c.'],
    [['cases', 'sum'], 'Không có lệnh cases sum. Xem các lệnh: npx giaoban cases --help'],
    [['cases'], 'Sau cases còn thiếu tên lệnh. Xem các lệnh: npx giaoban cases --help'],
    [['nonsense'], 'Không có lệnh nonsense. Xem các lệnh: npx giaoban --help'],
    [['nonsense', '--help'], 'Không có lệnh nonsense.'],
    [['cases', 'nonsense', '--help'], 'Không có lệnh cases nonsense.'],
    [['loans', 'sum', '--x'], 'Cách ghi: npx giaoban loans sum FILE… --date D [--all]'],
    [['loansum', '--x'], 'Không có tùy chọn --x. Xem các lệnh: npx giaoban --help'],
  ])('%j is refused with exit code 2', async (args, sentence) => {
    const end = await run(...args);
    expect(end).toMatchObject({ code: 2, out: '' });
    expect(end.err).toContain(sentence);
  });

  test('a defect is told with a reference that the log has, exit code 2, and nothing of what was thrown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'giaoban lỗi '));
    const world = { commands: [command], environment: { GIAOBAN_DATA_DIR: folder }, closers: [] };
    const { code, out, err } = await runCli(['loans', 'sum', 'a', '--date', 'broken'], world);
    const told = await runCli(['loans', 'sum', 'a', '--date', 'broken', '--json'], world);
    const log = readFileSync(join(folder, 'giaoban.log'), 'utf8');
    rmSync(folder, { recursive: true });
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    const [reference = 'none'] = /(?<=báo mã )\w+/.exec(err) ?? [];
    const json = JSON.parse(told.err);
    expect(told.code).toBe(2);
    expect(json).toMatchObject({ refused: 'defect', message: expect.stringContaining(json.reference) });
    const entries = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map((entry) => entry.reference)).toEqual([reference, json.reference]);
    expect(entries[0]).toMatchObject({ where: 'loans sum', err: { type: 'TypeError' } });
    expect(entries[0].err.places[0]).toContain('run-cli.test.ts');
    expect(`${err}${told.err}${log}`).not.toMatch(/Nguyễn|0541/);
  });

  test('a malformed setting stops every command', async () => {
    const world = { commands: [command], environment: { GIAOBAN_DATADIR: 'x' }, closers: [] };
    expect(await runCli(['loans', 'sum', 'a', '--date', 'x'], world)).toMatchObject({ code: 2 });
  });

  test('help names every command, and every option of one', async () => {
    expect((await run()).out).toContain('loans sum FILE… --date D [--all]  Cộng các món vay.');
    const { code, out } = await run('loans', 'sum', '--help');
    expect(code).toBe(0);
    for (const part of ['--date D', 'ngày số liệu', '--all', '--json', '--help']) expect(out).toContain(part);
  });

  test('help of a group lists its commands, also below a command of its own', async () => {
    const ofGroup = await run('cases', '--help');
    expect(ofGroup).toMatchObject({ code: 0, err: '' });
    expect(ofGroup.out).toContain('cases count');
    expect(ofGroup.out).not.toContain('loans sum');
    const { out } = await run('loans', '--help');
    expect(out).toContain('npx giaoban loans FILE…');
    expect(out).toContain('loans sum FILE…');
  });
});

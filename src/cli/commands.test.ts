import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';

const run = (...args: string[]) => runCli(args, { commands: COMMANDS, environment: {}, closers: [] });

describe.each(COMMANDS)('npx giaoban $name --help', ({ name, usage, summary, options, words }) => {
  const inUsage = [...usage.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option);

  it('says what it does, how it is written and what each option is, and carries nothing out', async () => {
    const { code, out, err } = await run(...name.split(' '), '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(summary);
    expect(out).toContain(`npx giaoban ${name} ${usage}`.trim());
    for (const option of options) expect(out).toContain(option.summary);
    for (const option of ['--json', '--help']) expect(out).toContain(option);
  });

  it('shows no option that it does not have, and every one that it cannot do without', () => {
    const known = options.map((option) => option.name);
    expect(inUsage.filter((option) => !known.includes(option))).toEqual([]);
    const needed = options.filter(({ isRequired }) => isRequired).map((option) => option.name);
    expect(needed.filter((option) => !inUsage.includes(option))).toEqual([]);
  });

  it('shows a word where it takes one', () => {
    const first = usage.split(' ')[0] ?? '';
    expect(first !== '' && !/^[[-]/.test(first)).toBe(words !== undefined);
  });
});

it('the list of all commands names each once, with its summary', async () => {
  const { out } = await run('--help');
  const lines = out.split('\n').map((line) => line.trim());
  for (const { name, usage, summary } of COMMANDS)
    expect(
      lines.filter((line) => line.startsWith(`${name} ${usage}`.trim()) && line.endsWith(summary)),
    ).toHaveLength(1);
});

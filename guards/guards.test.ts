import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SQL_ROOMS, TEXT_GUARDS } from './banned-text.ts';
import { firstLoadBytes, forDevelopers, overBudget } from './bundle-budget.ts';
import { docComments } from './doc-comments.ts';
import { documents } from './documents.ts';
import { moduleGraph } from './module-graph.ts';
import { ruleIds } from './rule-ids.ts';
import { sizeCeilings } from './size-ceilings.ts';

const SAMPLES = 'guards/samples';

describe('the module graph', () => {
  it('names every kind of breach in the sample', async () => {
    const findings = await moduleGraph.check(`${SAMPLES}/module-graph`);
    const breaches = findings.map(({ file, message }) => `${file}: ${message.replace(/^imports \S+: /, '')}`);
    expect(breaches.sort()).toEqual(
      [
        'src/kernel/leans-on-platform.ts: the kernel stands alone',
        'src/modules/extracts/calls-sideways.ts: a module calls only modules of lower rows',
        'src/modules/portfolio/enters-by-the-window.ts: a module is entered by its door: index.ts or contract.ts',
        'src/modules/portfolio/leans-on-tests.ts: what is made for tests is no part of the product',
        'src/modules/portfolio/queries.ts: SQL lives in db/ only',
        'src/modules/registry/calls-upward.ts: a module calls only modules of lower rows',
        'src/modules/registry/calls-the-server.ts: nobody imports the server, the command line or the web',
        "src/modules/registry/policy.ts: domain code is pure: kernel and its own module's domain only",
        "src/modules/registry/refusals.ts: domain code is pure: kernel and its own module's domain only",
        'src/server/asks-the-database.ts: SQL lives in db/ only',
        "src/modules/registry/domain/reads-a-file.ts: domain code is pure: kernel and its own module's domain only",
        'src/modules/sessions/circle.ts: no circles',
        'src/modules/surprise: this module has no row: name it in guards/module-rows.ts',
        'src/platform/knows-a-module.ts: the platform knows no module',
        'src/web/sees-insides.ts: the web sees kernel, contracts, refusals and domain code only',
      ].sort(),
    );
  });
});

describe('text that may not stand', () => {
  const found = async (name: string) => {
    const guard = TEXT_GUARDS.find((candidate) => candidate.name === name);
    const findings = (await guard?.check(`${SAMPLES}/${name}`)) ?? [];
    return findings.map(({ file, line }) => `${file}:${line}`);
  };

  it('finds leftovers, tests that do not run and paths of a machine', async () => {
    expect(await found('leftovers')).toEqual([
      'src/left.ts:1',
      'src/left.ts:2',
      'src/left.ts:5',
      'src/left.ts:6',
      ...[1, 2, 7, 3, 4, 5].map((line) => `src/left.test.ts:${line}`),
      'src/left.ts:3',
      'src/left.ts:4',
    ]);
  });

  it('finds a clock read outside platform/clock.ts', async () => {
    expect(await found('clock')).toEqual([1, 2, 3, 4, 5].map((line) => `src/reads-clock.ts:${line}`));
  });

  it('finds what a distributed server refuses: every line of the sample', async () => {
    const every = (file: string) =>
      readFileSync(join(SAMPLES, 'distributed', file), 'utf8')
        .split('\n')
        .flatMap((text, i) => (text === '' || text.startsWith('--') ? [] : [`${file}:${i + 1}`]));
    const expected = ['src/db/0001-bad.sql', 'src/db/queries.ts', SQL_ROOMS[0] ?? ''].flatMap(every);
    const broken = [1, 3, 5].map((line) => `src/db/0002-broken-lines.sql:${line}`);
    expect((await found('distributed')).sort()).toEqual([...expected, ...broken].sort());
  });

  it('[GV190] finds what a ward’s people would read of a village', async () => {
    expect(await found('villages')).toEqual([1, 2, 3].map((line) => `src/web/x.tsx:${line}`));
  });

  it('finds SQL outside db/, with and without an import of its builder', async () => {
    expect(await found('sql')).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 10].map((line) => `src/modules/groups/x.ts:${line}`),
      ...[1, 2, 5, 6].map((line) => `src/server/x.ts:${line}`),
    ]);
  });

  it('the rooms of the platform that may hold SQL exist and hold it', () => {
    const holding = SQL_ROOMS.filter((file) => /sql`|\bsql<|\.query</.test(readFileSync(file, 'utf8')));
    expect(holding).toEqual(SQL_ROOMS);
  });

  it('finds certificates that are not checked', async () => {
    expect(await found('tls')).toEqual(['src/tls.ts:1']);
  });
});

describe('documents', () => {
  it('name no file and no command that does not exist', async () => {
    const findings = await documents.check(`${SAMPLES}/documents`);
    expect(findings.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      'README.md:3 there is no src/web/desk/routes.tsx',
      'README.md:3 package.json has no script access',
      'README.md:7 the command line has no lists lost',
      'README.md:7 the command line has no option --hard',
    ]);
  });
});

describe('doc comments', () => {
  it('finds exports that do not say what they are', async () => {
    const findings = await docComments.check(`${SAMPLES}/doc-comments`);
    expect(findings.map(({ line, message }) => `${line} ${message.split(' ')[0]}`)).toEqual([
      '3 untold',
      '6 whispered',
      '10 Bare',
    ]);
  });
});

describe('rule ids', () => {
  it('finds a rule without test, a test without rule, one that expects nothing, an id that stands twice and a title elsewhere, also in parts of journeys', async () => {
    const findings = await ruleIds.check(`${SAMPLES}/rule-ids`);
    expect(findings.map(({ message }) => message)).toEqual([
      'rule A3 stands twice',
      'no test cites rule A2',
      'no test cites rule A4',
      'no test cites rule A5',
      'no RULES.md has rule A9',
      'no RULES.md has rule A8',
      'the test of rule A4 expects nothing',
      'the test of rule A5 expects nothing',
      'write the title where the test stands: nobody finds it elsewhere',
    ]);
  });
});

describe('size ceilings', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'giaoban-sizes-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  const lines = (count: number) => '// a line\n'.repeat(count);
  const longFunction = (name: string, count: number) => `export function ${name}() {\n${lines(count - 2)}}\n`;
  const check = async (ceilings: Record<string, object>) => {
    const none = { fileLines: 0, functionLines: 0, viewLines: 0, filesOver250Lines: 0 };
    const both = {
      product: { ...none, ...ceilings.product },
      beside: { ...none, ...ceilings.beside },
    };
    write('guards/size-ceilings.json', JSON.stringify(both));
    return (await sizeCeilings.check(root)).map(({ file, message }) => `${file}: ${message}`);
  };

  it('finds a long file, a long function and long mark-up of the product', async () => {
    write('src/long.ts', lines(31));
    write('src/function.ts', longFunction('tooLong', 21));
    write('src/view.tsx', longFunction('View', 26));
    expect(await check({ product: { fileLines: 30, functionLines: 20, viewLines: 25 } })).toEqual([
      'src/function.ts: tooLong has 21 lines, the ceiling is 20',
      'src/long.ts: 31 lines, the ceiling is 30',
      'src/view.tsx: View has 26 lines, the ceiling is 25',
    ]);
  });

  it.each(['src/a.test.ts', 'src/testing/a.ts', 'tests/a.ts', 'bench/a.ts', 'scripts/a.mjs', 'guards/a.ts'])(
    'measures %s beside the product',
    async (file) => {
      write(file, longFunction('tooLong', 21));
      expect(await check({ beside: { fileLines: 21, functionLines: 20 } })).toEqual([
        `${file}: tooLong has 21 lines, the ceiling is 20`,
      ]);
    },
  );

  it('the function of a suite only holds its tests', async () => {
    write('src/a.test.ts', `describe('a', () => {\n${lines(30)}});\n`);
    expect(await check({ beside: { fileLines: 32 } })).toEqual([]);
  });

  it('finds a ceiling that was raised, one that can be tightened and one file too many', async () => {
    write('src/many.ts', lines(251));
    const product = { fileLines: 401, functionLines: 61, viewLines: 126 };
    const beside = { functionLines: 191, filesOver250Lines: 5 };
    const file = 'guards/size-ceilings.json';
    expect(await check({ product, beside })).toEqual([
      `${file}: product: fileLines may never be above 380`,
      `${file}: product: functionLines may never be above 60`,
      `${file}: product: viewLines may never be above 125`,
      `${file}: product: 1 files over 250 lines, the ceiling is 0`,
      `${file}: beside: functionLines may never be above 190`,
      `${file}: beside: filesOver250Lines can be tightened to 0`,
    ]);
  });

  it('the ceilings of today are the hard ones', async () => {
    const { product, beside } = JSON.parse(readFileSync('guards/size-ceilings.json', 'utf8'));
    const raise = (ceilings: Record<string, number>) =>
      Object.fromEntries(Object.entries(ceilings).map(([key, ceiling]) => [key, ceiling + 1]));
    const messages = await check({ product: raise(product), beside: raise(beside) });
    expect(messages.filter((message) => message.includes('may never be above'))).toHaveLength(8);
  });
});

describe('the bundle budget', () => {
  it('counts the entry and what it imports at once, not what is lazy', () => {
    const bytes = firstLoadBytes(`${SAMPLES}/bundle-budget/built`);
    expect(bytes).toBeGreaterThan(60);
    expect(bytes).toBeLessThan(110);
  });

  it('names a build over its budget', () => {
    expect(overBudget(`${SAMPLES}/bundle-budget`, { built: 10 })).toHaveLength(1);
    expect(overBudget(`${SAMPLES}/bundle-budget`, { built: 1000 })).toHaveLength(0);
  });

  it('a web that is not built proves nothing', () => {
    expect(overBudget(`${SAMPLES}/bundle-budget`, { 'never-built': 1000 })).toEqual([
      { guard: 'bundle-budget', file: 'never-built', message: 'is not built: `npm run build` first' },
    ]);
  });

  it('names a build that warns as for developers of React', () => {
    expect(forDevelopers(`${SAMPLES}/bundle-budget`, 'developers')).toHaveLength(1);
    expect(forDevelopers(`${SAMPLES}/bundle-budget`, 'built')).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import { TEXT_GUARDS } from './banned-text.ts';
import { firstLoadBytes, overBudget } from './bundle-budget.ts';
import { typeErrors } from './compiled.ts';
import { moduleGraph } from './module-graph.ts';
import { ruleIds } from './rule-ids.ts';
import { sizeCeilings } from './size-ceilings.ts';

const SAMPLES = 'guards/samples';

describe('the module graph', () => {
  it('names every kind of breach in the sample', async () => {
    const findings = await moduleGraph.check(`${SAMPLES}/module-graph`);
    const breaches = findings.map(({ file, message }) => `${file}: ${message.replace(/^imports \S+: /, '')}`);
    expect(breaches.sort()).toEqual([
      'src/kernel/leans-on-platform.ts: the kernel stands alone',
      'src/modules/extracts/calls-sideways.ts: a module calls only modules of lower rows',
      'src/modules/portfolio/enters-by-the-window.ts: a module is entered by its door: index.ts or contract.ts',
      'src/modules/portfolio/queries.ts: SQL lives in db/ only',
      'src/modules/registry/calls-upward.ts: a module calls only modules of lower rows',
      "src/modules/registry/domain/reads-a-file.ts: domain code is pure: kernel and its own module's domain only",
      'src/modules/sessions/circle.ts: no circles',
      'src/modules/surprise: this module has no row: name it in guards/module-rows.ts',
      'src/platform/knows-a-module.ts: the platform knows no module',
      'src/web/sees-insides.ts: the web sees kernel, contracts, refusals and domain code only',
    ]);
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
      'src/left.test.ts:1',
      'src/left.ts:3',
      'src/left.ts:4',
    ]);
  });

  it('finds a clock read outside platform/clock.ts', async () => {
    expect(await found('clock')).toEqual(['src/reads-clock.ts:1']);
  });

  it('finds what a distributed server refuses', async () => {
    const lines = await found('distributed');
    expect(lines.sort()).toEqual([1, 2, 3, 4, 5, 6].map((line) => `src/db/0001-bad.sql:${line}`));
  });

  it('finds certificates that are not checked', async () => {
    expect(await found('tls')).toEqual(['src/tls.ts:1']);
  });
});

describe('what the compiler guards', { timeout: 60_000 }, () => {
  const errors = (file: string, project = 'tsconfig.pure.json') =>
    typeErrors('.', project, `${SAMPLES}/compiled/${file}`).map(({ message }) => message);

  it('pure code has no Node', () => {
    expect(errors('pure-node.ts').join()).toContain('process');
  });

  it('pure code has no DOM', () => {
    expect(errors('pure-dom.ts').join()).toContain('document');
  });

  it('a route has a permission', () => {
    expect(errors('no-permission.ts', 'tsconfig.json').join()).toContain('permission');
  });

  it('a refusal code has a sentence', () => {
    expect(errors('refusal-without-text.ts', 'tsconfig.json').join()).toContain('hasNoText');
  });
});

describe('rule ids', () => {
  it('finds a rule without test, a test without rule and an id that stands twice', async () => {
    const findings = await ruleIds.check(`${SAMPLES}/rule-ids`);
    expect(findings.map(({ message }) => message)).toEqual([
      'rule A3 stands twice',
      'no test cites rule A2',
      'no RULES.md has rule A9',
    ]);
  });
});

describe('size ceilings', () => {
  it('finds a long function, a ceiling that was raised and one that can be tightened', async () => {
    const messages = (await sizeCeilings.check(`${SAMPLES}/size-ceilings`)).map(({ message }) => message);
    expect(messages).toEqual([
      'tooLong has 73 lines, the ceiling is 60',
      'fileLines may never be above 400',
      'filesOver250Lines can be tightened to 0',
    ]);
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
});

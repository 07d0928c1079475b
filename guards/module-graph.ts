import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { SQL_ROOMS } from './banned-text.ts';
import type { Finding, Guard } from './finding.ts';
import { MODULE_ROWS, modulesBelow } from './module-rows.ts';

const TESTS = '(\\.test\\.tsx?$|/testing/)';

/** Who may import whom. Written over paths, so that a sample tree of the same shape can be checked by the same rules. */
export const moduleGraph: Guard = {
  name: 'module-graph',
  check: async (root) => {
    const modules = existsSync(join(root, 'src/modules')) ? readdirSync(join(root, 'src/modules')) : [];
    const unknown = modules.filter((module) => !MODULE_ROWS.flat().includes(module));
    const result = await cruise(['src'], {
      baseDir: root,
      ruleSet: { forbidden: rules(modules) },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: 'node_modules/.*/node_modules' },
      combinedDependencies: true,
    });
    const { summary } = result.output as ICruiseResult;
    return [
      ...unknown.map(
        (module): Finding => ({
          guard: 'module-graph',
          file: `src/modules/${module}`,
          message: 'this module has no row: name it in guards/module-rows.ts',
        }),
      ),
      ...summary.violations.map(
        (violation): Finding => ({
          guard: 'module-graph',
          file: violation.from,
          message: `imports ${violation.to}: ${violation.rule.name}`,
        }),
      ),
    ];
  },
};

function rules(modules: readonly string[]): IForbiddenRuleType[] {
  return [
    ...modules.map((module) => ({
      name: 'a module calls only modules of lower rows',
      severity: 'error' as const,
      from: { path: `^src/modules/${module}/`, pathNot: TESTS },
      to: {
        path: '^src/modules/',
        pathNot: `^src/modules/(${[module, ...modulesBelow(module)].join('|')})/`,
      },
    })),
    {
      name: 'a module is entered by its door: index.ts or contract.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/($1/|[^/]+/(index|contract)\\.ts$)' },
    },
    {
      name: 'the platform knows no module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|server|cli|web)/' },
    },
    {
      name: 'the kernel stands alone',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TESTS },
      to: { path: '.', pathNot: '^src/kernel/|(^|node_modules/)zod(/|$)' },
    },
    {
      name: "domain code is pure: kernel and its own module's domain only",
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/(domain/|policy\\.ts|refusals\\.ts)', pathNot: TESTS },
      to: {
        path: '.',
        pathNot: '^src/kernel/|^src/modules/$1/(domain/|policy\\.ts|refusals\\.ts)|(^|node_modules/)zod(/|$)',
      },
    },
    {
      name: 'SQL lives in db/ only',
      severity: 'error',
      from: { path: '^src/', pathNot: ['/db/', TESTS, ...SQL_ROOMS.map((file) => `^${file}$`)] },
      to: { path: '(^|node_modules/)(kysely|pg|pg-copy-streams)(/|$)' },
    },
    {
      name: 'the web sees kernel, contracts, refusals and domain code only',
      severity: 'error',
      from: { path: '^src/web/', pathNot: TESTS },
      to: {
        path: '^src/',
        pathNot:
          '^src/web/|^src/kernel/|^src/modules/[^/]+/(contract\\.ts|refusals\\.ts|domain/)|^src/platform/[^/]+/contract\\.ts',
      },
    },
    {
      name: 'nobody imports the server, the command line or the web',
      severity: 'error',
      from: { path: '^src/(kernel|platform|modules)/' },
      to: { path: '^src/(server|cli|web)/' },
    },
    {
      name: 'what is made for tests is no part of the product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^src/.*/testing/' },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
  ];
}

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, say } from './project.mjs';
import { slowest } from './slowest.mjs';

/** How many checks passed and failed. */
export const NOTHING = { passed: 0, failed: 0 };

export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** Runs a program of `node_modules` as one check: passed when it ends with 0. Its output is shown when it fails. */
export async function runCheck(name, script, args) {
  const began = performance.now();
  const { code, output } = await run([join(ROOT, 'node_modules', script), ...args], { isQuiet: true });
  const isOk = code === 0;
  say(`${isOk ? '✓' : '✗'} ${name} (${seconds(began)})`);
  if (!isOk) say(output);
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs tests of one vitest project and counts them from its report. A run that ends badly without a failed test (an
 * error outside tests, a file that does not load) counts as one failure.
 */
export async function runTests(project, environment = {}) {
  const began = performance.now();
  const report = join(ROOT, `.cache/tests-${project}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await run([join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], { environment });
  const counts = readCounts(report);
  reports.push(report);
  say(
    `${code === 0 ? '✓' : '✗'} ${project}: ${counts.passed} passed, ${counts.failed} failed (${seconds(began)})`,
  );
  for (const line of notRun(report)) say(`! ${project}: ${line}`);
  return code !== 0 && counts.failed === 0 ? add(counts, { passed: 0, failed: 1 }) : counts;
}

/** Of all projects that were run so far. */
const reports = [];

/** Says which files and tests of all that were run took longest. */
export function saySlowest() {
  const written = reports.filter((report) => existsSync(report));
  const lines = slowest(written.map((report) => JSON.parse(readFileSync(report, 'utf8'))));
  say(['The slowest files and tests:', ...lines].join('\n'));
}

function readCounts(report) {
  if (!existsSync(report)) return NOTHING;
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed };
}

/** Which tests were not run and what they need, one line a file. */
function notRun(report) {
  if (!existsSync(report)) return [];
  const needs = JSON.parse(readFileSync(join(ROOT, 'guards/may-not-run.json'), 'utf8'));
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ name, assertionResults }) => {
    const skipped = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed');
    const file = relative(ROOT, name).replaceAll('\\', '/');
    return skipped.length === 0
      ? []
      : [`${skipped.length} NOT run in ${file}: needs ${needs[file] ?? 'what nobody has named'}`];
  });
}

function run(args, { isQuiet = false, environment = {} }) {
  return new Promise((resolve) => {
    const stdio = isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio,
      env: { ...process.env, ...environment },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', (code) => resolve({ code, output }));
  });
}

function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

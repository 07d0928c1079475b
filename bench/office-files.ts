import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BusinessDate, day } from '../src/kernel/dates.ts';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { progress } from './measuring.ts';

/** The date that is measured, and the month before it, which it is compared with. */
export const DATA_DATE = day('2026-10-31');
export const DATE_BEFORE = day('2026-09-30');

/** One whole office: gives a report 31 of 25,926 rows. */
const LOANS = 27_636;
const COMMUNES = 5;

/** The workbooks of a date, made once and kept: they are the same every time. */
export function officeFiles(dataDate: BusinessDate): readonly string[] {
  const folder = join(PROJECT_ROOT, `.cache/bench/office-${LOANS}`);
  if (!existsSync(folder)) makeFiles(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith(`-${dataDate}.xlsx`))
    .map((name) => join(folder, name));
}

/** Which of the files is report 31. */
export function report31Of(files: readonly string[]): string {
  const file = files.find((path) => path.includes('bao-cao-31'));
  if (file === undefined) throw new Error('no report 31 among the files');
  return file;
}

function makeFiles(folder: string): void {
  progress(`writing the files of an office of ${LOANS} loans (about a minute, once)`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const script = join(PROJECT_ROOT, 'tests/fixtures/truth/make_extracts.py');
  const dates = [DATA_DATE, DATE_BEFORE].flatMap((date) => ['--date', date]);
  const size = ['--loans', String(LOANS), '--communes', String(COMMUNES)];
  execFileSync('python3', [script, unfinished, ...dates, ...size], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameSync(unfinished, folder);
}

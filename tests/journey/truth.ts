import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.ts';

/** Sums of a place, amounts in đồng. */
export type Sums = {
  readonly loans: number;
  readonly customers: number;
  readonly groups: number;
  readonly outstanding: number;
  readonly overdue: number;
  readonly frozen: number;
};

/** What a correct import of the files of 31/10/2026 shows; written by the generator that made them. */
export type OctoberTruth = {
  readonly rows_written: number;
  readonly office: Sums;
  readonly commune: Readonly<Record<string, Sums>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly differences_from_head_office: readonly {
    readonly file: string;
    readonly key: string;
    readonly measure: string;
    readonly ours: number;
    readonly theirs: number;
    readonly difference: number;
  }[];
};

/** Folder of the files that lie ready for a newcomer. */
export const OCTOBER_FILES = join(PROJECT_ROOT, 'data/demo/so-lieu-2026-10-31');

/** Lets the generator tell the truth about October. Needs python3. */
export function octoberTruth(): OctoberTruth {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-truth-'));
  try {
    const generator = join(PROJECT_ROOT, 'tests/fixtures/truth/make_extracts.py');
    execFileSync('python3', [generator, folder, '--date', '2026-10-31', '--dirt'], { stdio: 'pipe' });
    return JSON.parse(readFileSync(join(folder, 'expected-2026-10-31.json'), 'utf8')) as OctoberTruth;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A number as Vietnamese readers write it, by the runtime's own tables: `1.385`, `18,819`. */
export function written(value: number, places = 0): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: places }).format(value);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../platform/project.ts';

/** A file as a person drops it. */
export type DroppedFile = { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };

/** What the generator of sample files is asked for. */
export type BankFilesWanted = {
  readonly date?: string;
  readonly hasDirt?: boolean;
  readonly seed?: number;
  readonly loans?: number;
  readonly communes?: number;
};

/** What a correct import of the files must show. */
export type Truth = {
  readonly rows_written: number;
  readonly office: Readonly<
    Record<'loans' | 'customers' | 'groups' | 'outstanding' | 'in_term' | 'overdue' | 'frozen', number>
  >;
  readonly commune: Readonly<Record<string, Truth['office']>>;
  readonly savings: number;
  readonly faults: Readonly<Record<string, number>>;
};

/** The sample files of one date, with their truth; made by the generator in `tests/fixtures/truth`. */
export type BankFiles = { readonly files: readonly DroppedFile[]; readonly truth: Truth };

/** Makes the sample files of a date. @throws Error that says so when there is no python3 to make them with */
export function bankFiles(wanted: BankFilesWanted = {}): BankFiles {
  const { date = '2026-10-31', hasDirt = false, seed = 2311, loans = 400, communes = 4 } = wanted;
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-files-'));
  const generator = join(PROJECT_ROOT, 'tests/fixtures/truth/make_extracts.py');
  const options = [
    '--date',
    date,
    '--seed',
    String(seed),
    '--loans',
    String(loans),
    '--communes',
    String(communes),
  ];
  try {
    execFileSync('python3', [generator, folder, ...options, ...(hasDirt ? ['--dirt'] : [])], {
      stdio: 'pipe',
    });
    const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    return {
      files: names.map((name) => ({ name, content: bytesOf(join(folder, name)) })),
      truth: JSON.parse(readFileSync(join(folder, `expected-${date}.json`), 'utf8')) as Truth,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      'python3 is needed to make the sample files of the bank: install it (Debian: apt install python3)',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The one file whose name begins so. */
export function fileNamed(files: readonly DroppedFile[], start: string): DroppedFile {
  const found = files.find((file) => file.name.startsWith(start));
  if (!found) throw new Error(`no file begins with ${start}`);
  return found;
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}

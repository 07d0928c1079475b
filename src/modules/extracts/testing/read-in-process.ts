import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { FoundFault } from '../domain/faults.ts';
import type { StagedTable } from '../domain/staged-tables.ts';
import { readFiles } from '../reading/read-files.ts';
import type { ReadingInput, ReadingOutput } from '../reading/reading.ts';
import type { DroppedFile } from './bank-files.ts';

/** What a reading sent and answered. */
export type WholeReading = ReadingOutput & {
  /** The fields of every row sent, by table. */
  readonly sent: Readonly<Partial<Record<StagedTable, readonly (readonly string[])[]>>>;
  readonly restarts: number;
  /** Every refusal, of the batch and of its files. */
  readonly codes: readonly string[];
};

/** The id that the n-th file of a reading has. */
export const fileIdOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id;

/** Reads files without a thread or a database. */
export async function readInProcess(
  files: readonly DroppedFile[],
  answers: ReadingInput['answers'] = [],
): Promise<WholeReading> {
  let sent: Partial<Record<StagedTable, string[][]>> = {};
  let restarts = 0;
  const input = {
    files: files.map((file, n) => ({ fileId: fileIdOf(n), ...file })),
    ...{ answers, sharedPhoneCustomers: 3, nowMs: Date.UTC(2026, 10, 3), today: day('2026-11-03') },
  };
  const output = await readFiles(input, (piece) => {
    if (typeof piece === 'object' && !('rows' in piece)) return;
    if (piece === 'restart') {
      sent = {};
      restarts += 1;
      return;
    }
    const lines = new TextDecoder().decode(piece.rows).split('\n').slice(0, -1);
    sent[piece.table] = [...(sent[piece.table] ?? []), ...lines.map((line) => line.split('\t'))];
  });
  const ofFiles = output.files.flatMap((file) => file.refusals);
  return { ...output, sent, restarts, codes: [...output.refusals, ...ofFiles].map((one) => one.code) };
}

/** How often a fault was counted; of one kind, or of the kinds that its count adds up. */
export function faultCountOf(reading: ReadingOutput, code: FoundFault['code'], kind?: string): number {
  const found = reading.summary?.faults.find((fault) => fault.code === code);
  if (kind === undefined) return found?.count ?? 0;
  return found?.kinds.find((one) => one.kind === kind)?.count ?? 0;
}

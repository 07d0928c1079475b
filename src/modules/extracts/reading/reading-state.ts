import { randomFillSync } from 'node:crypto';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { uuidV7 } from '../../../kernel/ids.ts';
import type { BatchQuestion } from '../domain/batch-reading.ts';
import type { DateFormat } from '../domain/date-column.ts';
import type { DateQuestion } from '../domain/date-formats.ts';
import type { Table } from '../domain/table.ts';
import { isRangeWrong } from '../domain/used-range.ts';
import type { SheetReading } from '../reader/workbook.ts';
import { type RowWriter, rowWriter } from './copy-text.ts';
import { type Examined, refuseFile } from './examine-file.ts';
import { type FaultWriter, faultWriter } from './fault-writer.ts';
import { type ProgressTeller, progressTeller } from './progress.ts';
import type { ReadingInput, ReadingPiece } from './reading.ts';

/** A batch in the middle of being read. */
export type Reading = {
  readonly input: ReadingInput;
  readonly writer: RowWriter;
  readonly faults: FaultWriter;
  readonly questions: BatchQuestion[];
  readonly newId: () => Id;
  readonly progress: ProgressTeller;
  /** Tells what day the rows of report 31 are of, once; to be called with what is known, as often as one likes. */
  tellDataDate(known: BusinessDate | undefined): void;
  /** Makes everything sent so far void. */
  restart(): void;
};

/** Starts reading a batch. */
export function startReading(input: ReadingInput, send: (piece: ReadingPiece) => void): Reading {
  const writer = rowWriter(send);
  const faults = faultWriter(writer);
  const random = randomPool();
  let told: BusinessDate | undefined;
  return {
    input,
    writer,
    faults,
    questions: [],
    progress: progressTeller(send),
    newId: () => uuidV7(input.nowMs, random()),
    tellDataDate: (known) => {
      if (known === told || known === undefined) return;
      told = known;
      send({ dataDate: known });
    },
    restart: () => {
      told = undefined;
      writer.discard();
      faults.restart();
      send('restart');
    },
  };
}

const RANDOM_BYTES = 10;
const POOL_BYTES = RANDOM_BYTES * 1_024;

/** Ten random bytes at a time, fetched from the operating system a thousand times less often. */
function randomPool(): () => Uint8Array {
  const pool = new Uint8Array(POOL_BYTES);
  let next = POOL_BYTES;
  return () => {
    if (next === POOL_BYTES) {
      randomFillSync(pool);
      next = 0;
    }
    next += RANDOM_BYTES;
    return pool.subarray(next - RANDOM_BYTES, next);
  };
}

/** What a person answered about the columns of one file. */
export function answersFor({ input }: Reading, fileId: Id): Map<string, DateFormat> {
  return new Map(
    input.answers.filter((one) => one.fileId === fileId).map(({ column, format }) => [column, format]),
  );
}

/** Ends a table: its problems make the file unusable, its open questions are asked. */
export function closeTable(
  { questions }: Reading,
  { file, draft }: Examined,
  { table, questions: open }: { table: Pick<Table<string>, 'problems'>; questions: readonly DateQuestion[] },
): void {
  for (const { code, data } of table.problems.first) refuseFile(draft, code, data);
  const more = table.problems.count() - table.problems.first.length;
  if (more > 0) draft.notes = [...draft.notes, `Còn ít nhất ${more} chỗ sai nữa trong tệp này.`];
  for (const question of open) questions.push({ ...question, fileId: file.fileId, fileName: file.name });
}

/** A sheet that declares less than it holds is read whole, and told [D7]. */
export function noteDeclaredRange(
  { faults }: Reading,
  { file, draft }: Examined,
  { declaredRange, usedRange }: Pick<SheetReading, 'declaredRange' | 'usedRange'>,
): void {
  if (declaredRange === undefined || usedRange === undefined || !isRangeWrong(declaredRange, usedRange))
    return;
  const found = `Khai ${declaredRange}, thật ra ${usedRange}`;
  faults.of(file.fileId, draft.sheet ?? '')({ code: 'D7', kind: 'declaredRange', row: null, found });
}

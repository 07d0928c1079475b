import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { BatchQuestion, BatchSummary, FileReading, KeptRefusal } from '../domain/batch-reading.ts';
import type { DateFormat } from '../domain/date-column.ts';
import type { RowPiece } from './copy-text.ts';

/** A received file on its way to the reading thread. */
export type FileToRead = {
  readonly fileId: Id;
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

/** What the reading thread is given. */
export type ReadingInput = {
  readonly files: readonly FileToRead[];
  /** What a person answered about columns of dates. */
  readonly answers: readonly { readonly fileId: Id; readonly column: string; readonly format: DateFormat }[];
  /** From how many customers on a phone number counts as shared: a dated rule. */
  readonly sharedPhoneCustomers: number;
  /** The present moment, for new ids; milliseconds since 1970. */
  readonly nowMs: number;
  /** The day of the import: a later data date is told. */
  readonly today: BusinessDate;
};

/** How far a reading is: bytes of the sheets as they are inflated. */
export type ReadingProgress = {
  readonly fileName: string;
  /** Of this file. */
  readonly rows: number;
  readonly doneBytes: number;
  /** Of all files of the batch. */
  readonly totalBytes: number;
};

/**
 * What the thread sends while it works. `restart`: all rows sent so far are void. `dataDate`: the rows of report 31 are of that day, as
 * its first row says.
 */
export type ReadingPiece =
  | RowPiece
  | 'restart'
  | { readonly progress: ReadingProgress }
  | { readonly dataDate: BusinessDate };

/** The areas that a batch names. */
export type NamedAreas = {
  readonly communes: readonly { readonly code: string; readonly name: string | null }[];
  readonly villages: readonly {
    readonly code: string;
    readonly communeCode: string;
    readonly name: string | null;
  }[];
  readonly hasCounter: boolean;
};

/** What the thread answers. */
export type ReadingOutput = {
  readonly files: readonly FileReading[];
  /** What is wrong with the batch as a whole. */
  readonly refusals: readonly KeptRefusal[];
  readonly questions: readonly BatchQuestion[];
  readonly dataDate: BusinessDate | undefined;
  /** Undefined where report 31 could not be read. */
  readonly summary: BatchSummary | undefined;
  readonly areas: NamedAreas;
};

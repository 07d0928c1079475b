import { z } from 'zod';
import { count, date, id, vnd } from '../../../kernel/contract.ts';
import { FAULT_CODES, type FaultCode } from './faults.ts';

/** A refusal as it is kept with a file or a batch. */
export const keptRefusal = z.object({
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A file of a batch after it was read, or as far as it could be. */
export const fileReading = z.object({
  fileId: id,
  state: z.enum(['read', 'duplicate', 'set_aside', 'refused']),
  kind: z.string().nullable(),
  sheet: z.string().nullable(),
  title: z.string().nullable(),
  dataDate: date.nullable(),
  /** inside: a column of the file; title: the title row; siblings: the other files of the batch. */
  dataDateFrom: z.enum(['inside', 'title', 'siblings']).nullable(),
  columnsMatched: count.nullable(),
  columnsExpected: count.nullable(),
  rows: count.nullable(),
  /** Rows that agree with report 31, where the date comes from there. */
  rowsMatched: count.nullable(),
  refusals: z.array(keptRefusal),
  notes: z.array(z.string()),
});

/** A column of dates, or of numbers written as text, that only a person can decide. */
export const dateQuestion = z.object({
  /** Questions that were kept before there were others are about dates. */
  kind: z.enum(['date', 'number']).default('date'),
  fileId: id,
  fileName: z.string(),
  column: z.string(),
  example: z.string(),
});

/** A commune of the report: its rows as they stand, its loans after duplicates were joined. */
export const communeSums = z.object({
  code: z.string(),
  name: z.string(),
  rows: count,
  rawOutstandingVnd: vnd,
  loans: count,
  outstandingVnd: vnd,
  inTermVnd: vnd,
  overdueVnd: vnd,
  frozenVnd: vnd,
});

/** How often a fault was found; `others` are its kinds that are told beside the count. */
export const faultCount = z.object({
  code: z.enum(FAULT_CODES as [FaultCode, ...FaultCode[]]),
  count,
  kinds: z.array(z.object({ kind: z.string(), count, isCounted: z.boolean() })),
});

/** What a batch comes to: rows to loans, step by step, and sums. */
export const batchSummary = z.object({
  office: z.object({ code: z.string(), name: z.string(), branchCode: z.string(), isNew: z.boolean() }),
  rows: z.object({
    read: count,
    /** Contracts that are CLOSE and owe nothing. */
    closed: count,
    savingsOnly: count,
    duplicates: count,
    /** Contracts that are OPEN and owe no principal. */
    withoutBalance: count,
    /** read − closed − savingsOnly − duplicates − withoutBalance */
    loans: count,
    /** What the duplicate rows would have added to the balance. */
    surplusVnd: vnd,
    /** Savings rows at the office's counter, in no commune. */
    counter: count,
  }),
  customers: count,
  groups: count,
  outstandingVnd: vnd,
  inTermVnd: vnd,
  overdueVnd: vnd,
  frozenVnd: vnd,
  savings: z.object({ books: count, balanceVnd: vnd, internalBooks: count }),
  communes: z.array(communeSums),
  faults: z.array(faultCount),
  /** All rows of all files, for the line that says how long reading took. */
  rowsOfAllFiles: count,
  durationMs: count,
});

/** A file as it was read. */
export type FileReading = z.output<typeof fileReading>;
/** A question about a column of dates or numbers. */
export type BatchQuestion = z.output<typeof dateQuestion>;
/** The summary of a batch. */
export type BatchSummary = z.output<typeof batchSummary>;
/** Counts of one fault. */
export type FaultCount = z.output<typeof faultCount>;
/** A refusal as it is kept. */
export type KeptRefusal = z.output<typeof keptRefusal>;

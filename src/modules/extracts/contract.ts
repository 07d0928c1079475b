import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { batchSummary, dateQuestion, fileReading } from './domain/batch-reading.ts';
import { BATCH_STATES, type BatchState } from './domain/batch-states.ts';
import { FAULT_CODES, type FaultCode } from './domain/faults.ts';
import { importFiles } from './policy.ts';

const batchState = z.enum(Object.keys(BATCH_STATES) as [BatchState, ...BatchState[]]);
const faultCode = z.enum(FAULT_CODES as [FaultCode, ...FaultCode[]]);
const moment = z.iso.datetime();

/** Why a batch cannot be published, in one sentence; `fileId` is null where it is the files together. */
const blocking = z.object({ code: z.string(), fileId: id.nullable(), text: z.string() });

const batchFile = fileReading.omit({ refusals: true }).extend({
  state: z.enum(['received', 'read', 'duplicate', 'set_aside', 'refused']),
  name: z.string(),
  sizeBytes: count,
  /** What a person calls its kind; null while unknown. */
  kindTitle: z.string().nullable(),
  /** Of a duplicate: the file of this batch that it repeats. */
  duplicateOf: z.string().nullable(),
});

const batch = z.object({
  batchId: id,
  officeId: id,
  state: batchState,
  stateTitle: z.string(),
  dataDate: date.nullable(),
  createdAt: moment,
  finishedAt: moment.nullable(),
  /** The job that reads it, or has read it. */
  jobId: id.nullable(),
  /** The job that publishes it, or was to; null while nobody asked for that. */
  publishJobId: id.nullable(),
  files: z.array(batchFile),
  questions: z.array(dateQuestion),
  blocking: z.array(blocking),
  summary: batchSummary.nullable(),
  /** D1 to D14, with what was done; empty until the files were read. */
  faults: z.array(
    z.object({
      code: faultCode,
      title: z.string(),
      /** Null: reading the files does not look for it (D13), which is not zero. */
      count: count.nullable(),
      done: z.string(),
      /** Each kind with its own count; those that are not counted stand beside the count. */
      kinds: z.array(z.object({ kind: z.string(), title: z.string(), count, isCounted: z.boolean() })),
    }),
  ),
});

const inBatch = z.object({ batchId: id });
const started = z.object({ batchId: id, jobId: id });

/** Receives the files of a batch and has them read. */
export const createBatch = operation({
  name: 'extracts.createBatch',
  method: 'POST',
  path: '/extracts/batches',
  summary: 'Nhận các tệp của một đợt nhập và bắt đầu đọc.',
  input: z.object({ officeId: id.optional() }),
  output: started,
  refusals: ['noFiles', 'tooManyFiles', 'batchTooLarge', 'receivedFileTooLarge', 'officeUnclear'],
  permission: importFiles,
  request: 'files',
});

/** Adds files to a batch that is not published, and has all of them read again. */
export const addFiles = operation({
  name: 'extracts.addFiles',
  method: 'POST',
  path: '/extracts/batches/{batchId}/files',
  summary: 'Thêm tệp vào đợt nhập và đọc lại cả đợt.',
  input: inBatch,
  output: started,
  refusals: ['noFiles', 'tooManyFiles', 'batchTooLarge', 'receivedFileTooLarge', 'batchNotWaiting'],
  permission: importFiles,
  request: 'files',
});

/** Takes one file out of a batch that is not published, with its repetitions, and has the others read again. */
export const removeFile = operation({
  name: 'extracts.removeFile',
  method: 'DELETE',
  path: '/extracts/batches/{batchId}/files/{fileId}',
  summary: 'Bỏ một tệp khỏi đợt nhập và đọc lại các tệp còn lại.',
  input: z.object({ batchId: id, fileId: id }),
  output: started,
  refusals: ['batchNotWaiting', 'onlyFile'],
  permission: importFiles,
});

/** Takes out every file that is not used beside a whole report 31, and has the others read again. */
export const removeUnusedFiles = operation({
  name: 'extracts.removeUnusedFiles',
  method: 'DELETE',
  path: '/extracts/batches/{batchId}/unused-files',
  summary: 'Bỏ mọi tệp không dùng khỏi đợt nhập và đọc lại các tệp còn lại.',
  input: inBatch,
  output: started.extend({ removed: count }),
  refusals: ['batchNotWaiting', 'noWholeReport', 'noUnusedFiles'],
  permission: importFiles,
});

/** Has a batch that waits read again as it is: its reading was stopped, or what it rests on has changed since. */
export const readAgain = operation({
  name: 'extracts.readAgain',
  method: 'POST',
  path: '/extracts/batches/{batchId}/reading',
  summary: 'Đọc lại các tệp của đợt nhập.',
  input: inBatch,
  output: started,
  refusals: ['batchNotWaiting'],
  permission: importFiles,
});

/** One batch: its files, what they were recognised as, rows to loans, faults, questions, what blocks it. */
export const getBatch = operation({
  name: 'extracts.getBatch',
  method: 'GET',
  path: '/extracts/batches/{batchId}',
  summary: 'Xem một đợt nhập: tệp, lỗi, câu hỏi, điều còn chặn.',
  input: inBatch,
  output: batch,
  permission: importFiles,
});

/** The batches of the office, newest first. */
export const listBatches = operation({
  name: 'extracts.listBatches',
  method: 'GET',
  path: '/extracts/batches',
  summary: 'Các đợt đã nhập, mới nhất trước.',
  input: z.object({ before: id.optional() }),
  output: z.object({
    batches: z.array(
      z.object({
        batchId: id,
        state: batchState,
        stateTitle: z.string(),
        dataDate: date.nullable(),
        createdAt: moment,
        files: z.array(z.string()),
        loans: count.nullable(),
      }),
    ),
    /** Give it as `before` for the next page; null on the last. */
    next: id.nullable(),
  }),
  permission: importFiles,
});

/** The rows of one fault, in the order in which they were found. */
export const listFaults = operation({
  name: 'extracts.listFaults',
  method: 'GET',
  path: '/extracts/batches/{batchId}/faults/{code}',
  summary: 'Các dòng có một loại lỗi.',
  input: z.object({
    batchId: id,
    code: faultCode,
    /** One kind only; without it, the kinds that the count adds up. */
    kind: z.string().optional(),
    after: z.coerce.number().int().nonnegative().default(0),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        number: count,
        kind: z.string(),
        file: z.string(),
        sheet: z.string(),
        row: count.nullable(),
        column: z.string().nullable(),
        contractNo: z.string().nullable(),
        customerCode: z.string().nullable(),
        found: z.string(),
        done: z.string(),
      }),
    ),
    /** Give it as `after` for the next page; null on the last. */
    next: count.nullable(),
  }),
  permission: importFiles,
});

/** Answers how columns of dates and numbers are to be read; the batch is read again with the answers. */
export const answerQuestions = operation({
  name: 'extracts.answerQuestions',
  method: 'POST',
  path: '/extracts/batches/{batchId}/answers',
  summary: 'Trả lời cột ngày ghi ngày trước hay tháng trước, cột số dùng dấu nào ngăn hàng nghìn.',
  input: z.object({
    batchId: id,
    answers: z.array(
      z.object({ fileId: id, column: z.string(), format: z.enum(['vietnamese', 'american']) }),
    ),
  }),
  output: started,
  refusals: ['batchNotWaiting', 'answersIncomplete'],
  permission: importFiles,
});

/** Drops a batch with its files and rows; a published one stays. */
export const discardBatch = operation({
  name: 'extracts.discardBatch',
  method: 'DELETE',
  path: '/extracts/batches/{batchId}',
  summary: 'Bỏ đợt nhập: xóa tệp và các dòng đã đọc.',
  input: inBatch,
  output: z.object({ state: batchState }),
  refusals: ['batchPublished', 'batchNotWaiting'],
  permission: importFiles,
});

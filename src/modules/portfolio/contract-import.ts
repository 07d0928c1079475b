import { z } from 'zod';
import { count, date, fileAnswer, id, operation, vnd } from '../../kernel/contract.ts';
import { bankCode, tableFormat } from './domain/shapes.ts';
import { STAGED_LIST_NAMES } from './domain/staged-lists.ts';
import { checkFigures, publishFigures } from './policy.ts';

/** One figure of head office against ours. Amounts in đồng, counts in pieces. `difference` = theirs − ours. */
export const controlCell = z.object({
  file: z.string(),
  key: z.string(),
  name: z.string().nullable(),
  measure: z.string(),
  ours: vnd,
  theirs: vnd,
  difference: vnd,
});

/** A number of loans and their đồng. */
const loansAndVnd = z.object({ loans: count, amountVnd: vnd });

/** opening + lending − collection − written off = expected; null amounts where there is no month before. */
const communeFlow = z.object({
  communeId: id,
  communeCode: z.string(),
  communeName: z.string(),
  isNew: z.boolean(),
  openingVnd: vnd.nullable(),
  lendingVnd: vnd,
  collectionVnd: vnd,
  writtenOffVnd: vnd,
  expectedVnd: vnd.nullable(),
  closingVnd: vnd,
  differenceVnd: vnd.nullable(),
  loans: count,
  overdueVnd: vnd,
  frozenVnd: vnd,
});

/** Why a batch cannot be published. */
export const BLOCKING_REASONS = {
  notReady: 'Đợt nhập chưa đọc xong, hoặc còn câu hỏi chưa trả lời.',
  noLoans: 'Đợt nhập không có món vay nào.',
  partsDoNotAddUp: 'Trong hạn, quá hạn và khoanh cộng lại khác tổng dư nợ của món vay.',
  contractInTwoCommunes: 'Một khế ước nằm ở hai xã.',
  communeOfAnotherOffice: 'Có xã thuộc phòng giao dịch khác.',
  areasTaken:
    'Một đợt nhập khác vừa ghi địa bàn mới mà đợt này cũng nêu. Đọc lại đợt nhập này để dùng chung địa bàn đó, rồi ghi.',
} as const;

const blockingReason = z.object({
  code: z.enum(Object.keys(BLOCKING_REASONS) as [keyof typeof BLOCKING_REASONS]),
  text: z.string(),
  count,
  /** Some of the contracts or communes concerned, at most ten. */
  examples: z.array(z.string()),
});

/** A mark of what is published that a preview rests on; another mark: it was compared with something else [PF87]. */
const basis = z.string().regex(/^[0-9a-f]{64}$/);

/** A batch to publish, and the mark of the preview that a person has looked at; without one whatever stands is right. */
const batchToPublish = z.object({ batchId: id, basis: basis.optional() });

/** What publishing a batch would change; nothing is written. */
export const previewImport = operation({
  name: 'portfolio.previewImport',
  method: 'GET',
  path: '/portfolio/imports/{batchId}/preview',
  summary: 'So đợt nhập với tháng trước và với số của Hội sở, trước khi ghi vào sổ.',
  input: z.object({ batchId: id }),
  output: z.object({
    batchId: id,
    dataDate: date,
    /** The published date before; null when this is the first. */
    comparedDate: date.nullable(),
    /** Number this publication will carry for its date; undone numbers are not given again. */
    versionNumber: count,
    /** The version that the date shows now and that would be replaced; null where it shows none. */
    standingVersionNumber: count.nullable(),
    /** The kinds of files that version was made from and this batch lacks: what they said would be gone [PF95]. */
    droppedFiles: z.array(z.string()),
    basis,
    closing: z.object({
      loans: count,
      customers: count,
      groups: count,
      communes: count,
      outstandingVnd: vnd,
    }),
    /** opening + new − gone = closing in loans; opening + new − gone − less + more = closing in đồng. */
    comparison: z
      .object({
        opening: loansAndVnd,
        new: loansAndVnd,
        /** Of the new, loans of customers who had one before and none open on the compared date. */
        returned: loansAndVnd,
        gone: loansAndVnd,
        less: loansAndVnd,
        more: loansAndVnd,
        unchanged: loansAndVnd,
        movedToOverdue: loansAndVnd,
        movedToFrozen: loansAndVnd,
        closing: loansAndVnd,
        addsUp: z.boolean(),
      })
      .nullable(),
    communes: z.array(communeFlow),
    /**
     * The office's counter, where savers without a commune stand, so that the rows add up to the office; null where the
     * files have none. No loan is ever there.
     */
    counter: communeFlow.nullable(),
    /**
     * Communes of the office that are not in these files. With `hasFigures` an earlier version of this very date shows
     * them, and goes on doing so; without, they show no figures for the date, which is not zero [PF3].
     */
    missingCommunes: z.array(
      z.object({ communeId: id, communeCode: z.string(), communeName: z.string(), hasFigures: z.boolean() }),
    ),
    savings: z.object({ books: count, balanceVnd: vnd, beforeVnd: vnd.nullable() }),
    /**
     * Every cell that differs, never corrected, how many are equal, and how many cannot be compared because communes are
     * missing. Empty files list: none was given.
     */
    headOffice: z.object({
      files: z.array(z.string()),
      equal: count,
      differences: z.array(controlCell),
      notCompared: count,
    }),
    /** What the catalogue of programmes does not explain; it blocks nothing [PF90]. */
    programmes: z.object({
      unknown: z.array(z.object({ programmeCode: z.string(), loans: count, outstandingVnd: vnd })),
      /** Rates in hundredths of a percent a year; `nearestBps`: the nearest that the programme has had. */
      farRates: z.array(
        z.object({
          ...{ programmeCode: z.string(), rateBpsPerYear: count, nearestBps: count },
          ...{ loans: count, outstandingVnd: vnd },
        }),
      ),
    }),
    blocking: z.array(blockingReason),
  }),
  refusals: [],
  permission: publishFigures,
});

/** Every cell of head office's files against the batch, equal or not; nothing is corrected [PF15]. */
export const listControlCells = operation({
  name: 'portfolio.listControlCells',
  method: 'GET',
  path: '/portfolio/imports/{batchId}/control-cells',
  summary: 'So số của Hội sở với số cộng từ đợt nhập, từng ô, cả ô khớp.',
  input: z.object({ batchId: id }),
  output: z.object({
    dataDate: date,
    /** In the order of the files; bounded by communes and programmes of an office. */
    cells: z.array(controlCell),
    /** Communes and programmes with debt of ours that a file of head office has no line for. */
    missingLines: z.array(z.object({ file: z.string(), key: z.string(), name: z.string().nullable() })),
    /** Cells that cannot be compared because the files lack these communes: their lines, and every programme. */
    notCompared: count,
    missingCommunes: z.array(z.string()),
  }),
  refusals: [],
  permission: publishFigures,
});

/** Loans of the files at this rate alone, in hundredths of a percent a year. */
const stagedRate = z.coerce.number().int().min(0).max(100_000).optional();

/** The rows of a batch behind a number of its preview, page by page, the largest amount first [PF69]. */
export const listStagedLoans = operation({
  name: 'portfolio.listStagedLoans',
  method: 'GET',
  path: '/portfolio/imports/{batchId}/loans/{list}',
  summary: 'Các dòng của đợt nhập đứng sau một con số của bản xem trước.',
  input: z.object({
    batchId: id,
    list: z.enum(STAGED_LIST_NAMES),
    /** The bank's code, as head office names communes. */
    communeCode: bankCode.optional(),
    programmeCode: bankCode.optional(),
    rateBpsPerYear: stagedRate,
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  output: z.object({
    dataDate: date,
    comparedDate: date.nullable(),
    rows: z.array(
      z.object({
        communeId: id,
        communeName: z.string().nullable(),
        /** The contract; of savings the book. */
        contractNo: z.string(),
        customerCode: z.string(),
        customerName: z.string().nullable(),
        villageCode: z.string(),
        groupCode: z.string(),
        programmeCode: z.string().nullable(),
        /** Where it stands in the file; null for what is no longer in it. */
        rowNumber: count.nullable(),
        beforeVnd: vnd,
        afterVnd: vnd,
        amountVnd: vnd,
      }),
    ),
    totals: z.object({ loans: count, customers: count, groups: count, amountVnd: vnd }),
    next: z.string().nullable(),
  }),
  refusals: ['cursorInvalid'],
  permission: publishFigures,
});

/** The rows of a staged list as one file, at most 50,000 of them. */
export const exportStagedLoans = operation({
  name: 'portfolio.exportStagedLoans',
  method: 'GET',
  path: '/portfolio/imports/{batchId}/loans/{list}/export',
  summary: 'Các dòng của đợt nhập đứng sau một con số thành tệp để giữ.',
  input: z.object({
    batchId: id,
    list: z.enum(STAGED_LIST_NAMES),
    communeCode: bankCode.optional(),
    programmeCode: bankCode.optional(),
    rateBpsPerYear: stagedRate,
    format: tableFormat,
  }),
  output: fileAnswer,
  answer: 'file',
  permission: publishFigures,
});

/** All faults of a batch as one file: those of its rows, and the cells that differ from head office's (D13). */
export const exportFaults = operation({
  name: 'portfolio.exportFaults',
  method: 'GET',
  path: '/portfolio/imports/{batchId}/faults/export',
  summary: 'Danh sách lỗi của đợt nhập thành tệp để giữ.',
  input: z.object({ batchId: id, format: tableFormat }),
  output: fileAnswer,
  answer: 'file',
  permission: publishFigures,
});

/** Publishes a batch: all of it or nothing. */
export const publishImport = operation({
  name: 'portfolio.publishImport',
  method: 'POST',
  path: '/portfolio/imports/{batchId}/publish',
  summary: 'Ghi đợt nhập vào sổ.',
  input: batchToPublish,
  output: z.object({
    versionId: id,
    dataDate: date,
    versionNumber: count,
    loans: count,
    communes: count,
    outstandingVnd: vnd,
  }),
  refusals: ['batchNotReady', 'batchBlocked', 'previewStale'],
  permission: publishFigures,
});

/** Has a batch published in the background: followed, and stopped, as any job; all of it or nothing. */
export const startPublishing = operation({
  name: 'portfolio.startPublishing',
  method: 'POST',
  path: '/portfolio/imports/{batchId}/publication',
  summary: 'Ghi đợt nhập vào sổ bằng việc chạy nền: xem được tiến độ, dừng được trước khi xong.',
  input: batchToPublish,
  output: z.object({ batchId: id, jobId: id }),
  refusals: ['batchNotReady', 'batchBlocked', 'previewStale'],
  permission: publishFigures,
});

/** Head office's totals of a published date against ours, every cell. */
export const reconcile = operation({
  name: 'portfolio.reconcile',
  method: 'GET',
  path: '/portfolio/reconciliation',
  summary: 'Đối chiếu số của Hội sở với số cộng từ hồ sơ, từng ô.',
  input: z.object({ dataDate: date.optional(), officeId: id.optional() }),
  output: z.object({
    dataDate: date,
    files: z.array(z.string()),
    equal: count,
    differences: z.array(controlCell),
  }),
  refusals: ['dateNotPublished', 'officeUnclear'],
  permission: checkFigures,
});

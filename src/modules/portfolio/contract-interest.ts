import { z } from 'zod';
import { count, date, id, operation, vnd } from '../../kernel/contract.ts';
import { bankCode, loanRow, ruleRow } from './domain/shapes.ts';
import { checkFigures, seeLoans } from './policy.ts';

/** Why an accrual cannot be re-computed from the file alone. */
export const NOT_CHECKABLE = {
  writtenOffInMonth: 'Có xóa nợ trong tháng, tệp không ghi ngày xóa.',
  disbursedOnSeveralDays: 'Giải ngân nhiều ngày trong tháng, tệp không ghi số tiền từng ngày.',
  freezeDayUnknown: 'Chuyển khoanh trong tháng nhưng danh sách khoanh không ghi ngày hiệu lực.',
  overdueDayUnknown: 'Chuyển quá hạn trong tháng nhưng tệp không ghi ngày chuyển.',
  collectionDayUnknown: 'Có thu nợ trong tháng nhưng ngày giao dịch gần nhất không nằm trong tháng.',
  flowsDoNotFit: 'Số phát sinh trong tháng không khớp với dư nợ cuối tháng.',
} as const;

/** One of the reasons. */
export const notCheckableReason = z.enum(
  Object.keys(NOT_CHECKABLE) as [keyof typeof NOT_CHECKABLE, ...(keyof typeof NOT_CHECKABLE)[]],
);

/** How a loan came out: our accrual is the file's to the đồng, or another, or the file does not tell it [PF80]. */
export const CHECK_RESULTS = ['equal', 'different', 'notCheckable'] as const;

const checkCounts = {
  /** Equal and different together. */
  checked: count,
  equal: count,
  different: count,
  notCheckable: count,
  /** The accrual of the checked loans, as the file has it and as we compute it. */
  fileVnd: vnd,
  oursVnd: vnd,
};

/**
 * The bank's monthly accrual re-computed from the file alone: how many loans are equal, different, not checkable and
 * why, over all communes and by commune [PF11] [PF80]. `counts` is null for a commune that is missing from the date.
 */
export const checkInterest = operation({
  name: 'portfolio.checkInterest',
  method: 'GET',
  path: '/portfolio/interest-check',
  summary:
    'Tính lại lãi dự thu trong tháng của từng món vay và so với tệp: bao nhiêu món khớp, khác, không tính lại được.',
  input: z.object({ dataDate: date.optional(), communeId: id.optional() }),
  output: z.object({
    dataDate: date,
    dataDates: z.array(date),
    ...checkCounts,
    /** Only those that occur, the most frequent first. */
    reasons: z.array(z.object({ reason: notCheckableReason, text: z.string(), loans: count })),
    communes: z.array(
      z.object({
        communeId: id,
        communeCode: z.string(),
        communeName: z.string(),
        counts: z.object(checkCounts).nullable(),
      }),
    ),
  }),
  refusals: ['dateNotPublished'],
  permission: checkFigures,
});

/** What the check says of one loan. */
const checkedLoan = {
  result: z.enum(CHECK_RESULTS),
  fileVnd: vnd,
  /** Null where it is not checkable. */
  oursVnd: vnd.nullable(),
  reason: notCheckableReason.nullable(),
  reasonText: z.string().nullable(),
};

/** The loans of one result, or of all, by commune and contract, page by page. */
export const listInterestChecks = operation({
  name: 'portfolio.listInterestChecks',
  method: 'GET',
  path: '/portfolio/interest-check/loans',
  summary: 'Từng món vay với lãi dự thu theo tệp và theo tính lại, từng trang.',
  input: z.object({
    dataDate: date.optional(),
    communeId: id.optional(),
    result: z.enum(CHECK_RESULTS).optional(),
    /** Of those that are not checkable. */
    reason: notCheckableReason.optional(),
    /** `next` of the page before. */
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  output: z.object({
    dataDate: date,
    rows: z.array(
      loanRow
        .pick({
          communeId: true,
          contractNo: true,
          customerCode: true,
          customerName: true,
          householdId: true,
          villageCode: true,
          villageName: true,
          groupCode: true,
          programmeCode: true,
        })
        .extend(checkedLoan),
    ),
    next: z.string().nullable(),
  }),
  refusals: ['dateNotPublished', 'cursorInvalid'],
  permission: checkFigures,
});

/** A stretch of days with the balances that bore interest; `from` counts, `to` does not. */
const segment = z.object({ from: date, to: date, days: count, inTermVnd: vnd, overdueVnd: vnd });

/** How interest came about: the stretches, the rate, the dated rules, each part rounded once [PF10]. */
const derivation = z.object({
  rateBpsPerYear: count,
  segments: z.array(segment),
  /** Each part on its own, rounded half up to the đồng. */
  inTermVnd: vnd,
  overdueVnd: vnd,
  totalVnd: vnd,
  /** `overdueRatePercent` and `interestDayBasis`, as in force on the data date. */
  ruleRows: z.array(ruleRow),
});

/** What the check says of one loan, with our derivation. */
export const showInterestCheck = operation({
  name: 'portfolio.showInterestCheck',
  method: 'GET',
  path: '/portfolio/communes/{communeId}/accruals/{contractNo}',
  summary: 'Lãi dự thu trong tháng của một món vay: theo tệp, theo tính lại và cách tính.',
  input: z.object({ communeId: id, contractNo: bankCode, dataDate: date.optional() }),
  output: z.object({
    dataDate: date,
    contractNo: z.string(),
    customerName: z.string().nullable(),
    ...checkedLoan,
    derivation: derivation.nullable(),
  }),
  refusals: ['dateNotPublished', 'accrualNotChecked'],
  permission: checkFigures,
});

/** How the interest due at a loan's next session comes about [PF81]. */
export const explainNextSession = operation({
  name: 'portfolio.explainNextSession',
  method: 'GET',
  path: '/portfolio/communes/{communeId}/next-sessions/{contractNo}',
  summary: 'Cách tính lãi phải nộp ở phiên giao dịch kế tiếp của một món vay.',
  input: z.object({ communeId: id, contractNo: bankCode, dataDate: date.optional() }),
  output: z.object({
    dataDate: date,
    contractNo: z.string(),
    sessionOn: date,
    /** The day without a notice that moves it. */
    regularOn: date,
    /** Interest that stood unpaid at the data date. */
    unpaidInterestVnd: vnd,
    /** What accrues from the day after the data date to the day before the session. */
    derivation,
    interestDueVnd: vnd,
    principalDueVnd: vnd,
    /** In-term principal whose session due date has come; it moves to overdue if it is not paid. */
    toOverdueIfUnpaidVnd: vnd,
  }),
  refusals: ['loanNotFound', 'nothingForeseen'],
  permission: seeLoans,
});

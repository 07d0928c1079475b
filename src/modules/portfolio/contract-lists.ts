import { z } from 'zod';
import { count, date, fileAnswer, id, operation, vnd } from '../../kernel/contract.ts';
import { aboutList, loanFilters } from './domain/loan-filters.ts';
import { bankCode, listName, loanRow, ruleRow, tableFormat } from './domain/shapes.ts';
import { seeLoans } from './policy.ts';

export { type AboutList, FILTER_FIELDS, type FilterField, type LoanFilters } from './domain/loan-filters.ts';

/** What loans can be sorted by. The first is the default on a named list, `outstanding` elsewhere. */
export const LOAN_SORTS = [
  'weight',
  'outstanding',
  'overdue',
  'unpaidInterest',
  'keyOn',
  'dueOnSession',
  'lastTransactionOn',
  'contractNo',
] as const;

/** Which loans: a named list or any slice of the date, and filters. */
const slice = {
  list: listName.optional(),
  communeId: id.optional(),
  dataDate: date.optional(),
  /** Of the lists of what changed: the date before. Default: the newest published one before. */
  comparedDate: date.optional(),
  ...loanFilters,
  sort: z.enum(LOAN_SORTS).optional(),
  order: z.enum(['desc', 'asc']).optional(),
};

/** What the loans of a list, or of a part of it, come to. */
const sums = {
  loans: count,
  customers: count,
  /** What the list adds up, as its `amount` is called; null for loans of no list. */
  weightVnd: vnd.nullable(),
  outstandingVnd: vnd,
  overdueVnd: vnd,
  frozenVnd: vnd,
  unpaidInterestVnd: vnd,
};

/** Loans page by page, with the totals of all pages. */
export const listLoans = operation({
  name: 'portfolio.listLoans',
  method: 'GET',
  path: '/portfolio/loans',
  summary: 'Món vay của một danh sách hoặc một lát cắt, từng trang.',
  input: z.object({
    ...slice,
    /** `next` of the page before. */
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  output: z.object({
    dataDate: date,
    /** On lists of what changed: the date before. */
    comparedDate: date.nullable(),
    about: aboutList,
    rows: z.array(loanRow),
    totals: z.object(sums),
    next: z.string().nullable(),
  }),
  refusals: ['dateNotPublished', 'cursorInvalid'],
  permission: seeLoans,
});

/** What a slice can be divided by. */
export const PART_KINDS = ['village', 'association', 'group', 'programme', 'fundSource', 'customer'] as const;

/** The same loans by village, group, programme … or customer, the largest part first, page by page. */
export const listParts = operation({
  name: 'portfolio.listParts',
  method: 'GET',
  path: '/portfolio/loans/parts/{by}',
  summary: 'Một danh sách hoặc lát cắt, cộng theo thôn, hội, tổ, chương trình, nguồn vốn hoặc khách hàng.',
  input: z.object({
    ...slice,
    by: z.enum(PART_KINDS),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  output: z.object({
    dataDate: date,
    comparedDate: date.nullable(),
    about: aboutList,
    rows: z.array(
      z.object({
        /** The code; `''` for what has none, as direct loans have no group. */
        key: z.string(),
        communeId: id,
        /** Of villages and customers. */
        name: z.string().nullable(),
        householdId: id.nullable(),
        ...sums,
      }),
    ),
    totals: z.object({
      /** Parts with a code: direct loans are no group. */
      parts: count,
      ...sums,
    }),
    next: z.string().nullable(),
  }),
  refusals: ['dateNotPublished', 'cursorInvalid'],
  permission: seeLoans,
});

/** The same loans as one file, a workbook (default) or CSV, at most 50,000 rows; no text cell can become a formula [PF40]. */
export const exportList = operation({
  name: 'portfolio.exportList',
  method: 'GET',
  path: '/portfolio/loans/export',
  summary: 'Danh sách món vay thành tệp để giữ.',
  input: z.object({ ...slice, format: tableFormat }),
  output: fileAnswer,
  answer: 'file',
  refusals: ['dateNotPublished'],
  permission: seeLoans,
});

/** The parts of a list as one file, at most 50,000 of them. */
export const exportParts = operation({
  name: 'portfolio.exportParts',
  method: 'GET',
  path: '/portfolio/loans/parts/{by}/export',
  summary: 'Danh sách cộng theo thôn, hội, tổ, chương trình, nguồn vốn hoặc khách hàng thành tệp để giữ.',
  input: z.object({ ...slice, by: z.enum(PART_KINDS), format: tableFormat }),
  output: fileAnswer,
  answer: 'file',
  refusals: ['dateNotPublished'],
  permission: seeLoans,
});

/** What every list is called on a day, by the rules in force then; without a day, today. */
export const nameLists = operation({
  name: 'portfolio.nameLists',
  method: 'GET',
  path: '/portfolio/list-titles',
  summary: 'Tên các danh sách theo quy tắc có hiệu lực ở một ngày.',
  input: z.object({ dataDate: date.optional() }),
  output: z.object({ titles: z.array(z.object({ list: listName, title: z.string() })) }),
  permission: seeLoans,
});

/** Every list of a date with how many stand on it. */
export const countLists = operation({
  name: 'portfolio.countLists',
  method: 'GET',
  path: '/portfolio/lists',
  summary: 'Các danh sách của một ngày số liệu và số món trong từng danh sách.',
  input: z.object({ communeId: id.optional(), dataDate: date.optional() }),
  output: z.object({
    dataDate: date,
    lists: z.array(
      z.object({ list: listName, title: z.string(), loans: count, customers: count, amountVnd: vnd }),
    ),
  }),
  refusals: ['dateNotPublished'],
  permission: seeLoans,
});

/** Why a loan stands on a list: the rule, the dated row that decided, the loan's values. */
export const explainEntry = operation({
  name: 'portfolio.explainEntry',
  method: 'GET',
  path: '/portfolio/lists/{list}/{contractNo}',
  summary: 'Vì sao món vay nằm trong danh sách này.',
  input: z.object({
    list: listName,
    contractNo: bankCode,
    communeId: id,
    dataDate: date.optional(),
    comparedDate: date.optional(),
  }),
  output: z.object({
    list: listName,
    contractNo: z.string(),
    dataDate: date,
    ruleId: z.string(),
    /** The rule as a sentence with its numbers filled in. */
    sentence: z.string(),
    /** The rows of the catalogue that gave the numbers; empty for rules without a number. */
    ruleRows: z.array(
      ruleRow.extend({
        /** The row that would decide if the date were published now, where it is another [PF43]. */
        replacedBy: ruleRow.nullable(),
      }),
    ),
    /** The loan's own values that met the rule, in reading order. */
    values: z.array(
      z.object({
        label: z.string(),
        kind: z.enum(['vnd', 'date', 'count', 'rate', 'programme', 'phone', 'text', 'hidden']),
        /**
         * Đồng, counts and basis points as digits, days as `YYYY-MM-DD`, a programme by its code; null where the file has
         * none, and where it is `hidden` from the caller's office.
         */
        value: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['entryNotFound', 'dateNotPublished'],
  permission: seeLoans,
});

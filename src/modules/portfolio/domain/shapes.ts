import { z } from 'zod';
import { count, date, id, vnd } from '../../../kernel/contract.ts';
import { LIST_NAMES } from './list-names.ts';

/** A list's name on the wire. */
export const listName = z.enum(LIST_NAMES);

/** A code of the bank as an input: letters and digits, `''` for what has none. */
export const bankCode = z
  .string()
  .max(20)
  .regex(/^[0-9A-Za-z]*$/, { error: 'Mã chỉ gồm chữ và số.' });

/** The kind of file a table is kept in: a workbook, or CSV for other programs. */
export const tableFormat = z.enum(['xlsx', 'csv']).default('xlsx');

/** Hundredths of a percent: 159 is 1,59 %. Null where there is nothing to divide by. */
export const bps = z.int().nonnegative().nullable();

/** The figures of one commune, village, group … or office at one data date. */
export const figures = z.object({
  loans: count,
  customers: count,
  groups: count,
  programmes: count,
  villages: count,
  outstandingVnd: vnd,
  inTermVnd: vnd,
  overdueVnd: vnd,
  overdueLoans: count,
  frozenVnd: vnd,
  frozenLoans: count,
  /** (overdue + frozen) of outstanding. */
  arrearsBps: bps,
  unpaidInterestVnd: vnd,
  /** Of unpaid interest, that of students' loans that pay interest only after the data date [PF88]. */
  unpaidInterestStudentVnd: vnd,
  /** Of unpaid interest, that of students' loans of which the file does not tell when they pay [PF89]. */
  unpaidInterestStudentUnclearVnd: vnd,
  disbursedMonthVnd: vnd,
  disbursedMonthLoans: count,
  collectedMonthVnd: vnd,
  interestMonthVnd: vnd,
  toOverdueMonthVnd: vnd,
  toOverdueMonthLoans: count,
  inactiveVnd: vnd,
  inactiveLoans: count,
  savingsVnd: vnd,
});

/** How old the figures are on the day they are looked at. */
export const staleness = z.object({ ageDays: z.int(), staleAfterDays: count, isStale: z.boolean() });

/** Where figures come from: the line at the foot of every page and paper. */
export const source = z.object({
  dataDate: date,
  versionNumber: count,
  publishedAt: z.iso.datetime(),
  files: z.array(z.object({ kind: z.string(), name: z.string(), rows: count.nullable() })),
});

/** A data date that can be chosen. `missingCommunes`: communes of the office that show nothing for it. */
export const dataDate = z.object({
  dataDate: date,
  versionNumber: count,
  publishedAt: z.iso.datetime(),
  communes: count,
  missingCommunes: z.array(z.object({ communeId: id, name: z.string() })),
  canUndo: z.boolean(),
});

/** One month of a series; a month without figures has null, never zero. */
export const monthPoint = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  dataDate: date.nullable(),
  arrearsBps: bps,
  officeArrearsBps: bps,
  outstandingVnd: vnd.nullable(),
  overdueVnd: vnd.nullable(),
  frozenVnd: vnd.nullable(),
});

/** What happened in the series: the largest moves to overdue or frozen, to write beside the line. */
export const seriesEvent = z.object({
  dataDate: date,
  on: date.nullable(),
  kind: z.enum(['movedToOverdue', 'frozen']),
  contractNo: z.string(),
  customerName: z.string().nullable(),
  amountVnd: vnd,
});

/** A village in a month. */
export const heatCell = z.object({
  outstandingVnd: vnd,
  arrearsVnd: vnd,
  arrearsBps: bps,
  unpaidInterestVnd: vnd,
  inactiveLoans: count,
  inactiveVnd: vnd,
});

/** One class of overdue debt by age. */
export const ageingClass = z.object({
  list: listName,
  fromDays: count,
  toDays: count.nullable(),
  loans: count,
  amountVnd: vnd,
});

/** A coming session and what falls due at it. `reachable`: of the customers, those with a way to reach them. */
export const sessionDue = z.object({
  sessionOn: date,
  loans: count,
  amountVnd: vnd,
  customers: count,
  reachableCustomers: count,
});

/** A row of the catalogue that gave a rule its number. */
export const ruleRow = z.object({
  id: id.nullable(),
  rule: z.string(),
  value: z.string(),
  document: z.string(),
  validFrom: date.nullable(),
  confidence: z.string().nullable(),
  /** What the row is narrowed to, in words; '' where it counts for every loan. */
  narrowedTo: z.string(),
});

/** The words of a month page that dated rows decide, as they are in force on its date. */
export const monthRules = z.object({
  /** As `Không giao dịch 3 tháng`. */
  inactiveTitle: z.string(),
  /** As `Lãi tồn từ 3 tháng`. */
  unpaidInterestTitle: z.string(),
});

/** A loan as a row of a list. */
export const loanRow = z.object({
  communeId: id,
  contractNo: z.string(),
  customerCode: z.string(),
  customerName: z.string().nullable(),
  /** Null where the customer is in no household known here. */
  householdId: id.nullable(),
  /** Null also for those who may not find borrowers. */
  phone: z.string().nullable(),
  /** Since when the phone is marked wrong: only where the customer has no better one. */
  phoneWrongSince: date.nullable(),
  villageCode: z.string(),
  villageName: z.string().nullable(),
  groupCode: z.string(),
  associationCode: z.string(),
  programmeCode: z.string(),
  fundSource: z.string(),
  isClosed: z.boolean(),
  outstandingVnd: vnd,
  inTermVnd: vnd,
  overdueVnd: vnd,
  frozenVnd: vnd,
  unpaidInterestVnd: vnd,
  dueOnSession: date.nullable(),
  dueOnContract: date.nullable(),
  dueOnExtended: date.nullable(),
  overdueSince: date.nullable(),
  freezeEndsOn: date.nullable(),
  lastTransactionOn: date.nullable(),
  firstDisbursedOn: date.nullable(),
  /** On a named list: what it adds up, and the day that matters on it. */
  weightVnd: vnd.nullable(),
  /** On a list of what changed: the amount at the date before. */
  beforeVnd: vnd.nullable(),
  keyOn: date.nullable(),
});

/** A loan at one data date, with what a household file shows of it. */
export const loanAtDate = z.object({
  dataDate: date,
  isClosed: z.boolean(),
  outstandingVnd: vnd,
  inTermVnd: vnd,
  overdueVnd: vnd,
  frozenVnd: vnd,
  unpaidInterestVnd: vnd,
  disbursedMonthVnd: vnd,
  collectedMonthVnd: vnd,
  interestMonthVnd: vnd,
  /** Of the loan's whole life up to the date. */
  interestPaidVnd: vnd,
  toOverdueMonthVnd: vnd,
  toFrozenMonthVnd: vnd,
  lastTransactionOn: date.nullable(),
});

/** Everything known of a loan at the chosen date, and its life over all dates. */
export const loanDetail = loanRow.omit({ weightVnd: true, beforeVnd: true, keyOn: true }).extend({
  dataDate: date,
  purpose: z.string().nullable(),
  channel: z.string().nullable(),
  debtClass: z.string().nullable(),
  termBand: z.enum(['short', 'medium', 'long']).nullable(),
  rateBpsPerYear: count,
  sessionDay: count.nullable(),
  signedOn: date.nullable(),
  approvedVnd: vnd,
  disbursedVnd: vnd,
  principalDueVnd: vnd,
  principalPaidVnd: vnd,
  interestPaidVnd: vnd,
  unpaidInterestInTermVnd: vnd,
  unpaidInterestOverdueVnd: vnd,
  extensionCount: count,
  extensionMonths: count,
  frozenOn: date.nullable(),
  freezeReason: z.string().nullable(),
  lists: z.array(listName),
  /** What is to come at the next session [PF12]; null for closed loans. */
  nextSession: z
    .object({
      sessionOn: date,
      /** The day without a notice that moves it. */
      regularOn: date,
      interestDueVnd: vnd,
      ofWhichUnpaidVnd: vnd,
      principalDueVnd: vnd,
      movesToOverdueIfUnpaid: z.boolean(),
    })
    .nullable(),
  dates: z.array(loanAtDate),
});

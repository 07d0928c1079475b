import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import type { Row } from './cell.ts';
import {
  LOAN_AMOUNTS,
  LOAN_DATES,
  type LoanHeader,
  type LoanValues,
  type StagedValue,
} from './loan-columns.ts';
import { remembered } from './remembered.ts';
import type { Table } from './table.ts';

/** The report of loans being read. */
export type LoanTable = Table<LoanHeader>;

/** What every row of report 31 says, with a loan or without. */
export type RowKeys = {
  readonly row: number;
  readonly contractNo: string;
  readonly customerCode: string;
  readonly officeCode: string;
  readonly communeCode: string;
  readonly villageCode: string;
  /** Empty for direct loans and for savers without a group. */
  readonly groupCode: string;
  readonly associationCode: string;
};

/** The amounts of a loan that are asked for by name; all others travel in `values`. */
export type Loan = {
  readonly isClosed: boolean;
  readonly outstandingVnd: Vnd;
  readonly inTermVnd: Vnd;
  readonly overdueVnd: Vnd;
  readonly frozenVnd: Vnd;
  readonly disbursedVnd: Vnd;
  readonly principalPaidVnd: Vnd;
  readonly dueOnExtended: BusinessDate | null;
  readonly firstDisbursedOn: BusinessDate | null;
  readonly freezeEndsOn: BusinessDate | null;
  readonly extensionCount: number;
  readonly extensionMonths: number;
  readonly sessionDay: number | null;
  readonly values: LoanValues;
};

/** Excel keeps fifteen digits of a number; a longer contract that is a number has lost its last ones. */
const EXACT_DIGITS = 15;
const NO_GROUP = /^0*$/;

/** Reads the keys of a row; a contract that a spreadsheet has rounded is a problem. */
export function readKeys(table: LoanTable, { number: row }: Row): RowKeys {
  const contract = table.cell('Số khế ước');
  if (typeof contract === 'number' && String(contract).length > EXACT_DIGITS)
    table.problems.add('contractRounded', { row });
  const groupCode = table.code('Mã tổ', 7);
  return {
    row,
    contractNo: table.code('Số khế ước', 0),
    customerCode: table.code('Mã KH', 10),
    officeCode: table.code('Mã PGD', 6),
    communeCode: table.code('Mã xã', 6),
    villageCode: table.code('Mã thôn', 8),
    groupCode: NO_GROUP.test(groupCode) ? '' : groupCode,
    associationCode: table.code('Mã ĐVUT', 2),
  };
}

/** Reads a loan whole. */
export function readLoan(table: LoanTable, keys: RowKeys): Loan {
  const dates = table.datesOf(DATE_HEADERS);
  const amounts = table.vndOf(AMOUNT_HEADERS).map((amount) => amount ?? 0n);
  const dateOf = (column: (typeof LOAN_DATES)[number][0]) => dates[DATE_AT[column]] ?? null;
  const amountOf = (column: (typeof LOAN_AMOUNTS)[number][0]) => amounts[AMOUNT_AT[column]] ?? 0n;
  const isClosed = readIsClosed(table);
  const sessionDay = readSessionDay(table);
  const extensionCount = table.integer('Số lần đã gia hạn') ?? 0;
  const extensionMonths = table.integer('Số tháng đã GH') ?? 0;
  const head: StagedValue[] = [
    keys.contractNo,
    keys.row,
    keys.customerCode,
    keys.villageCode,
    keys.groupCode,
    keys.associationCode,
    required(table, 'Mã chương trình', table.code('Mã chương trình', 2)),
    readFundSource(table),
    optional(table, 'Mã nhà đầu tư'),
    optional(table, 'Mã Quyết định'),
    optional(table, 'Tên PNKT51'),
    optional(table, 'Hình thức vay'),
    optional(table, 'Phân loại'),
    isClosed,
    readTermBand(table),
    table.rateBpsPerYear('Lãi suất') ?? missing(table, 'Lãi suất'),
    sessionDay,
  ];
  return {
    isClosed,
    outstandingVnd: amountOf('outstanding_vnd'),
    inTermVnd: amountOf('in_term_vnd'),
    overdueVnd: amountOf('overdue_vnd'),
    frozenVnd: amountOf('frozen_vnd'),
    disbursedVnd: amountOf('disbursed_vnd'),
    principalPaidVnd: amountOf('principal_paid_vnd'),
    dueOnExtended: dateOf('due_on_extended'),
    firstDisbursedOn: dateOf('first_disbursed_on'),
    freezeEndsOn: dateOf('freeze_ends_on'),
    extensionCount,
    extensionMonths,
    sessionDay,
    values: head.concat(dates, extensionCount, extensionMonths, amounts),
  };
}

const DATE_HEADERS = LOAN_DATES.map(([, header]) => header);
const AMOUNT_HEADERS = LOAN_AMOUNTS.map(([, header]) => header);
const DATE_AT = indexes(LOAN_DATES);
const AMOUNT_AT = indexes(LOAN_AMOUNTS);

function indexes<Column extends string>(
  list: readonly (readonly [Column, string])[],
): Record<Column, number> {
  return Object.fromEntries(list.map(([column], i) => [column, i])) as Record<Column, number>;
}

function required(table: LoanTable, header: LoanHeader, text: string): string {
  if (text === '') table.unreadable(header, 'giá trị');
  return text;
}

function missing(table: LoanTable, header: LoanHeader): number {
  if (table.cell(header) === undefined) table.unreadable(header, 'giá trị');
  return 0;
}

function optional(table: LoanTable, header: LoanHeader): string | null {
  const text = table.text(header);
  if (text === '') return null;
  return text.includes('.') ? text.replace(/^(\d+)\.0+$/, '$1') : text;
}

function readIsClosed(table: LoanTable): boolean {
  const status = table.text('Tình trạng món vay').toUpperCase();
  if (status !== 'OPEN' && status !== 'CLOSE') table.unreadable('Tình trạng món vay', 'OPEN hoặc CLOSE');
  return status === 'CLOSE';
}

/** 1 central, 2 local; some files print TW and ĐP. */
const FUND_SOURCES: Readonly<Record<string, string>> = { '1': '1', '2': '2', TW: '1', ĐP: '2', DP: '2' };

function readFundSource(table: LoanTable): string {
  const source = FUND_SOURCES[table.text('Nguồn vốn').toUpperCase().replace(/\.0+$/, '')];
  if (source === undefined) table.unreadable('Nguồn vốn', '1 (TW) hoặc 2 (ĐP)');
  return source ?? '';
}

const TERM_BANDS: Readonly<Record<string, 'short' | 'medium' | 'long'>> = {
  'ngắn hạn': 'short',
  'trung hạn': 'medium',
  'dài hạn': 'long',
};
/** There are a few ways to write three names, and some numbers of months. */
const bandNamed = remembered((text) => TERM_BANDS[text.toLowerCase().normalize('NFC')], 1_000);
const SHORT_TERM_MONTHS = 12;
const MEDIUM_TERM_MONTHS = 60;

/** The band by its name, or by the months of the term where the file prints those [EX16]. */
function readTermBand(table: LoanTable): 'short' | 'medium' | 'long' | null {
  const text = table.text('Thời hạn vay');
  if (text === '') return null;
  const band = bandNamed(text);
  if (band) return band;
  const months = table.integer('Thời hạn vay');
  if (months === null) return null;
  if (months <= SHORT_TERM_MONTHS) return 'short';
  return months <= MEDIUM_TERM_MONTHS ? 'medium' : 'long';
}

function readSessionDay(table: LoanTable): number | null {
  const fixedDay = table.integer('Ngày GDXA');
  if (fixedDay !== null && (fixedDay < 1 || fixedDay > 31)) table.unreadable('Ngày GDXA', 'ngày từ 1 đến 31');
  return fixedDay;
}

import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { exportList as operation } from './contract.ts';
import { loanPage } from './db/loan-rows.ts';
import type { LoanSlice } from './db/loan-slice.ts';
import { type CsvCell, toCsv } from './domain/csv.ts';
import { isChangeList, LISTS } from './domain/list-names.ts';
import { comparedOf, namedRows, sliceOf } from './list-loans.ts';
import { mayFindBorrowers } from './may-find-borrowers.ts';
import { toWorkbook } from './write-workbook.ts';

type Input = InputOf<typeof operation>;
type Row = Awaited<ReturnType<typeof namedRows<Awaited<ReturnType<typeof loanPage>>[number]>>>[number];

/** No file holds more: an office has 30,000 loans. */
const MOST_ROWS = 50_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list or slice as a file: what was asked for, its data date and source above the rows. */
export async function exportList(
  input: Input,
  context: HandlerContext,
): Promise<Outcome<FileAnswer, 'dateNotPublished' | 'notAllowed'>> {
  const slice = await sliceOf(input, context);
  if (isRefusal(slice)) return slice;
  const sort = input.sort ?? (input.list === undefined ? 'outstanding' : 'weight');
  const found = await loanPage(context.tx, slice, { sort, order: input.order ?? 'desc', limit: MOST_ROWS });
  const rows = await namedRows(context, found);
  const title = input.list === undefined ? 'Món vay' : LISTS[input.list].title;
  const columns = columnsOf(input.list).filter(
    ([header]) => header !== PHONE || mayFindBorrowers(context.caller),
  );
  const table: CsvCell[][] = [
    [title],
    [`Số liệu ngày ${formatDate(slice.dataDate)}${comparedText(slice)}, theo tệp của NHCSXH`],
    [filtersText(input)],
    columns.map(([header]) => header),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  const name = `${input.list ?? 'mon-vay'}-${slice.dataDate}`;
  return input.format === 'xlsx'
    ? { name: `${name}.xlsx`, mediaType: XLSX, content: toWorkbook(table) }
    : { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: toCsv(table) };
}

const dateCell = (date: Parameters<typeof formatDate>[0] | null): CsvCell =>
  date === null ? null : formatDate(date);

/** A column of the file: its heading and how a row fills it. */
type FileColumn = readonly [string, (row: Row) => CsvCell];

/** The columns of every loan; those of a list end with what the list adds up. */
function columnsOf(list: Input['list']): readonly FileColumn[] {
  if (list === undefined) return COLUMNS;
  const before: FileColumn = ['Ngày trước', (row) => row.beforeVnd];
  const weight: FileColumn = [`Trong danh sách: ${LISTS[list].amount}`, (row) => row.weightVnd];
  return isChangeList(list) ? [...COLUMNS, before, weight] : [...COLUMNS, weight];
}

function comparedText(slice: LoanSlice): string {
  const comparedDate = comparedOf(slice);
  return comparedDate === null ? '' : `, so với ngày ${formatDate(comparedDate)}`;
}

const PHONE = 'Điện thoại';

/** The columns of the file, in order. */
const COLUMNS: readonly FileColumn[] = [
  ['Số khế ước', (row) => row.contractNo],
  ['Mã khách hàng', (row) => row.customerCode],
  ['Khách hàng', (row) => row.customerName],
  [PHONE, (row) => row.phone],
  ['Thôn', (row) => row.villageName ?? row.villageCode],
  ['Mã tổ', (row) => row.groupCode],
  ['ĐVUT', (row) => row.associationCode],
  ['Chương trình', (row) => row.programmeCode],
  ['Dư nợ', (row) => row.outstandingVnd],
  ['Trong hạn', (row) => row.inTermVnd],
  ['Quá hạn', (row) => row.overdueVnd],
  ['Khoanh', (row) => row.frozenVnd],
  ['Lãi tồn', (row) => row.unpaidInterestVnd],
  ['Đến hạn theo phiên', (row) => dateCell(row.dueOnSession)],
  ['Chuyển quá hạn từ', (row) => dateCell(row.overdueSince)],
  ['Hết hạn khoanh', (row) => dateCell(row.freezeEndsOn)],
  ['Giao dịch gần nhất', (row) => dateCell(row.lastTransactionOn)],
];

const FILTERS = [
  ['villageCode', 'thôn'],
  ['groupCode', 'tổ'],
  ['associationCode', 'ĐVUT'],
  ['programmeCode', 'chương trình'],
  ['fundSource', 'nguồn vốn'],
  ['customerCode', 'khách hàng'],
  ['status', 'tình trạng'],
  ['reach', 'liên lạc'],
  ['keyFrom', 'từ ngày'],
  ['keyTo', 'đến ngày'],
  ['text', 'tìm'],
] as const satisfies readonly (readonly [keyof Input, string])[];

/** What was filtered by, as a line: a paper without it cannot be checked. */
function filtersText(input: Input): string {
  const set = FILTERS.flatMap(([field, label]) =>
    input[field] === undefined ? [] : [`${label} ${input[field]}`],
  );
  return set.length === 0 ? 'Không lọc' : `Lọc: ${set.join(', ')}`;
}

import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { tableFile } from '../../platform/table-files/table-file.ts';
import type { TableColumn } from '../../platform/table-files/table-sheet.ts';
import type { exportList as operation } from './contract.ts';
import { fundSourceNames, leaderNames, programmeNames } from './db/code-names.ts';
import { loanSlices, loanTotals, type PlacedLoanRow } from './db/loan-rows.ts';
import type { LoanSlice } from './db/loan-slice.ts';
import { communePlaces } from './db/places.ts';
import { associationName, describeSlice } from './describe-slice.ts';
import { headLines, LOAN_SOURCE, loanSums, MOST_FILE_ROWS, shortfall } from './domain/file-head.ts';
import { isChangeList, LISTS } from './domain/list-names.ts';
import { comparedOf, namedRows, sliceOf } from './list-loans.ts';
import { mayFindBorrowers } from './may-find-borrowers.ts';

type Input = InputOf<typeof operation>;
type Row = NamedRow & InWords;
type NamedRow = Awaited<ReturnType<typeof namedRows<PlacedLoanRow>>>[number];
/** What the file says in words beside the codes of a row. */
type InWords = {
  readonly communeName: string | null;
  readonly leaderName: string | null;
  readonly associationName: string;
  readonly programmeName: string | null;
  readonly fundSourceName: string;
};

/** A list or slice as a file: what was asked for, its place, data date, sums and source above the rows [PF40] [PF75]. */
export async function exportList(
  { format, ...input }: Input,
  context: HandlerContext,
): Promise<Outcome<FileAnswer, 'dateNotPublished' | 'notAllowed'>> {
  const { tx } = context;
  const slice = await sliceOf(input, context);
  if (isRefusal(slice)) return slice;
  const sort = input.sort ?? (input.list === undefined ? 'outstanding' : 'weight');
  const about = await describeSlice(context, slice);
  const totals = await loanTotals(tx, slice);
  const head = headLines({
    ...about,
    filters: about.filters.map(({ words }) => words),
    dataDate: slice.dataDate,
    comparedDate: comparedOf(slice),
    sums: loanSums(input.list, totals) + shortfall(totals.loans),
    source: LOAN_SOURCE,
  });
  const columns = columnsOf(input.list).filter(
    ({ heading }) => heading !== PHONE || mayFindBorrowers(context.caller),
  );
  const range = { sort, order: input.order ?? 'desc', limit: MOST_FILE_ROWS } as const;
  const rows = rowsInWords(context, slice, loanSlices(tx, slice, range));
  return tableFile(tx, { name: `${about.title} ${slice.dataDate}`, head, columns, rows }, format);
}

/** Puts the names of customers, places, groups, programmes and fund sources beside the codes of the rows, some at a time. */
async function* rowsInWords(
  context: HandlerContext,
  slice: LoanSlice,
  slices: AsyncIterable<readonly PlacedLoanRow[]>,
): AsyncGenerator<readonly Row[]> {
  const { tx } = context;
  const { communeIds, dataDate } = slice;
  const communes = await communePlaces(tx, { communeIds, on: dataDate });
  const communeNames = new Map(communes.map((place) => [place.communeId, place.communeName]));
  const programmes = await programmeNames(tx, dataDate);
  const fundSources = await fundSourceNames(tx);
  for await (const loans of slices) {
    const rows = await namedRows(context, loans);
    const leaders = await leaderNames(tx, { communeIds, codes: rows.map(({ groupCode }) => groupCode) });
    yield rows.map((row) => ({
      ...row,
      communeName: communeNames.get(row.communeId) ?? null,
      leaderName: leaders.get(row.groupCode) ?? null,
      associationName: associationName(row.associationCode) ?? row.associationCode,
      programmeName: programmes.get(row.programmeCode) ?? null,
      fundSourceName: fundSources.get(row.fundSource) ?? row.fundSource,
    }));
  }
}

/** The days and amounts of lists that a column of every loan tells already: twice, they would look like two things. */
const TOLD: ReadonlySet<string> = new Set([
  ...['Dư nợ', 'Quá hạn', 'Khoanh', 'Lãi tồn'],
  ...['Phiên giao dịch', 'Ngày quá hạn', 'Ngày hết hạn khoanh', 'Ngày quá hạn, hết hạn khoanh'],
  'Giao dịch gần nhất',
]);

/** The columns of every loan; those of a list end with what of it they do not tell yet. */
function columnsOf(list: Input['list']): readonly TableColumn<Row>[] {
  if (list === undefined) return COLUMNS;
  const { amount, day } = LISTS[list];
  const [inUnit, beforeHeading] =
    list === 'customers_changed' ? [count, 'Hộ ngày trước'] : [money, 'Số ngày trước'];
  const keyOn: TableColumn<Row>[] =
    day === null || TOLD.has(day)
      ? []
      : [{ heading: day, kind: 'date', width: 13, cell: (row) => row.keyOn }];
  const before = isChangeList(list) ? [inUnit(beforeHeading, (row) => row.beforeVnd)] : [];
  const weight = TOLD.has(amount) ? [] : [inUnit(`Trong danh sách: ${amount}`, (row) => row.weightVnd)];
  return [...COLUMNS, ...keyOn, ...before, ...weight];
}

/** A column of amounts says their unit, because a file is read without the page. */
const money = (heading: string, cell: (row: Row) => bigint | null): TableColumn<Row> => ({
  ...{ heading: `${heading} (đồng)`, kind: 'number', width: 17 },
  cell,
});

const count = (heading: string, cell: (row: Row) => bigint | null): TableColumn<Row> => ({
  ...{ heading, kind: 'number', width: 12 },
  cell,
});

const PHONE = 'Điện thoại';

/** The number to call, and said where it is marked wrong. */
function phoneOf({ phone, phoneWrongSince }: Row): string | null {
  return phoneWrongSince === null ? phone : `${phone} (sai số từ ${formatDate(phoneWrongSince)})`;
}

/** The columns of the file, in order. */
const COLUMNS: readonly TableColumn<Row>[] = [
  { heading: 'Số khế ước', kind: 'text', width: 19, cell: (row) => row.contractNo },
  { heading: 'Mã khách hàng', kind: 'text', width: 13, cell: (row) => row.customerCode },
  { heading: 'Khách hàng', kind: 'text', width: 26, cell: (row) => row.customerName },
  { heading: PHONE, kind: 'text', width: 13, cell: phoneOf },
  { heading: 'Xã', kind: 'text', width: 18, cell: (row) => row.communeName },
  { heading: 'Thôn', kind: 'text', width: 22, cell: (row) => row.villageName ?? row.villageCode },
  { heading: 'Mã tổ', kind: 'text', width: 10, cell: (row) => row.groupCode },
  { heading: 'Tổ trưởng', kind: 'text', width: 24, cell: (row) => row.leaderName },
  { heading: 'Hội', kind: 'text', width: 22, cell: (row) => row.associationName },
  { heading: 'Mã chương trình', kind: 'text', width: 8, cell: (row) => row.programmeCode },
  { heading: 'Chương trình', kind: 'text', width: 30, cell: (row) => row.programmeName },
  { heading: 'Nguồn vốn', kind: 'text', width: 16, cell: (row) => row.fundSourceName },
  money('Dư nợ', (row) => row.outstandingVnd),
  money('Trong hạn', (row) => row.inTermVnd),
  money('Quá hạn', (row) => row.overdueVnd),
  money('Khoanh', (row) => row.frozenVnd),
  money('Lãi tồn', (row) => row.unpaidInterestVnd),
  { heading: 'Đến hạn theo phiên', kind: 'date', width: 12, cell: (row) => row.dueOnSession },
  { heading: 'Chuyển quá hạn từ', kind: 'date', width: 12, cell: (row) => row.overdueSince },
  { heading: 'Hết hạn khoanh', kind: 'date', width: 12, cell: (row) => row.freezeEndsOn },
  { heading: 'Giao dịch gần nhất', kind: 'date', width: 12, cell: (row) => row.lastTransactionOn },
];

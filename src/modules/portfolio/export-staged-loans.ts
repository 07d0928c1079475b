import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { formatInteger, formatVnd } from '../../kernel/money.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { tableFile } from '../../platform/table-files/table-file.ts';
import type { TableColumn } from '../../platform/table-files/table-sheet.ts';
import type { exportStagedLoans as operation } from './contract.ts';
import { programmeNames } from './db/code-names.ts';
import { stagedSlices, stagedTotals } from './db/staged-rows.ts';
import { headLines, MOST_FILE_ROWS, shortfall } from './domain/file-head.ts';
import { placeWords } from './domain/place-words.ts';
import { rateText } from './domain/preview-notes.ts';
import { STAGED_LISTS } from './domain/staged-lists.ts';
import { namedStagedRows, type OpenStagedList, openStagedList } from './list-staged-loans.ts';

type Input = InputOf<typeof operation>;
type Row = Awaited<ReturnType<typeof namedStagedRows>>[number] & { readonly programmeName: string | null };

/** The rows of a batch behind a number of its preview, as a file [PF40] [PF69]. */
export async function exportStagedLoans(
  { format, ...asked }: Input,
  context: HandlerContext,
): Promise<Outcome<FileAnswer, 'notFound'>> {
  const { tx } = context;
  const opened = await openStagedList(asked, context);
  if (isRefusal(opened)) return opened;
  const { slice } = opened;
  const programmes = await programmeNames(tx, slice.dataDate);
  const nameOf = (code: string | null) => (code === null ? null : (programmes.get(code) ?? null));
  const { title, amount } = STAGED_LISTS[slice.list];
  const totals = await stagedTotals(tx, slice);
  const noun = slice.list === 'savings' ? 'sổ' : 'món';
  const head = headLines({
    title: `${title} (đợt nhập)`,
    place: placeOf(opened),
    filters: filtersOf(asked, nameOf),
    dataDate: slice.dataDate,
    comparedDate: slice.comparedDate,
    sums:
      `${formatInteger(totals.loans)} ${noun} của ${formatInteger(totals.customers)} khách hàng, ` +
      `${amount.toLocaleLowerCase('vi')} ${formatVnd(totals.amountVnd)}${shortfall(totals.loans)}`,
    source: 'tệp của đợt nhập, chưa chắc đã ghi vào sổ',
  });
  const rows = rowsInWords(tx, opened, nameOf);
  return tableFile(
    tx,
    { name: `${title} ${slice.dataDate}`, head, columns: columnsOf(opened), rows },
    format,
  );
}

async function* rowsInWords(
  tx: Tx,
  opened: OpenStagedList,
  nameOf: (programmeCode: string | null) => string | null,
): AsyncGenerator<readonly Row[]> {
  for await (const found of stagedSlices(tx, opened.slice, { limit: MOST_FILE_ROWS })) {
    const named = await namedStagedRows(tx, opened, found);
    yield named.map((row) => ({ ...row, programmeName: nameOf(row.programmeCode) }));
  }
}

function filtersOf(
  { programmeCode, rateBpsPerYear }: Pick<Input, 'programmeCode' | 'rateBpsPerYear'>,
  nameOf: (programmeCode: string | null) => string | null,
): string[] {
  return [
    ...(programmeCode === undefined ? [] : [`${nameOf(programmeCode) ?? 'Chương trình'} (${programmeCode})`]),
    ...(rateBpsPerYear === undefined ? [] : [`lãi suất ${rateText(rateBpsPerYear)}`]),
  ];
}

function placeOf({ areas, batch, slice }: OpenStagedList): string {
  const places = areas.filter(({ communeId }) => slice.communeIds.includes(communeId));
  return placeWords(
    places.map(({ kind, name, communeCode }) => ({
      kind,
      communeName: name ?? `Xã ${communeCode}`,
      officeName: batch.officeName,
    })),
    [],
  );
}

/** What the list adds up, where the balance of the date is not it. */
function amountOf(list: keyof typeof STAGED_LISTS): readonly TableColumn<Row>[] {
  const { amount } = STAGED_LISTS[list];
  if (amount === 'Dư nợ' || amount === 'Số dư') return [];
  const heading = `Trong danh sách: ${amount} (đồng)`;
  return [{ heading, kind: 'number', width: 17, cell: (row) => row.amountVnd }];
}

function columnsOf({ slice }: OpenStagedList): readonly TableColumn<Row>[] {
  const { list, dataDate, comparedDate } = slice;
  const before: TableColumn<Row>[] =
    comparedDate === null || list === 'savings'
      ? []
      : [
          {
            heading: `Dư nợ ${formatDate(comparedDate)} (đồng)`,
            kind: 'number',
            width: 17,
            cell: (row) => row.beforeVnd,
          },
        ];
  return [
    {
      heading: list === 'savings' ? 'Sổ' : 'Số khế ước',
      kind: 'text',
      width: 19,
      cell: (row) => row.contractNo,
    },
    { heading: 'Mã khách hàng', kind: 'text', width: 13, cell: (row) => row.customerCode },
    { heading: 'Khách hàng', kind: 'text', width: 26, cell: (row) => row.customerName },
    { heading: 'Xã', kind: 'text', width: 18, cell: (row) => row.communeName },
    { heading: 'Mã thôn', kind: 'text', width: 10, cell: (row) => row.villageCode },
    { heading: 'Mã tổ', kind: 'text', width: 10, cell: (row) => row.groupCode },
    {
      heading: 'Chương trình',
      kind: 'text',
      width: 30,
      cell: (row) => row.programmeName ?? row.programmeCode,
    },
    { heading: 'Dòng trong tệp', kind: 'number', width: 10, cell: (row) => row.rowNumber },
    ...before,
    {
      heading: `${list === 'savings' ? 'Số dư' : 'Dư nợ'} ${formatDate(dataDate)} (đồng)`,
      kind: 'number',
      width: 17,
      cell: (row) => row.afterVnd,
    },
    ...amountOf(list),
  ];
}

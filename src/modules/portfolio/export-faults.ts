import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { formatInteger } from '../../kernel/money.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { tableFile } from '../../platform/table-files/table-file.ts';
import type { TableColumn } from '../../platform/table-files/table-sheet.ts';
import { allFaults, FAULTS, type FaultLine, faultTitles } from '../extracts/index.ts';
import { compareWithHeadOffice } from './compare-with-head-office.ts';
import type { exportFaults as operation } from './contract.ts';
import { differenceText, MEASURE_WORDS } from './domain/measure-words.ts';
import type { ComparedCell } from './domain/reconciliation.ts';
import { missingCommunes } from './missing-communes.ts';
import { openBatch } from './open-batch.ts';

/**
 * All faults of a batch as a file: D1 to D14 as they were read, and at its place D13, which no file shows by itself: the
 * cells of head office that differ from the sums of the batch [PF15] [PF40].
 */
export async function exportFaults(
  { batchId, format }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<FileAnswer, 'notFound'>> {
  const { tx } = context;
  const found = await allFaults(tx, batchId);
  if (isRefusal(found)) return found;
  const { dataDate } = found;
  const rows = inOrder([...found.rows, ...(await differences(batchId, context))]);
  const head = [
    'Lỗi trong tệp và cách xử lý',
    dataDate === null ? 'Chưa rõ ngày số liệu' : `Số liệu ngày ${formatDate(dataDate)}`,
    `${formatInteger(rows.length)} dòng`,
    'Nguồn: tệp của đợt nhập',
  ];
  const name = `Lỗi trong tệp ${dataDate ?? 'chưa rõ ngày'}`;
  return tableFile(tx, { name, head, columns: COLUMNS, rows }, format);
}

/** Head office's cells that differ; none where the batch has no date to be compared at. */
async function differences(batchId: Id, context: HandlerContext): Promise<FaultLine[]> {
  const opened = await openBatch(batchId, context);
  if (isRefusal(opened)) return [];
  const missing = await missingCommunes(context.tx, opened);
  const { differences } = await compareWithHeadOffice(context.tx, opened, missing);
  return differences.map(differenceLine);
}

function differenceLine({ file, key, name, measure, ours, theirs, difference }: ComparedCell): FaultLine {
  return {
    code: 'D13',
    ...faultTitles('D13', 'difference'),
    file,
    sheet: '',
    row: null,
    column: MEASURE_WORDS[measure] ?? measure,
    contractNo: null,
    customerCode: null,
    found:
      `${name ?? 'Mã'} (${key}): Hội sở ${formatInteger(theirs)}, cộng từ mẫu 31 ${formatInteger(ours)}, ` +
      `chênh ${differenceText(measure, difference)}`,
    done: FAULTS.D13.kinds.difference.done,
  };
}

/** By code, those of one code in the order they were found. */
function inOrder(rows: readonly FaultLine[]): FaultLine[] {
  const place = (row: FaultLine) => Number(row.code.slice(1));
  return [...rows].sort((a, b) => place(a) - place(b));
}

const COLUMNS: readonly TableColumn<FaultLine>[] = [
  { heading: 'Mã lỗi', kind: 'text', width: 7, cell: (row) => row.code },
  { heading: 'Lỗi', kind: 'text', width: 32, cell: (row) => row.title },
  { heading: 'Loại', kind: 'text', width: 36, cell: (row) => row.kindTitle },
  { heading: 'Tệp', kind: 'text', width: 34, cell: (row) => row.file },
  { heading: 'Trang', kind: 'text', width: 12, cell: (row) => row.sheet },
  { heading: 'Dòng', kind: 'number', width: 8, cell: (row) => row.row },
  { heading: 'Cột', kind: 'text', width: 22, cell: (row) => row.column },
  { heading: 'Khế ước', kind: 'text', width: 19, cell: (row) => row.contractNo },
  { heading: 'Mã khách hàng', kind: 'text', width: 13, cell: (row) => row.customerCode },
  { heading: 'Tìm thấy', kind: 'text', width: 50, cell: (row) => row.found },
  { heading: 'Đã làm', kind: 'text', width: 40, cell: (row) => row.done },
];

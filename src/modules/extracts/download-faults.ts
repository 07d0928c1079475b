import { stringify } from 'csv-stringify/sync';
import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { downloadFaults as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { selectAllFaults } from './db/faults.ts';
import { FAULTS, faultKind } from './domain/faults.ts';

const COLUMNS = [
  ...[
    'Mã lỗi',
    'Lỗi',
    'Loại',
    'Tệp',
    'Trang',
    'Dòng',
    'Cột',
    'Khế ước',
    'Mã khách hàng',
    'Tìm thấy',
    'Đã làm',
  ],
];
/** More than an office can have; what is beyond stays on the screen. */
const MOST_ROWS = 200_000;

/** All faults as CSV that a spreadsheet opens as UTF-8, with no cell that it would take for a formula. */
export async function downloadFaults(
  { batchId }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<FileAnswer, 'notFound'>> {
  const batch = await selectBatch(tx, batchId);
  if (!batch) return refuse('notFound');
  const rows = await selectAllFaults(tx, batch, MOST_ROWS);
  const content = stringify(
    rows.map((row) => [
      ...[
        row.code,
        FAULTS[row.code].title,
        faultKind(row.code, row.kind).title,
        row.file,
        row.sheet,
        row.row,
      ],
      ...[row.column, row.contractNo, row.customerCode, row.found, row.done],
    ]),
    { header: true, columns: COLUMNS, bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
  const date = batch.dataDate ?? 'chua-ro-ngay';
  return { name: `loi-trong-tep-${date}.csv`, mediaType: 'text/csv; charset=utf-8', content };
}

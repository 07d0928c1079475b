import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formatDate } from '../../kernel/dates.ts';
import { formatInteger, formatVnd } from '../../kernel/money.ts';
import { isRefusal, type RefusalTexts } from '../../kernel/refusal.ts';
import { EXTRACTS_REFUSALS } from '../../modules/extracts/index.ts';
import { PORTFOLIO_REFUSALS } from '../../modules/portfolio/index.ts';
import { type FileToImport, importFiles, publishBatch, type ReadBatch } from '../../server/import-files.ts';
import { type Command, type CommandAnswer, UsageProblem } from '../command.ts';

const REFUSALS = {
  ...PORTFOLIO_REFUSALS,
  ...EXTRACTS_REFUSALS,
  officeUnclear: {
    status: 400,
    text: 'Các tệp này không cho biết thuộc phòng giao dịch nào. Nhập cùng mẫu 31 của phòng đó trong một lệnh.',
  },
  officeBroughtIn: {
    status: 409,
    text: 'Phòng giao dịch {office} vừa được một lần nhập khác đưa vào sổ. Chạy lại lệnh này.',
  },
} as const satisfies RefusalTexts;

/** `import FILE…`: reads the bank's files and says what is in them; with `--commit` it publishes them. */
export const importCommand: Command = {
  name: 'import',
  usage: 'TỆP… [--commit]',
  summary: 'Đọc các tệp cuối tháng của ngân hàng; thêm --commit để ghi vào sổ.',
  options: [{ name: 'commit', summary: 'ghi vào sổ nếu không có lỗi chặn' }],
  words: {
    atLeast: 1,
    atMost: 40,
    missing: 'Chưa có tệp nào để đọc: ghi đường dẫn của ít nhất một tệp .xlsx của ngân hàng sau tên lệnh.',
  },
  refusals: REFUSALS,
  run: async ({ words, option, open }) => {
    const files = words.map(readFile);
    const { platform, caller } = await open();
    const read = await importFiles(platform, { caller, files });
    if (isRefusal(read)) return read;
    if (option('commit') === undefined || read.batch.state !== 'ready') return answerOf(read, null);
    const published = await publishBatch(platform, read);
    return isRefusal(published) ? published : answerOf(read, published.versionNumber);
  },
};

/** @throws UsageProblem when the file cannot be read */
function readFile(path: string): FileToImport {
  try {
    return { name: basename(path), content: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR')
      throw new UsageProblem(`“${path}” là thư mục, không phải tệp: ghi từng tệp trong thư mục đó.`);
    throw new UsageProblem(`Không đọc được tệp “${path}”: kiểm tra đường dẫn và quyền đọc.`);
  }
}

/** What was read and, when it was published, as which version. A batch that cannot be published is a bad answer. */
function answerOf({ batch }: ReadBatch, version: number | null): CommandAnswer {
  const { batchId, state, dataDate, files, faults, blocking, questions, summary } = batch;
  const json = {
    batch: batchId,
    state: version === null ? state : 'published',
    version,
    date: dataDate,
    files: files.map(({ name, kind, rows, dataDate: date }) => ({ name, kind, rows, date })),
    faults: Object.fromEntries(faults.map(({ code, count }) => [code, count])),
    blocking: blocking.map(({ code, text }) => ({ code, text })),
    questions: questions.length,
    loans: summary?.rows.loans ?? null,
    customers: summary?.customers ?? null,
    outstanding: summary ? Number(summary.outstandingVnd) : null,
    savings: summary ? Number(summary.savings.balanceVnd) : null,
  };
  return { json, text: textOf(batch, version), isBad: state !== 'ready' };
}

function textOf(
  { files, faults, blocking, questions, summary, dataDate }: ReadBatch['batch'],
  version: number | null,
): string {
  const found = faults.filter(({ count }) => count > 0);
  return [
    ...files.map(fileLine),
    ...found.map(({ code, title, count, done }) => `${code} ${title}: ${formatInteger(count)}. ${done}`),
    ...futureLines(faults, dataDate),
    ...(summary
      ? [
          `${formatInteger(summary.rows.loans)} món còn dư nợ, ${formatInteger(summary.customers)} khách hàng, dư nợ ${formatVnd(summary.outstandingVnd)}`,
        ]
      : []),
    ...blocking.map(({ text }) => `Lỗi chặn: ${text}`),
    ...(questions.length > 0
      ? [`${questions.length} câu hỏi về cột ngày: trả lời trên trang Nhập số liệu.`]
      : []),
    lastLine(version, { dataDate, isReady: blocking.length === 0 && questions.length === 0 }),
  ].join('\n');
}

/** A file that is set aside or repeated has no rows to tell of: what became of it is said instead. */
export function fileLine({
  name,
  kindTitle,
  rows,
  state,
  duplicateOf,
}: Pick<
  ReadBatch['batch']['files'][number],
  'name' | 'kindTitle' | 'rows' | 'state' | 'duplicateOf'
>): string {
  if (state === 'duplicate') return `${name}: trùng với ${duplicateOf ?? 'một tệp khác của đợt này'}, bỏ qua`;
  const kind = `${name}: ${kindTitle ?? 'chưa nhận ra'}`;
  if (state === 'set_aside') return `${kind}, để riêng, chưa dùng số liệu`;
  return `${kind}, ${formatInteger(rows ?? 0)} dòng`;
}

function futureLines(
  faults: ReadBatch['batch']['faults'],
  dataDate: ReadBatch['batch']['dataDate'],
): string[] {
  const kinds = faults.flatMap((fault) => fault.kinds);
  const isFuture = kinds.some(({ kind, count }) => kind === 'futureDate' && count > 0);
  if (!isFuture || dataDate === null) return [];
  return [`Xem lại: ngày số liệu ${formatDate(dataDate)} sau hôm nay.`];
}

function lastLine(
  version: number | null,
  { dataDate, isReady }: { dataDate: ReadBatch['batch']['dataDate']; isReady: boolean },
): string {
  const day = dataDate === null ? 'chưa rõ ngày' : formatDate(dataDate);
  if (version !== null) return `Đã ghi vào sổ số liệu ngày ${day}, lần ghi ${version}.`;
  return isReady ? `Chưa ghi gì vào sổ. Thêm --commit để ghi số liệu ngày ${day}.` : 'Chưa ghi gì vào sổ.';
}

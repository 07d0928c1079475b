import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isRefusal, type RefusalTexts } from '../../kernel/refusal.ts';
import { EXTRACTS_REFUSALS } from '../../modules/extracts/index.ts';
import { PORTFOLIO_REFUSALS } from '../../modules/portfolio/index.ts';
import { type FileToImport, importFiles, previewBatch, publishBatch } from '../../server/import-files.ts';
import { type Command, type CommandContext, UsageProblem } from '../command.ts';
import { importAnswer } from './import-answer.ts';

const REFUSALS = {
  ...PORTFOLIO_REFUSALS,
  ...EXTRACTS_REFUSALS,
  officeUnclear: {
    status: 400,
    text: 'Các tệp này không cho biết thuộc phòng giao dịch nào. Nhập cùng mẫu 31 của phòng đó trong một lệnh.',
  },
  previewStale: {
    status: 409,
    text: 'Sổ đã thay đổi từ khi xem trước, nên số so sánh của ngày {date} không còn đúng. Chạy lại lệnh không có --commit, xem lại rồi ghi.',
  },
  officeBroughtIn: {
    status: 409,
    text: 'Phòng giao dịch {office} vừa được một lần nhập khác đưa vào sổ. Chạy lại lệnh này.',
  },
} as const satisfies RefusalTexts;

/**
 * `import FILE…`: reads the bank's files and says what is in them, what differs and what would be replaced; with
 * `--commit` it publishes them, as they were previewed and never over a book that has changed since [PF87].
 */
export const importCommand: Command = {
  name: 'import',
  usage: 'TỆP… [--commit [--basis DẤU]]',
  summary: 'Đọc các tệp cuối tháng của ngân hàng; thêm --commit để ghi vào sổ.',
  options: [
    { name: 'commit', summary: 'ghi vào sổ nếu không có lỗi chặn' },
    {
      name: 'basis',
      value: 'DẤU',
      summary: 'dấu của lần xem trước: không ghi nếu sổ đã thay đổi từ lúc ấy',
    },
  ],
  words: {
    atLeast: 1,
    atMost: 40,
    missing: 'Chưa có tệp nào để đọc: ghi đường dẫn của ít nhất một tệp .xlsx của ngân hàng sau tên lệnh.',
  },
  // The first office comes in by an import, so that it may begin a database; but not in a folder that is not there.
  makesDatabase: 'inMadeFolder',
  refusals: REFUSALS,
  run: async (context) => {
    const basis = basisOf(context);
    const files = context.words.map(readFile);
    const { platform, caller } = await context.open();
    const read = await importFiles(platform, { caller, files });
    if (isRefusal(read)) return read;
    const { batch } = read;
    if (batch.state !== 'ready') return importAnswer({ batch, preview: null, version: null });
    const preview = await previewBatch(platform, read);
    if (isRefusal(preview)) return preview;
    if (context.option('commit') === undefined) return importAnswer({ batch, preview, version: null });
    const published = await publishBatch(platform, read, basis ?? preview.basis);
    return isRefusal(published)
      ? published
      : importAnswer({ batch, preview, version: published.versionNumber });
  },
};

/** @throws UsageProblem for a mark that no preview has given, or one that nothing is asked with */
function basisOf({ option }: CommandContext): string | undefined {
  const basis = option('basis');
  if (basis === undefined) return undefined;
  if (option('commit') === undefined) throw new UsageProblem('--basis chỉ dùng cùng --commit.');
  if (!/^[0-9a-f]{64}$/.test(basis))
    throw new UsageProblem('--basis cần dấu 64 ký tự mà lệnh import đã in khi xem trước.');
  return basis;
}

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

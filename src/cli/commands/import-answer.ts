import { formatDate } from '../../kernel/dates.ts';
import { exactNumber, formatInteger, formatVnd } from '../../kernel/money.ts';
import { differenceText, MEASURE_WORDS, previewNotes } from '../../modules/portfolio/index.ts';
import type { BatchPreview, ReadBatch } from '../../server/import-files.ts';
import type { CommandAnswer } from '../command.ts';

type Batch = ReadBatch['batch'];

/** What an import came to: read, previewed where nothing blocks it, published where that was asked for. */
export type Imported = {
  readonly batch: Batch;
  /** Null where the batch cannot be previewed: something blocks it, or is still to be answered. */
  readonly preview: BatchPreview | null;
  /** The number it was published as; null where it was not. */
  readonly version: number | null;
};

/** What was read and, when it was published, as which version. A batch that cannot be published is a bad answer. */
export function importAnswer(imported: Imported): CommandAnswer {
  const { batch, preview, version } = imported;
  const { batchId, state, dataDate, files, faults, blocking, questions, summary } = batch;
  const json = {
    batch: batchId,
    state: version === null ? state : 'published',
    version,
    date: dataDate,
    files: files.map(({ name, kind, rows, dataDate: date, notes }) => ({ name, kind, rows, date, notes })),
    faults: {
      ...Object.fromEntries(faults.map(({ code, count }) => [code, count])),
      ...(faults.length === 0 ? {} : { D13: compared(preview)?.differences.length ?? null }),
    },
    blocking: blocking.map(({ code, text }) => ({ code, text })),
    questions: questions.length,
    loans: summary?.rows.loans ?? null,
    customers: summary?.customers ?? null,
    outstanding: summary ? exactNumber(summary.outstandingVnd) : null,
    savings: summary ? exactNumber(summary.savings.balanceVnd) : null,
    ...previewJson(preview),
  };
  return { json, text: textOf(imported), isBad: state !== 'ready' };
}

/** Head office's figures beside ours; undefined where nothing was compared, which is not zero differences [D13]. */
function compared(preview: BatchPreview | null): BatchPreview['headOffice'] | undefined {
  return preview === null || preview.headOffice.files.length === 0 ? undefined : preview.headOffice;
}

/** What the preview adds: everything null where there is none. */
function previewJson(preview: BatchPreview | null) {
  const differences = compared(preview)?.differences.map(
    ({ file, key, measure, ours, theirs, difference }) => ({
      ...{ file, key, measure, ours: exactNumber(ours), theirs: exactNumber(theirs) },
      difference: exactNumber(difference),
    }),
  );
  return {
    compared_with: preview?.comparedDate ?? null,
    differences: differences ?? null,
    missing_communes: preview?.missingCommunes.map(({ communeCode }) => communeCode) ?? null,
    replaces_version: preview?.standingVersionNumber ?? null,
    basis: preview?.basis ?? null,
    notes: preview === null ? [] : previewNotes(preview).map(({ text }) => text),
  };
}

function textOf({ batch, preview, version }: Imported): string {
  const { files, faults, blocking, questions, summary, dataDate } = batch;
  return [
    ...files.flatMap((file) => [fileLine(file), ...file.notes.map((note) => `  ${note}`)]),
    ...faults.flatMap(faultLine),
    ...futureLines(faults, dataDate),
    ...(summary
      ? [
          `${formatInteger(summary.rows.loans)} món còn dư nợ, ${formatInteger(summary.customers)} khách hàng, dư nợ ${formatVnd(summary.outstandingVnd)}`,
        ]
      : []),
    ...comparisonLines(preview),
    ...blocking.map(({ text }) => `Lỗi chặn: ${text}`),
    ...(questions.length > 0
      ? [`${questions.length} câu hỏi về cách đọc cột: trả lời trên trang Nhập số liệu.`]
      : []),
    lastLine(version, { dataDate, preview }),
  ].join('\n');
}

/** A fault that was found, with its kinds that are told beside the count. */
function faultLine({ code, title, count, done, kinds }: Batch['faults'][number]): string[] {
  const beside = kinds.filter((kind) => !kind.isCounted && kind.count > 0);
  const counts = beside.map((kind) => `${kind.title}: ${formatInteger(kind.count)}`);
  if (count) return [[`${code} ${title}: ${formatInteger(count)}. ${done}`, ...counts].join('. ')];
  return counts.length === 0 ? [] : [`${code} ${counts.join('. ')}`];
}

/** What a person should know before publishing, and that the check against head office was done, or was not. */
function comparisonLines(preview: BatchPreview | null): string[] {
  if (preview === null) return ['D13 chưa đối chiếu với số của Hội sở: đợt này chưa ghi vào sổ được.'];
  const { headOffice } = preview;
  const equal = `D13: ${formatInteger(headOffice.equal)} ô của Hội sở khớp`;
  const left = `${formatInteger(headOffice.notCompared)} ô chưa so được vì tệp thiếu xã`;
  const said =
    headOffice.files.length === 0
      ? 'D13 chưa đối chiếu: không có tệp nào của Hội sở (01.1, 01.2, LEN 31).'
      : `${[equal, ...(headOffice.notCompared > 0 ? [left] : [])].join(', ')}.`;
  return [
    said,
    ...headOffice.differences.map(
      ({ file, key, measure, ours, theirs, difference }) =>
        `  ${file} ${key} ${MEASURE_WORDS[measure] ?? measure}: ta ${formatInteger(ours)}, Hội sở ${formatInteger(theirs)}, chênh ${differenceText(measure, difference)}`,
    ),
    ...previewNotes(preview).map(({ text }) => `Lưu ý: ${text}`),
  ];
}

/**
 * A file that is set aside, repeated or not opened has no rows to tell of: what became of it is said instead. Files
 * of a batch that is refused as a whole are not opened, so nobody should think that they were not recognised.
 */
export function fileLine({
  name,
  kindTitle,
  rows,
  state,
  duplicateOf,
}: Pick<Batch['files'][number], 'name' | 'kindTitle' | 'rows' | 'state' | 'duplicateOf'>): string {
  if (state === 'duplicate') return `${name}: trùng với ${duplicateOf ?? 'một tệp khác của đợt này'}, bỏ qua`;
  if (state === 'received') return `${name}: chưa đọc`;
  const kind = `${name}: ${kindTitle ?? 'chưa nhận ra'}`;
  if (state === 'set_aside') return `${kind}, để riêng, chưa dùng số liệu`;
  if (state === 'refused') return `${kind}, không nhận`;
  return `${kind}, ${formatInteger(rows ?? 0)} dòng`;
}

function futureLines(faults: Batch['faults'], dataDate: Batch['dataDate']): string[] {
  const kinds = faults.flatMap((fault) => fault.kinds);
  const isFuture = kinds.some(({ kind, count }) => kind === 'futureDate' && count > 0);
  if (!isFuture || dataDate === null) return [];
  return [`Xem lại: ngày số liệu ${formatDate(dataDate)} sau hôm nay.`];
}

function lastLine(
  version: number | null,
  { dataDate, preview }: Pick<Batch, 'dataDate'> & Pick<Imported, 'preview'>,
): string {
  const day = dataDate === null ? 'chưa rõ ngày' : formatDate(dataDate);
  if (version !== null) return `Đã ghi vào sổ số liệu ngày ${day}, lần ghi ${version}.`;
  if (preview === null) return 'Chưa ghi gì vào sổ.';
  return `Chưa ghi gì vào sổ. Thêm --commit --basis ${preview.basis} để ghi số liệu ngày ${day} đúng như vừa xem.`;
}

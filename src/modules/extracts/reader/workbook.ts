import { isRefusal, type Outcome, refuse } from '../../../kernel/refusal.ts';
import { openArchive } from './archive.ts';
import type { SheetRow } from './cell.ts';
import type { CellContext } from './cell-value.ts';
import { refuseOtherKinds } from './file-kind.ts';
import { inflateInPieces, inflateWhole } from './inflate.ts';
import { DEFAULT_LIMITS, type ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import { type RowAnswer, RowSink } from './row-sink.ts';
import { serialDays } from './serial-day.ts';
import { NO_SHARED_TEXTS, readSharedTexts } from './shared-texts.ts';
import { SheetListener } from './sheet-listener.ts';
import { NO_DAY_STYLES, readDayStyles } from './styles.ts';
import { readParts, type SheetPart, type Source, type WorkbookParts } from './workbook-parts.ts';
import { refuseXml } from './xml-part.ts';
import { XmlScanner } from './xml-scanner.ts';

export type { Cell, SheetRow } from './cell.ts';
export { columnName } from './cell.ts';
export type { ReaderLimits } from './limits.ts';
export type { ReaderRefusalCode } from './refusals.ts';
export type { RowAnswer } from './row-sink.ts';

/** A sheet of the workbook, in the workbook's order. */
export type SheetInfo = { readonly name: string; readonly isHidden: boolean };

/** An opened workbook. `opened` belongs to the reader. */
export type Workbook = { readonly sheets: readonly SheetInfo[]; readonly opened: OpenedWorkbook };

/** What the reader keeps of a workbook between calls. */
export type OpenedWorkbook = {
  readonly source: Source;
  readonly parts: WorkbookParts;
  /** Styles and shared texts, read with the first sheet and kept for the next. */
  context: CellContext | undefined;
};

/** How a sheet was read. Ranges are as in Excel, `B2:FT25931`. */
export type SheetReading = {
  /** Rows given to the caller. */
  readonly rows: number;
  /** What the sheet says of itself; it is reported, never believed [D7]. */
  readonly declaredRange: string | undefined;
  /** From the first to the last cell that holds something, decoded or not; up to the stop if it was stopped. */
  readonly usedRange: string | undefined;
  /** The caller stopped before the end, so the rest of the sheet was not looked at, nor its check sum. */
  readonly isStopped: boolean;
};

/**
 * Opens a workbook held in memory: reads its directory and the list of its sheets, and nothing of their content.
 * It refuses what is no workbook and what is not safe to inflate.
 */
export function openWorkbook(
  content: Uint8Array,
  limits: ReaderLimits = DEFAULT_LIMITS,
): Outcome<Workbook, ReaderRefusalCode> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const otherKind = refuseOtherKinds(bytes);
  if (otherKind) return otherKind;
  if (bytes.length > limits.fileBytes) {
    return refuse('fileTooLarge', { sizeMib: mib(bytes.length), mostMib: mib(limits.fileBytes) });
  }
  const archive = openArchive(bytes, limits);
  if (isRefusal(archive)) return archive;
  const source: Source = { archive, meter: { inflatedBytes: 0 }, limits };
  const parts = readParts(source);
  if (isRefusal(parts)) return parts;
  const sheets = parts.sheets.map(({ name, isHidden }) => ({ name, isHidden }));
  return { sheets, opened: { source, parts, context: undefined } };
}

/**
 * Streams the rows of a sheet in order, `sheetIndex` from 0. `onRow` is called synchronously for each row that is not empty;
 * the row is the caller's to keep. A refusal may come after rows: then none of them counts, because the sheet has not been read to its end.
 */
export async function readSheet(
  workbook: Workbook,
  sheetIndex: number,
  onRow: (row: SheetRow) => RowAnswer,
): Promise<Outcome<SheetReading, ReaderRefusalCode>> {
  const { source, parts } = workbook.opened;
  const sheet = parts.sheets[sheetIndex];
  if (sheet === undefined) {
    return refuse('sheetNotThere', { sheets: parts.sheets.length, number: sheetIndex + 1 });
  }
  if (!sheet.isWorksheet) return refuse('sheetIsChart', { sheet: sheet.name });
  if (sheet.entry === undefined)
    return refuse('workbookPartMissing', { place: `nội dung của trang “${sheet.name}”` });
  const context = workbook.opened.context ?? (await readContext(source, parts));
  if (isRefusal(context)) return context;
  workbook.opened.context = context;
  return readRows(source, { ...sheet, entry: sheet.entry }, context, new RowSink(onRow));
}

/** How many bytes a sheet is when inflated, as the archive's directory says; 0 where it has no content. */
export function sheetBytes({ opened }: Workbook, sheetIndex: number): number {
  return opened.parts.sheets[sheetIndex]?.entry?.inflatedBytes ?? 0;
}

/** How many bytes of a workbook have been inflated so far, all its parts together. */
export function bytesInflated({ opened }: Workbook): number {
  return opened.source.meter.inflatedBytes;
}

async function readRows(
  source: Source,
  sheet: SheetPart & { readonly entry: NonNullable<SheetPart['entry']> },
  context: CellContext,
  sink: RowSink,
): Promise<Outcome<SheetReading, ReaderRefusalCode>> {
  const listener = new SheetListener(sheet.name, sink, context, source.limits);
  const scanner = new XmlScanner(listener, source.limits.tokenBytes);
  const damage = await inflateInPieces(
    source.archive,
    sheet.entry,
    source.meter,
    (chunk) => listener.weigh(chunk.length) && scanner.push(chunk),
  );
  if (listener.refusal) return listener.refusal;
  if (damage) return damage;
  const fault = scanner.finish();
  if (fault) return refuseXml(fault, `Trang “${sheet.name}”`, listener.where());
  return {
    rows: sink.rows,
    declaredRange: listener.declaredRange,
    usedRange: sink.usedRange(),
    isStopped: sink.isStopped,
  };
}

async function readContext(
  source: Source,
  parts: WorkbookParts,
): Promise<Outcome<CellContext, ReaderRefusalCode>> {
  const { archive, meter, limits } = source;
  let dayStyles = NO_DAY_STYLES;
  if (parts.styles) {
    const bytes = inflateWhole(archive, parts.styles, meter, limits.smallPartBytes);
    if (isRefusal(bytes)) return bytes;
    const read = readDayStyles(bytes, parts.styles.name, limits);
    if (isRefusal(read)) return read;
    dayStyles = read;
  }
  const shared = parts.sharedTexts
    ? await readSharedTexts(archive, parts.sharedTexts, meter, limits)
    : NO_SHARED_TEXTS;
  if (isRefusal(shared)) return shared;
  return { shared, dayStyles, toDay: serialDays(parts.is1904) };
}

function mib(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

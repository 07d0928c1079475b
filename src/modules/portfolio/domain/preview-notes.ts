import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatInteger, formatVnd, type Vnd } from '../../../kernel/money.ts';
import { dropZeros, formatHundredths } from '../../../kernel/quantity.ts';
import { isCounted } from './measure-words.ts';
import type { ProgrammeDoubts } from './programme-doubts.ts';

/** What a preview says that a person should know before publishing it, although it blocks nothing. */
export type PreviewToNote = {
  readonly dataDate: BusinessDate;
  /** The version that the date shows now; null where it shows none. */
  readonly standingVersionNumber: number | null;
  readonly versionNumber: number;
  readonly headOffice: {
    readonly differences: readonly { readonly measure: string; readonly difference: bigint }[];
  };
  readonly communes: readonly { readonly differenceVnd: Vnd | null }[];
  readonly programmes: ProgrammeDoubts;
  readonly missingCommunes: readonly { readonly communeName: string; readonly hasFigures: boolean }[];
};

/**
 * The sentences to be read before a preview is published, the same on the screen and on the command line: cells that
 * differ from head office [PF15], communes that do not close [PF17], what the catalogue does not explain [PF90], communes
 * that the files lack [PF3], the version that is replaced [PF2]. Empty: nothing to note.
 */
export function previewNotes(preview: PreviewToNote): readonly string[] {
  return [
    differencesNote(preview.headOffice.differences),
    flowsNote(preview.communes),
    ...programmeNotes(preview.programmes),
    ...missingNotes(preview),
    replacedNote(preview),
  ].filter((note) => note !== undefined);
}

/** Sizes are added without their signs: what is too much in one cell must not hide what lacks in another. */
function differencesNote(cells: PreviewToNote['headOffice']['differences']): string | undefined {
  if (cells.length === 0) return undefined;
  const amounts = cells.filter(({ measure }) => !isCounted(measure));
  const counts = cells.length - amounts.length;
  const parts = [
    ...(amounts.length === 0 ? [] : [`tổng chênh ${sumOf(amounts.map((cell) => cell.difference))}`]),
    ...(counts === 0 ? [] : [`${formatInteger(counts)} ô về số lượng`]),
  ];
  return `D13: ${formatInteger(cells.length)} ô của Hội sở chênh với số cộng từ tệp, ${parts.join(', ')}.`;
}

function flowsNote(communes: PreviewToNote['communes']): string | undefined {
  const open = communes.flatMap(({ differenceVnd }) => (differenceVnd ? [differenceVnd] : []));
  if (open.length === 0) return undefined;
  return `${formatInteger(open.length)} xã có dư nợ khác đầu kỳ + giải ngân − thu nợ, tổng chênh ${sumOf(open)}.`;
}

function sumOf(differences: readonly bigint[]): string {
  const sum = differences.reduce((total, one) => total + (one < 0n ? -one : one), 0n);
  return `${formatVnd(sum)} (cộng không kể dấu)`;
}

function programmeNotes({ unknown, farRates }: ProgrammeDoubts): string[] {
  return [
    ...unknown.map(
      ({ programmeCode, loans, outstandingVnd }) =>
        `Mã chương trình ${programmeCode} chưa có trong danh mục: ${formatInteger(loans)} món, dư nợ ${formatVnd(outstandingVnd)}. Xem lại mã, hoặc mở chương trình trên trang Chương trình.`,
    ),
    ...farRates.map(
      ({ programmeCode, loans, rateBpsPerYear, nearestBps }) =>
        `Chương trình ${programmeCode}: ${formatInteger(loans)} món lãi suất ${rateText(rateBpsPerYear)}, xa mức gần nhất của danh mục là ${rateText(nearestBps)}.`,
    ),
  ];
}

function rateText(bpsPerYear: number): string {
  return `${dropZeros(formatHundredths(bpsPerYear))}%/năm`;
}

function missingNotes({ missingCommunes, dataDate }: PreviewToNote): (string | undefined)[] {
  const named = (hasFigures: boolean) =>
    missingCommunes.filter((one) => one.hasFigures === hasFigures).map((one) => one.communeName);
  const [kept, absent, date] = [named(true), named(false), formatDate(dataDate)];
  return [
    absent.length === 0
      ? undefined
      : `Tệp thiếu ${absent.length} xã: ${absent.join(', ')}. Ngày ${date} chưa có số liệu ở đó, không thành 0.`,
    kept.length === 0
      ? undefined
      : `Tệp thiếu ${kept.length} xã: ${kept.join(', ')}. Ở đó ngày ${date} giữ số của lần ghi trước.`,
  ];
}

function replacedNote({ dataDate, standingVersionNumber, versionNumber }: PreviewToNote): string | undefined {
  if (standingVersionNumber === null) return undefined;
  return `Ngày ${formatDate(dataDate)} đang có lần ghi ${standingVersionNumber}: ghi sẽ thay bằng lần ghi ${versionNumber}, hoàn tác được.`;
}

import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatInteger, formatVnd, type Vnd } from '../../../kernel/money.ts';
import { dropZeros, formatHundredths } from '../../../kernel/quantity.ts';
import { namesOfFiles } from './file-words.ts';
import { isCounted } from './measure-words.ts';
import type { ProgrammeDoubts } from './programme-doubts.ts';
import type { StagedCount, StagedList } from './staged-lists.ts';

/** What a preview says that a person should know before publishing it, although it blocks nothing. */
export type PreviewToNote = {
  readonly dataDate: BusinessDate;
  /** The version that the date shows now; null where it shows none. */
  readonly standingVersionNumber: number | null;
  readonly versionNumber: number;
  /** The kinds of files that the standing version was made from and the batch lacks. */
  readonly droppedFiles: readonly string[];
  readonly headOffice: {
    readonly differences: readonly { readonly measure: string; readonly difference: bigint }[];
  };
  readonly communes: readonly {
    readonly communeCode: string;
    readonly communeName: string;
    readonly differenceVnd: Vnd | null;
  }[];
  readonly programmes: ProgrammeDoubts;
  readonly missingCommunes: readonly { readonly communeName: string; readonly hasFigures: boolean }[];
};

/** A sentence to be read before a preview is published, and what it speaks of; nothing where no rows stand behind it. */
export type PreviewNote = { readonly text: string; readonly opens: readonly NoteOpens[] };

/** The cells of head office that differ, or staged rows and what of them the note tells; `words` lead there. */
export type NoteOpens = { readonly words: string } & (
  | { readonly of: 'cells' }
  | {
      readonly of: 'rows';
      readonly list: StagedList;
      readonly value: bigint | number;
      readonly is: StagedCount;
      readonly communeCode?: string;
      readonly programmeCode?: string;
      readonly rateBpsPerYear?: number;
    }
);

/**
 * What is to be read before a preview is published, the same on the screen and on the command line: cells that
 * differ from head office [PF15], communes that do not close [PF17], what the catalogue does not explain [PF90], communes
 * that the files lack [PF3], the version that is replaced [PF2], the files it had beyond these [PF95]; each opens what it
 * speaks of [PF92]. Empty: nothing to note.
 */
export function previewNotes(preview: PreviewToNote): readonly PreviewNote[] {
  return [
    ...differencesNote(preview.headOffice.differences),
    ...flowsNote(preview.communes),
    ...programmeNotes(preview.programmes),
    ...[...missingNotes(preview), ...replacedNote(preview), ...droppedNote(preview)].map((text) => ({
      text,
      opens: [],
    })),
  ];
}

/** Sizes are added without their signs: what is too much in one cell must not hide what lacks in another. */
function differencesNote(cells: PreviewToNote['headOffice']['differences']): PreviewNote[] {
  if (cells.length === 0) return [];
  const amounts = cells.filter(({ measure }) => !isCounted(measure));
  const counts = cells.length - amounts.length;
  const parts = [
    ...(amounts.length === 0 ? [] : [`tổng chênh ${sumOf(amounts.map((cell) => cell.difference))}`]),
    ...(counts === 0 ? [] : [`${formatInteger(counts)} ô về số lượng`]),
  ];
  const number = formatInteger(cells.length);
  return [
    {
      text: `D13: ${number} ô của Hội sở chênh với số cộng từ tệp, ${parts.join(', ')}.`,
      opens: [{ words: `Xem ${number} ô chênh`, of: 'cells' }],
    },
  ];
}

function flowsNote(communes: PreviewToNote['communes']): PreviewNote[] {
  const open = communes.flatMap(({ differenceVnd, ...commune }) =>
    differenceVnd ? [{ ...commune, differenceVnd }] : [],
  );
  if (open.length === 0) return [];
  const sum = sumOf(open.map(({ differenceVnd }) => differenceVnd));
  return [
    {
      text: `${formatInteger(open.length)} xã có dư nợ khác đầu kỳ + giải ngân − thu nợ, tổng chênh ${sum}.`,
      opens: open.map(({ communeCode, communeName, differenceVnd }) => ({
        words: `Xem các món ở ${communeName}`,
        ...{ of: 'rows', list: 'unexplained', value: differenceVnd, is: 'amountVnd', communeCode },
      })),
    },
  ];
}

function sumOf(differences: readonly bigint[]): string {
  const sum = differences.reduce((total, one) => total + (one < 0n ? -one : one), 0n);
  return `${formatVnd(sum)} (cộng không kể dấu)`;
}

function programmeNotes({ unknown, farRates }: ProgrammeDoubts): PreviewNote[] {
  return [
    ...unknown.map(({ programmeCode, loans, outstandingVnd }) => ({
      text: `Mã chương trình ${programmeCode} chưa có trong danh mục: ${formatInteger(loans)} món, dư nợ ${formatVnd(outstandingVnd)}. Xem lại mã, hoặc mở chương trình trên trang Chương trình.`,
      opens: [loansOf(loans, { programmeCode })],
    })),
    ...farRates.map(({ programmeCode, loans, rateBpsPerYear, nearestBps }) => ({
      text: `Chương trình ${programmeCode}: ${formatInteger(loans)} món lãi suất ${rateText(rateBpsPerYear)}, xa mức gần nhất của danh mục là ${rateText(nearestBps)}.`,
      opens: [loansOf(loans, { programmeCode, rateBpsPerYear })],
    })),
  ];
}

function loansOf(
  loans: number,
  narrowed: { readonly programmeCode: string; readonly rateBpsPerYear?: number },
): NoteOpens {
  return {
    words: `Xem ${formatInteger(loans)} món`,
    ...{ of: 'rows', list: 'loans', value: loans, is: 'loans', ...narrowed },
  };
}

/** A rate in hundredths of a percent a year in words: `6,6%/năm`. */
export function rateText(bpsPerYear: number): string {
  return `${dropZeros(formatHundredths(bpsPerYear))}%/năm`;
}

function missingNotes({ missingCommunes, dataDate }: PreviewToNote): string[] {
  const named = (hasFigures: boolean) =>
    missingCommunes.filter((one) => one.hasFigures === hasFigures).map((one) => one.communeName);
  const [kept, absent, date] = [named(true), named(false), formatDate(dataDate)];
  return [
    ...(absent.length === 0
      ? []
      : [
          `Tệp thiếu ${absent.length} xã: ${absent.join(', ')}. Ngày ${date} chưa có số liệu ở đó, không thành 0.`,
        ]),
    ...(kept.length === 0
      ? []
      : [`Tệp thiếu ${kept.length} xã: ${kept.join(', ')}. Ở đó ngày ${date} giữ số của lần ghi trước.`]),
  ];
}

function replacedNote({ dataDate, standingVersionNumber, versionNumber }: PreviewToNote): string[] {
  if (standingVersionNumber === null) return [];
  return [
    `Ngày ${formatDate(dataDate)} đang có lần ghi ${standingVersionNumber}: ghi sẽ thay bằng lần ghi ${versionNumber}, hoàn tác được.`,
  ];
}

/** A version is replaced whole: what came from a file that is not dropped again would be gone without a word. */
function droppedNote({ dataDate, standingVersionNumber, droppedFiles }: PreviewToNote): string[] {
  if (standingVersionNumber === null || droppedFiles.length === 0) return [];
  return [
    `Lần ghi ${standingVersionNumber} còn có ${namesOfFiles(droppedFiles)}, đợt này không có: ghi xong thì ngày ${formatDate(dataDate)} không còn số của các tệp ấy. Muốn giữ thì thêm các tệp ấy vào đợt này.`,
  ];
}

import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { FileReading } from '../domain/batch-reading.ts';
import type { Row } from '../domain/cell.ts';
import {
  HEADER_SCAN_ROWS,
  LEAST_COLUMNS,
  type Recognised,
  type Recognition,
  recogniseSheet,
  titleDate,
} from '../domain/recognise.ts';
import { openWorkbook, readSheet, type Workbook } from '../reader/workbook.ts';
import type { FileRefusal } from '../refusals.ts';
import type { FileToRead } from './reading.ts';

/** The mutable side of {@link FileReading}, while a batch is being read. */
export type FileDraft = { -readonly [Key in keyof FileReading]: FileReading[Key] };

/** A file that was opened and recognised as something. */
export type Examined = {
  readonly file: FileToRead;
  readonly draft: FileDraft;
  /** Undefined where nothing can be read from it. */
  readonly table?: { readonly workbook: Workbook; readonly sheetIndex: number; readonly as: Recognised };
};

/** Opens a file and tells what it is: the first sheet that is a kind of the bank's files [EX1–EX5]. */
export async function examineFile(file: FileToRead): Promise<Examined> {
  const draft = emptyDraft(file);
  const refused = (refusal: Refusal): Examined => {
    refuseFile(draft, refusal.refused, refusal.data);
    return { file, draft };
  };
  const workbook = openWorkbook(file.content);
  if (isRefusal(workbook)) return refused(workbook);
  let best: { recognition: Recognition; index: number } | undefined;
  for (const [index] of workbook.sheets.entries()) {
    const top = await readTop(workbook, index);
    if (isRefusal(top)) {
      // A chart has no cells; the sheets beside it may.
      if (top.refused === 'sheetIsChart') continue;
      return refused(top);
    }
    const recognition = recogniseSheet(top);
    if (!best || RANK[recognition.found] < RANK[best.recognition.found]) best = { recognition, index };
    if (recognition.found === 'kind') break;
  }
  const sheets = workbook.sheets.map((sheet) => sheet.name).join(', ');
  if (!best || best.recognition.found === 'nothing') {
    refuseFile(draft, 'sheetEmpty', { file: file.name, sheets });
    return { file, draft };
  }
  const sheet = workbook.sheets[best.index]?.name ?? '';
  draft.sheet = sheet;
  return describe({ file, draft }, best.recognition, { workbook, sheetIndex: best.index, sheets });
}

const RANK: Readonly<Record<Recognition['found'], number>> = {
  ...{ kind: 0, incomplete: 1, titleUnclear: 2, unknown: 3, tooFewColumns: 4, nothing: 5 },
};

async function readTop(workbook: Workbook, sheetIndex: number): Promise<Row[] | Refusal> {
  const rows: Row[] = [];
  const reading = await readSheet(workbook, sheetIndex, (row) => {
    rows.push(row);
    return rows.length >= HEADER_SCAN_ROWS ? 'stop' : undefined;
  });
  return isRefusal(reading) ? reading : rows;
}

function describe(
  { file, draft }: { file: FileToRead; draft: FileDraft },
  recognition: Recognition,
  { workbook, sheetIndex, sheets }: { workbook: Workbook; sheetIndex: number; sheets: string },
): Examined {
  const place = { file: file.name, sheet: draft.sheet ?? '' };
  switch (recognition.found) {
    case 'kind': {
      const { as } = recognition;
      noteRecognised(draft, as);
      draft.state = as.kind.use === 'read' ? 'read' : 'set_aside';
      if (draft.state === 'read') return { file, draft, table: { workbook, sheetIndex, as } };
      draft.notes = [`${as.kind.title}: biết mẫu này nhưng chưa dùng số liệu, để riêng.`];
      break;
    }
    case 'incomplete': {
      const { as } = recognition;
      noteRecognised(draft, as);
      refuseFile(draft, 'columnsMissing', { ...place, ...missingColumns(as, as.missing) });
      break;
    }
    case 'titleUnclear':
      draft.title = recognition.title;
      refuseFile(draft, 'titleUnclear', {
        ...place,
        ...{ title: recognition.title, choices: recognition.choices.join('; ') },
      });
      break;
    case 'unknown':
      draft.title = recognition.title;
      draft.state = 'set_aside';
      draft.notes = [
        `Không nhận ra: ${recognition.columns} cột, không giống mẫu nào đã biết (các trang: ${sheets}). Để riêng, không đọc.`,
      ];
      break;
    case 'tooFewColumns':
      refuseFile(draft, 'tooFewColumns', { ...place, columns: recognition.columns, least: LEAST_COLUMNS });
      break;
    case 'nothing':
      refuseFile(draft, 'sheetEmpty', { file: file.name, sheets });
      break;
  }
  return { file, draft };
}

function noteRecognised(draft: FileDraft, as: Recognised): void {
  const dataDate = titleDate(as.title);
  draft.kind = as.kind.name;
  draft.title = as.title;
  draft.columnsMatched = as.columnsMatched;
  draft.columnsExpected = as.columnsExpected;
  draft.dataDate = dataDate ?? null;
  draft.dataDateFrom = dataDate ? 'title' : null;
}

const SHOWN_COLUMNS = 5;

/** What the refusal of an incomplete table says: its kind, the counts, the first columns that it lacks. */
export function missingColumns(as: Recognised, missing: readonly string[]) {
  const rest = missing.length - SHOWN_COLUMNS;
  const columns = missing.slice(0, SHOWN_COLUMNS).join(', ') + (rest > 0 ? ` và ${rest} cột nữa` : '');
  return { kind: as.kind.title, matched: as.columnsMatched, expected: as.columnsExpected, columns };
}

/** Marks a file as unusable. */
export function refuseFile(
  draft: FileDraft,
  code: FileRefusal | (string & {}),
  data: Readonly<Record<string, string | number>>,
): void {
  draft.state = 'refused';
  draft.refusals = [...draft.refusals, { code, data: { ...data } }];
}

function emptyDraft(file: FileToRead): FileDraft {
  return {
    ...{ fileId: file.fileId, state: 'set_aside', kind: null, sheet: null, title: null },
    ...{ dataDate: null, dataDateFrom: null, columnsMatched: null, columnsExpected: null },
    ...{ rows: null, rowsMatched: null, refusals: [], notes: [] },
  };
}

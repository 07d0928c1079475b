import { isRefusal, type Outcome } from '../../../kernel/refusal.ts';
import type { Row } from '../domain/cell.ts';
import { decideFormats } from '../domain/date-formats.ts';
import { finishReport31, type Report31 } from '../domain/finish-report31.ts';
import { normaliseHeader } from '../domain/header.ts';
import { DECODED_HEADERS, ESSENTIAL_HEADERS, type LoanHeader } from '../domain/loan-columns.ts';
import { readReport31Row } from '../domain/read-report31.ts';
import type { Recognised } from '../domain/recognise.ts';
import { type LoanSink, startReport31 } from '../domain/report31-reading.ts';
import { type DateFormats, Table } from '../domain/table.ts';
import { type ReaderRefusalCode, readSheet, type SheetReading, type Workbook } from '../reader/workbook.ts';
import { type Examined, missingColumns, refuseFile } from './examine-file.ts';
import { answersFor, closeTable, noteDeclaredRange, type Reading } from './reading-state.ts';

/** More than this and the rest of the file will not say anything new. */
const ENOUGH_PROBLEMS = 1_000;

/** The first reading is by habit, the second by what the columns showed; a third would show nothing else. */
const MOST_PASSES = 2;

/**
 * Reads report 31 row by row, sending rows on as they come. Dates are taken as Vietnamese until the whole column is
 * known; where that was wrong the rows sent are void and the sheet is read once more [EX10].
 */
export async function readReport31File(reading: Reading, examined: Examined): Promise<Report31 | undefined> {
  const { file, draft, table: found } = examined;
  if (!found) return undefined;
  const { workbook, sheetIndex, as } = found;
  const place = { file: file.name, sheet: draft.sheet ?? '' };
  const missing = ESSENTIAL_HEADERS.filter((header) => !as.columnOf.has(normaliseHeader(header)));
  if (missing.length > 0) {
    refuseFile(draft, 'columnsMissing', { ...place, ...missingColumns(as, missing) });
    return undefined;
  }
  const answers = answersFor(reading, file.fileId);
  let formats: DateFormats = answers;
  for (let pass = 1; ; pass++) {
    const table = new Table<LoanHeader>(as, place, formats);
    const state = startReport31(table, sinkOf(reading, examined));
    const tellRow = reading.progress.begin(workbook);
    const sheet = await readRows({ workbook, sheetIndex, as }, table, (row) => {
      tellRow();
      readReport31Row(state, row);
      reading.tellDataDate(state.dataDate?.date);
    });
    if (isRefusal(sheet)) {
      refuseFile(draft, sheet.refused, sheet.data);
      return undefined;
    }
    const decision = decideFormats(table, answers);
    if (decision.mustReadAgain && pass < MOST_PASSES) {
      reading.restart();
      formats = decision.formats;
      continue;
    }
    if (state.counts.rows === 0 && table.problems.count() === 0) {
      refuseFile(draft, 'noDataRows', place);
      return undefined;
    }
    const report31 = finishReport31(state, reading.input.sharedPhoneCustomers);
    draft.rows = report31.counts.rows;
    if (report31.dataDate) Object.assign(draft, { dataDate: report31.dataDate, dataDateFrom: 'inside' });
    draft.notes = [...draft.notes, ...absentColumns(as)];
    closeTable(reading, examined, { table, questions: decision.questions });
    noteDeclaredRange(reading, examined, sheet);
    return draft.state === 'read' ? report31 : undefined;
  }
}

type Sheet = { readonly workbook: Workbook; readonly sheetIndex: number; readonly as: Recognised };

function readRows(
  { workbook, sheetIndex, as }: Sheet,
  table: Table<LoanHeader>,
  onRow: (row: Row) => void,
): Promise<Outcome<SheetReading, ReaderRefusalCode>> {
  const only = decodedColumns(as);
  return readSheet(workbook, sheetIndex, (row) => {
    if (row.number < as.headerRow) return undefined;
    if (row.number === as.headerRow) return { only };
    onRow(row);
    return table.problems.count() > ENOUGH_PROBLEMS ? 'stop' : undefined;
  });
}

/** The columns that are used, and the first one, in which totals and signatures stand. */
function decodedColumns(as: Recognised): Set<number> {
  const only = new Set<number>();
  for (const header of DECODED_HEADERS) {
    const place = as.columnOf.get(normaliseHeader(header));
    if (place !== undefined) only.add(place);
  }
  const first = as.headers.findIndex((header) => header !== undefined);
  return first < 0 ? only : only.add(first);
}

/** What a missing column would say is unknown; the file says so [EX8]. */
function absentColumns(as: Recognised): string[] {
  const absent = DECODED_HEADERS.filter((header) => !as.columnOf.has(normaliseHeader(header)));
  return absent.length === 0
    ? []
    : [`Tệp không có cột ${absent.join(', ')}: điều cột ấy ghi là chưa biết, không phải là không có.`];
}

function sinkOf({ writer, faults, newId }: Reading, { file, draft }: Examined): LoanSink {
  return {
    loan: (commune, values) => writer.add('staged_loan', [commune], values),
    person: (commune, customerCode, values) =>
      writer.add('staged_person', [commune, customerCode, newId(), newId()], values),
    saving: (commune, values) => writer.add('staged_saving', [commune], values),
    fault: faults.of(file.fileId, draft.sheet ?? ''),
  };
}

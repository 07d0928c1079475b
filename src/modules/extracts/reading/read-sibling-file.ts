import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { Row } from '../domain/cell.ts';
import type { DateFormat } from '../domain/date-column.ts';
import { decideFormats } from '../domain/date-formats.ts';
import type { FoundFault } from '../domain/faults.ts';
import type { ReadKindName } from '../domain/file-kinds.ts';
import type { Report31 } from '../domain/finish-report31.ts';
import { normaliseHeader } from '../domain/header.ts';
import type { StagedValue } from '../domain/loan-columns.ts';
import { HEAD_OFFICE_FILES, readHeadOffice, readScores, SCORES_ESSENTIAL } from '../domain/office-files.ts';
import {
  FREEZE_END_HEADER,
  FROZEN_ESSENTIAL,
  freezeEndFormat,
  LEADERS_ESSENTIAL,
  type Report31Index,
  readFrozenList,
  readLeaders,
  type SiblingRows,
  type SiblingSink,
} from '../domain/sibling-files.ts';
import type { CommuneTable } from '../domain/staged-tables.ts';
import { Table } from '../domain/table.ts';
import { readSheet, type SheetReading } from '../reader/workbook.ts';
import { type Examined, missingColumns, refuseFile } from './examine-file.ts';
import { answersFor, closeTable, noteDeclaredRange, type Reading } from './reading-state.ts';

/** What a sibling file gave besides the rows it sent. */
export type SiblingReading = {
  readonly officeCode: string | undefined;
  /** Names of villages, where the file has them. */
  readonly villages?: ReadonlyMap<string, { readonly communeCode: string; readonly name: string }>;
};

/** One way of reading a file that is small enough to be held. */
type SiblingReader = {
  readonly essential: readonly string[];
  /** Undefined for figures of head office, which belong to no commune's rows. */
  readonly stagedTable: CommuneTable | undefined;
  readonly read: (rows: readonly Row[], parts: ReaderParts) => SiblingRows & Pick<SiblingReading, 'villages'>;
};

type ReaderParts = {
  readonly table: Table<string>;
  readonly report31: Report31Index;
  readonly sink: SiblingSink;
  readonly newId: () => string;
};

const READERS: Readonly<Partial<Record<ReadKindName, SiblingReader>>> = {
  frozenList: {
    essential: FROZEN_ESSENTIAL,
    stagedTable: 'staged_freeze',
    read: (rows, { table, report31, sink }) => readFrozenList(table, rows, { report31, sink }),
  },
  groupLeaders: {
    essential: LEADERS_ESSENTIAL,
    stagedTable: 'staged_group',
    read: (rows, { table, ...parts }) => readLeaders(table, rows, parts),
  },
  groupScores: {
    essential: SCORES_ESSENTIAL,
    stagedTable: 'staged_score',
    read: (rows, { table, report31, sink }) => readScores(table, rows, { report31, sink }),
  },
};

const NO_REPORT: Report31Index = { frozen: new Map(), contracts: new Set(), groups: new Map() };

/** More rows than any such file of a province has. */
const MOST_ROWS = 100_000;

/** Reads one file that comes beside report 31; its rows are sent once its columns of dates are decided. */
export async function readSiblingFile(
  reading: Reading,
  examined: Examined,
  report31: Report31 | undefined,
): Promise<SiblingReading | undefined> {
  const { file, draft, table: found } = examined;
  if (!found) return undefined;
  const { as } = found;
  const kind = as.kind.name as ReadKindName;
  const place = { file: file.name, sheet: draft.sheet ?? '' };
  const reader = READERS[kind];
  const missing = (reader?.essential ?? ['Mã']).filter((header) => !as.columnOf.has(normaliseHeader(header)));
  if (missing.length > 0) {
    refuseFile(draft, 'columnsMissing', { ...place, ...missingColumns(as, missing) });
    return undefined;
  }
  const sheet = await collectRows(found, reading.progress.begin(found.workbook));
  if (isRefusal(sheet)) {
    refuseFile(draft, sheet.refused, { ...place, ...sheet.data, kind: as.kind.title });
    return undefined;
  }
  noteDeclaredRange(reading, examined, sheet);
  if (!reader) return readControlTotals(reading, examined, { kind, rows: sheet.rows });
  return readTyped(reading, examined, { reader, rows: sheet.rows, report31 });
}

type Collected = Pick<SheetReading, 'declaredRange' | 'usedRange'> & { readonly rows: readonly Row[] };

async function collectRows(
  { workbook, sheetIndex, as }: NonNullable<Examined['table']>,
  tellRow: () => void,
): Promise<Collected | Refusal> {
  const rows: Row[] = [];
  const reading = await readSheet(workbook, sheetIndex, (row) => {
    tellRow();
    if (row.number > as.headerRow) rows.push(row);
    return rows.length > MOST_ROWS ? 'stop' : undefined;
  });
  if (isRefusal(reading)) return reading;
  if (rows.length > MOST_ROWS) return { refused: 'tooManyRows', data: { most: MOST_ROWS } };
  return { rows, declaredRange: reading.declaredRange, usedRange: reading.usedRange };
}

function readTyped(
  reading: Reading,
  examined: Examined,
  { reader, rows, report31 }: { reader: SiblingReader; rows: readonly Row[]; report31: Report31 | undefined },
): SiblingReading {
  const { file, draft, table: found } = examined;
  if (!found) throw new Error('a file that was not recognised is not read');
  const place = { file: file.name, sheet: draft.sheet ?? '' };
  const known = knownFormats(reading, examined, { rows, report31 });
  let formats: ReadonlyMap<string, DateFormat> = known;
  for (let pass = 1; ; pass++) {
    const table = new Table<string>(found.as, place, formats);
    const held = heldRows();
    const parts = { table, report31: report31 ?? NO_REPORT, sink: held.sink, newId: reading.newId };
    const typed = reader.read(rows, parts);
    const decision = decideFormats(table, known);
    if (decision.mustReadAgain && pass === 1) {
      formats = decision.formats;
      continue;
    }
    draft.rows = typed.rows;
    // Beside a report that could not be used nothing is known to be missing from it.
    if (report31) {
      draft.rowsMatched = typed.matched;
      draft.notes = [...draft.notes, ...typed.notes];
    }
    closeTable(reading, examined, { table, questions: decision.questions });
    send(reading, examined, { held, stagedTable: reader.stagedTable, report31 });
    return typed;
  }
}

/** Answers of a person, and what report 31 shows of the frozen list's end dates. */
function knownFormats(
  reading: Reading,
  { file, draft, table: found }: Examined,
  { rows, report31 }: { rows: readonly Row[]; report31: Report31 | undefined },
): ReadonlyMap<string, DateFormat> {
  const known = answersFor(reading, file.fileId);
  if (!found || !report31 || draft.kind !== 'frozenList' || known.has(FREEZE_END_HEADER)) return known;
  const format = freezeEndFormat(new Table(found.as, { file: '', sheet: '' }), rows, report31.frozen);
  return format ? known.set(FREEZE_END_HEADER, format) : known;
}

type Held = {
  readonly rows: { readonly commune: string; readonly values: readonly StagedValue[] }[];
  readonly faults: FoundFault[];
  readonly sink: SiblingSink;
};

function heldRows(): Held {
  const rows: Held['rows'] = [];
  const faults: FoundFault[] = [];
  return {
    rows,
    faults,
    sink: {
      row: (commune, values) => rows.push({ commune, values }),
      fault: (fault) => faults.push(fault),
    },
  };
}

/**
 * Sends held rows of communes that report 31 has. A commune that is only in a sibling file has no figures in this
 * batch: publishing it would show zero where nothing is known.
 */
function send(
  { writer, faults }: Reading,
  { file, draft }: Examined,
  {
    held,
    stagedTable,
    report31,
  }: { held: Held; stagedTable: CommuneTable | undefined; report31: Report31 | undefined },
): void {
  const communes = new Set(report31?.communes.map((commune) => commune.code));
  const elsewhere = new Set<string>();
  let dropped = 0;
  for (const { commune, values } of held.rows) {
    if (stagedTable && communes.has(commune)) writer.add(stagedTable, [commune, ...values]);
    else {
      dropped += 1;
      elsewhere.add(commune);
    }
  }
  if (dropped > 0 && report31)
    draft.notes = [
      ...draft.notes,
      `Để riêng ${dropped} dòng của xã không có trong mẫu 31: ${[...elsewhere].slice(0, 5).join(', ')}.`,
    ];
  const fault = faults.of(file.fileId, draft.sheet ?? '');
  for (const found of held.faults) fault(found);
}

function readControlTotals(
  reading: Reading,
  examined: Examined,
  { kind, rows }: { kind: ReadKindName; rows: readonly Row[] },
): SiblingReading {
  const { file, draft, table: found } = examined;
  if (!found || !HEAD_OFFICE_FILES[kind]) throw new Error(`no reader for ${kind}`);
  const answers = answersFor(reading, file.fileId);
  let formats: ReadonlyMap<string, DateFormat> = answers;
  for (let pass = 1; ; pass++) {
    const table = new Table<string>(found.as, { file: file.name, sheet: draft.sheet ?? '' }, formats);
    const held = heldRows();
    const { rows: count, totals } = readHeadOffice(table, rows, { kind, sink: held.sink });
    const decision = decideFormats(table, answers);
    if (decision.mustReadAgain && pass === 1) {
      formats = decision.formats;
      continue;
    }
    draft.rows = count;
    closeTable(reading, examined, { table, questions: decision.questions });
    const fault = reading.faults.of(file.fileId, draft.sheet ?? '');
    for (const one of held.faults) fault(one);
    for (const { file: name, key, measure, amount } of totals)
      reading.writer.add('control_total', [name, key, measure, amount]);
    return { officeCode: undefined };
  }
}

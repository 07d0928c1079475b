import type { Vnd } from '../../../kernel/money.ts';
import type { Row } from './cell.ts';
import type { ReadKindName } from './file-kinds.ts';
import {
  noteLostZeros,
  type Report31Index,
  type SiblingRows,
  type SiblingSink,
  sendMixed,
} from './sibling-files.ts';
import type { Table } from './table.ts';

type ScoreHeader =
  | 'Mã ĐV'
  | 'Mã xã'
  | 'Mã tổ'
  | 'Điểm GDTX'
  | 'Điểm NQH'
  | 'Điểm thu nợ'
  | 'Điểm thu lãi'
  | 'Điểm TV tiền gửi'
  | 'Điểm DS TG'
  | 'Tổng điểm'
  | 'Xếp loại';

/** The scores' columns that must be there. */
export const SCORES_ESSENTIAL = [
  ...['Mã xã', 'Mã tổ', 'Điểm GDTX', 'Điểm NQH', 'Điểm thu nợ', 'Điểm thu lãi', 'Điểm TV tiền gửi'],
  ...['Điểm DS TG', 'Tổng điểm'],
] as const;

/** The columns of a staged score after commune and batch. */
export const STAGED_SCORE_COLUMNS: readonly string[] = [
  ...['group_code', 'attendance_points', 'overdue_points', 'principal_points', 'interest_points'],
  ...['savers_points', 'savings_growth_points', 'total_points', 'grade'],
];

const POINTS = [
  ...(['Điểm GDTX', 'Điểm NQH', 'Điểm thu nợ', 'Điểm thu lãi', 'Điểm TV tiền gửi', 'Điểm DS TG'] as const),
  'Tổng điểm' as const,
];

/** Reads the monthly scores of groups; a grade that the export lost comes as null [D8]. */
export function readScores(
  table: Table<ScoreHeader>,
  rows: readonly Row[],
  { report31, sink }: { report31: Report31Index; sink: SiblingSink },
): SiblingRows {
  const seen = new Map<string, number>();
  let matched = 0;
  let officeCode: string | undefined;
  for (const row of rows) {
    table.at(row);
    if (table.repeatsHeader('Mã tổ')) continue;
    const groupCode = table.code('Mã tổ', 7);
    if (groupCode === '') {
      if (!table.isFurniture()) table.problems.add('rowWithoutKey', { row: row.number, key: 'mã tổ' });
      continue;
    }
    officeCode ??= table.code('Mã ĐV', 6) || undefined;
    const communeCode = table.code('Mã xã', 6);
    const before = seen.get(`${communeCode} ${groupCode}`);
    if (before !== undefined) {
      table.problems.add('repeatedKey', { key: 'mã tổ', value: groupCode, first: before, row: row.number });
      continue;
    }
    seen.set(`${communeCode} ${groupCode}`, row.number);
    if (report31.groups.has(`${communeCode} ${groupCode}`)) matched += 1;
    const points = POINTS.map((header) => {
      if (table.cell(header) === undefined) table.unreadable(header, 'điểm');
      return table.integer(header) ?? 0;
    });
    const grade = table.text('Xếp loại');
    const isLost = grade === '' || /^0(\.0+)?$/.test(grade);
    sink.row(communeCode, [groupCode, ...points, isLost ? null : grade.normalize('NFC')]);
    noteLostZeros(table, sink, { row: row.number });
    if (isLost)
      sink.fault({
        ...{ code: 'D8', kind: 'lostGrade', row: row.number, column: 'Xếp loại' },
        found: `Tổ ${groupCode}: xếp loại “${grade}”, tổng điểm ${points.at(-1) ?? 0}`,
      });
  }
  sendMixed(table, sink);
  return { rows: seen.size, matched, notes: [], officeCode };
}

/** One figure of head office. `amount` is đồng, or pieces for customers, groups, households and turns. */
export type ControlTotal = {
  readonly file: string;
  readonly key: string;
  readonly measure: string;
  readonly amount: Vnd;
};

type Measure = {
  readonly column: string;
  readonly measure: string;
  readonly unit: 'million' | 'vnd' | 'pieces';
};

const millions = (names: readonly string[], from: number) =>
  names.map((measure, i): Measure => ({ column: `(${from + i})`, measure, unit: 'million' }));

/** What the numbered columns of BCDHTD mean; lending leaves reclassification out. */
const BCDHTD_MEASURES: readonly Measure[] = [
  ...millions(['lending_month', 'lending_year', 'collected_month', 'collected_year'], 3),
  ...millions(['written_off_month', 'written_off_year', 'outstanding', 'in_term', 'overdue', 'frozen'], 7),
  ...millions(['short', 'medium', 'long'], 13),
  { column: '(16)', measure: 'customers', unit: 'pieces' },
  { column: '(17)', measure: 'turns', unit: 'pieces' },
];

const amounts = (names: readonly string[], from: number) =>
  names.map((measure, i): Measure => ({ column: `(${from + i})`, measure, unit: 'vnd' }));

/** What the numbered columns of LEN_31 mean; lending includes reclassification. */
const LEN_31_MEASURES: readonly Measure[] = [
  { column: '(3)', measure: 'groups', unit: 'pieces' },
  { column: '(4)', measure: 'households', unit: 'pieces' },
  ...amounts(['outstanding', 'in_term', 'overdue', 'frozen', 'savings'], 5),
  ...amounts(
    ['lending_month', 'collected_month', 'interest_month', 'savings_in_month', 'savings_out_month'],
    10,
  ),
];

/** The files of head office: the name that figures carry, the length of their keys, their measures. */
export const HEAD_OFFICE_FILES: Readonly<
  Partial<Record<ReadKindName, { name: string; keyLength: number; measures: readonly Measure[] }>>
> = {
  bcdhtdByCommune: { name: 'BCDHTD 01.1', keyLength: 6, measures: BCDHTD_MEASURES },
  bcdhtdByProgramme: { name: 'BCDHTD 01.2', keyLength: 2, measures: BCDHTD_MEASURES },
  len31ByCommune: { name: 'LEN_31', keyLength: 6, measures: LEN_31_MEASURES },
};

/** Reads a file of head office, cell by cell, exactly [EX13]. An empty cell is no figure, and is not zero. */
export function readHeadOffice(
  table: Table<string>,
  rows: readonly Row[],
  { kind, sink }: { kind: ReadKindName; sink: SiblingSink },
): { readonly rows: number; readonly totals: readonly ControlTotal[] } {
  const file = HEAD_OFFICE_FILES[kind];
  if (!file) throw new Error(`${kind} is no file of head office`);
  const seen = new Map<string, number>();
  const totals: ControlTotal[] = [];
  for (const row of rows) {
    table.at(row);
    if (table.repeatsHeader('Mã')) continue;
    const key = table.code('Mã', file.keyLength);
    if (key === '') {
      if (!table.isFurniture()) table.problems.add('rowWithoutKey', { row: row.number, key: 'mã' });
      continue;
    }
    const before = seen.get(key);
    if (before !== undefined) {
      table.problems.add('repeatedKey', { key: 'mã', value: key, first: before, row: row.number });
      continue;
    }
    seen.set(key, row.number);
    for (const { column, measure, unit } of file.measures) {
      const amount = unit === 'million' ? table.millionVnd(column) : table.vnd(column);
      if (amount !== null) totals.push({ file: file.name, key, measure, amount });
    }
    noteLostZeros(table, sink, { row: row.number });
  }
  return { rows: seen.size, totals };
}

import type { BusinessDate } from '../../../kernel/dates.ts';
import { isValidPhone } from '../../../kernel/phone.ts';
import { plainLine } from '../../../kernel/plain-text.ts';
import type { Row } from './cell.ts';
import { type DateFormat, noEvidence, readDateText } from './date-column.ts';
import type { FoundFault } from './faults.ts';
import { mixedText } from './finish-report31.ts';
import type { StagedValue } from './loan-columns.ts';
import { lostZerosText } from './lost-zeros.ts';
import type { FrozenLoan, GroupSeen } from './report31-reading.ts';
import type { Table } from './table.ts';

/** Rows of a file that comes beside report 31, typed. */
export type SiblingRows = {
  readonly rows: number;
  /** Rows that report 31 knows: they show that both files are of one date. */
  readonly matched: number;
  readonly notes: readonly string[];
  readonly officeCode: string | undefined;
};

/** What report 31 of the same batch knows; empty where the batch has none. */
export type Report31Index = {
  readonly frozen: ReadonlyMap<string, FrozenLoan>;
  readonly contracts: { has(contractNo: string): boolean };
  readonly groups: ReadonlyMap<string, GroupSeen>;
};

/** Receives typed rows with the code of their commune. */
export type SiblingSink = {
  row(communeCode: string, values: readonly StagedValue[]): void;
  fault(fault: FoundFault): void;
};

type FrozenHeader =
  | 'Mã PGD'
  | 'Mã xã'
  | 'Mã khách hàng'
  | 'Mã tổ'
  | 'Số khế ước'
  | 'ĐVUT'
  | 'Dư nợ khoanh'
  | 'Ngày hiệu lực'
  | 'Ngày hết hạn khoanh'
  | 'Nguyên nhân';

/** The frozen list's columns that must be there. */
export const FROZEN_ESSENTIAL = ['Mã xã', 'Số khế ước', 'Dư nợ khoanh'] as const;

/** The columns of a staged freeze after commune and batch. */
export const STAGED_FREEZE_COLUMNS: readonly string[] = [
  ...[
    'contract_no',
    'village_code',
    'group_code',
    'association_code',
    'frozen_vnd',
    'frozen_on',
    'ends_on',
    'reason',
  ],
];

/** The date column by which the frozen list can be compared with report 31. */
export const FREEZE_END_HEADER = 'Ngày hết hạn khoanh';

/** Reads the frozen list: since when, until when and why; the only file that says so. */
export function readFrozenList(
  table: Table<FrozenHeader>,
  rows: readonly Row[],
  { report31, sink }: { report31: Report31Index; sink: SiblingSink },
): SiblingRows {
  const seen = new Map<string, number>();
  const unmatched: string[] = [];
  let officeCode: string | undefined;
  for (const row of rows) {
    table.at(row);
    if (table.repeatsHeader('Số khế ước')) continue;
    const contractNo = table.code('Số khế ước', 0);
    if (contractNo === '') {
      if (!table.isFurniture()) table.problems.add('rowWithoutKey', { row: row.number, key: 'số khế ước' });
      continue;
    }
    officeCode ??= table.code('Mã PGD', 6) || undefined;
    const before = seen.get(contractNo);
    if (before !== undefined) {
      table.problems.add('repeatedKey', {
        key: 'số khế ước',
        value: contractNo,
        first: before,
        row: row.number,
      });
      continue;
    }
    seen.set(contractNo, row.number);
    const loan = report31.frozen.get(contractNo);
    if (!loan) unmatched.push(contractNo);
    const communeCode = table.code('Mã xã', 6);
    const frozenVnd = table.vnd('Dư nợ khoanh') ?? 0n;
    sink.row(loan?.communeCode ?? communeCode, [
      contractNo,
      loan?.villageCode ?? '',
      loan?.groupCode ?? table.code('Mã tổ', 7),
      loan?.associationCode ?? table.code('ĐVUT', 2),
      frozenVnd,
      table.date('Ngày hiệu lực'),
      table.date(FREEZE_END_HEADER),
      table.text('Nguyên nhân') || null,
    ]);
    if (table.isAmerican)
      sink.fault({
        code: 'D6',
        kind: 'american',
        row: row.number,
        contractNo,
        found: 'Ngày ghi tháng trước',
      });
    noteLostZeros(table, sink, { row: row.number, contractNo });
  }
  sendMixed(table, sink);
  const notes = unmatched.length === 0 ? [] : [`Không có trong mẫu 31: ${shown(unmatched)}`];
  return { rows: seen.size, matched: seen.size - unmatched.length, notes, officeCode };
}

/**
 * The format of the frozen list's end dates, where its own texts cannot say: the one in which they equal those of
 * report 31 [EX11]. Undefined when neither or both do.
 */
export function freezeEndFormat(
  table: Table<FrozenHeader>,
  rows: readonly Row[],
  frozen: ReadonlyMap<string, FrozenLoan>,
): DateFormat | undefined {
  const equal = { vietnamese: 0, american: 0 };
  for (const row of rows) {
    table.at(row);
    const text = table.cell(FREEZE_END_HEADER);
    const expected = frozen.get(table.code('Số khế ước', 0))?.freezeEndsOn;
    if (typeof text !== 'string' || !expected) continue;
    for (const format of ['vietnamese', 'american'] as const)
      if (readDateText(text.trim(), format, noEvidence()) === expected) equal[format] += 1;
  }
  if (equal.vietnamese === equal.american) return undefined;
  return equal.vietnamese > equal.american ? 'vietnamese' : 'american';
}

type LeaderHeader =
  | 'Mã PGD'
  | 'Mã xã'
  | 'Tên xã'
  | 'Mã điểm GDXA'
  | 'Tên điểm GDXA'
  | 'Ngày GDXA'
  | 'Mã thôn'
  | 'Tên thôn'
  | 'ĐVUT'
  | 'Mã tổ trưởng'
  | 'Tên tổ trưởng'
  | 'Năm sinh tổ trưởng'
  | 'SĐT Tổ trưởng'
  | 'Mã KH tổ phó'
  | 'Tên Tổ phó'
  | 'Trạng thái'
  | 'Loại tổ';

/** The leaders' columns that must be there. */
export const LEADERS_ESSENTIAL = ['Mã xã', 'Mã tổ trưởng', 'Tên tổ trưởng'] as const;

/** The columns of a staged group after commune and batch. */
export const STAGED_GROUP_COLUMNS: readonly string[] = [
  ...['group_code', 'new_group_id', 'leader_name', 'leader_born_on', 'leader_born_year', 'leader_phone'],
  ...[
    'deputy_customer_code',
    'deputy_name',
    'village_code',
    'village_name',
    'association_code',
    'group_type',
  ],
  ...['status', 'point_code', 'point_name', 'session_day'],
];

/** Reads the leaders' file, then adds the groups of report 31 that it lacks: every group is staged once. */
export function readLeaders(
  table: Table<LeaderHeader>,
  rows: readonly Row[],
  { report31, sink, newId }: { report31: Report31Index; sink: SiblingSink; newId: () => string },
): SiblingRows & { readonly villages: ReadonlyMap<string, { communeCode: string; name: string }> } {
  const seen = new Map<string, number>();
  const villages = new Map<string, { communeCode: string; name: string }>();
  let [matched, officeCode] = [0, undefined as string | undefined];
  for (const row of rows) {
    table.at(row);
    if (table.repeatsHeader('Mã tổ trưởng')) continue;
    const groupCode = table.code('Mã tổ trưởng', 7);
    if (groupCode === '') {
      if (!table.isFurniture()) table.problems.add('rowWithoutKey', { row: row.number, key: 'mã tổ' });
      continue;
    }
    officeCode ??= table.code('Mã PGD', 6) || undefined;
    const communeCode = table.code('Mã xã', 6);
    const key = `${communeCode} ${groupCode}`;
    const before = seen.get(key);
    if (before !== undefined) {
      table.problems.add('repeatedKey', { key: 'mã tổ', value: groupCode, first: before, row: row.number });
      continue;
    }
    seen.set(key, row.number);
    const known = report31.groups.get(key);
    if (known) matched += 1;
    const leader = readLeader(table, { groupCode, known, newId });
    villages.set(leader.villageCode, { communeCode, name: leader.villageName });
    sink.row(communeCode, leader.values);
    noteLostZeros(table, sink, { row: row.number });
    if (table.isAmerican)
      sink.fault({ code: 'D6', kind: 'american', row: row.number, found: 'Ngày ghi tháng trước' });
  }
  sendMixed(table, sink);
  const missing = [...report31.groups].filter(([key]) => !seen.has(key)).map(([, group]) => group);
  for (const group of missing) sink.row(group.communeCode, groupFromLoans(group, newId));
  const notes =
    missing.length === 0
      ? []
      : [
          `Thiếu ${missing.length} tổ có trong mẫu 31, lấy theo mẫu 31: ${shown(missing.map((group) => group.code))}`,
        ];
  return { rows: seen.size, matched, notes, officeCode, villages };
}

function readLeader(
  table: Table<LeaderHeader>,
  { groupCode, known, newId }: { groupCode: string; known: GroupSeen | undefined; newId: () => string },
): { villageCode: string; villageName: string; values: StagedValue[] } {
  const villageCode = table.code('Mã thôn', 8) || (known?.villageCode ?? '');
  const villageName = plainLine(table.text('Tên thôn'));
  const born = readBorn(table);
  const optional = (header: LeaderHeader) => table.text(header) || null;
  const name = plainLine(table.text('Tên tổ trưởng'));
  return {
    villageCode,
    villageName,
    values: [
      ...[groupCode, newId(), name || (known?.leaderName ?? ''), born.on, born.year, readLeaderPhone(table)],
      ...[
        table.code('Mã KH tổ phó', 10) || null,
        plainLine(table.text('Tên Tổ phó')) || null,
        villageCode,
        villageName || null,
      ],
      ...[table.code('ĐVUT', 2) || (known?.associationCode ?? ''), table.code('Loại tổ', 2) || null],
      ...[optional('Trạng thái'), optional('Mã điểm GDXA'), optional('Tên điểm GDXA')],
      table.integer('Ngày GDXA') ?? known?.sessionDay ?? null,
    ],
  };
}

/** The column is named after the year and holds a whole date as often. */
function readBorn(table: Table<LeaderHeader>): { on: BusinessDate | null; year: number | null } {
  const text = table.text('Năm sinh tổ trưởng').replace(/\.0+$/, '');
  if (/^\d{4}$/.test(text)) return { on: null, year: Number(text) };
  const on = table.date('Năm sinh tổ trưởng');
  return { on, year: on === null ? null : Number(on.slice(0, 4)) };
}

function readLeaderPhone(table: Table<LeaderHeader>): string | null {
  const digits = table
    .text('SĐT Tổ trưởng')
    .replace(/\.0+$/, '')
    .replace(/[\s.-]/g, '');
  return isValidPhone(`0${digits}`) ? `0${digits}` : digits || null;
}

/** A group that no leaders' file names, as its loans show it. */
export function groupFromLoans(group: GroupSeen, newId: () => string): StagedValue[] {
  const { code, leaderName, villageCode, associationCode, groupType, sessionDay } = group;
  return [
    ...[code, newId(), leaderName, null, null, null, null, null, villageCode, null],
    ...[associationCode, groupType, null, null, null, sessionDay],
  ];
}

/** Notes the lost zeros of a row in a file other than report 31. */
export function noteLostZeros(
  table: Table<never>,
  sink: SiblingSink,
  place: { row: number; contractNo?: string },
): void {
  if (table.lostZeros.length === 0) return;
  sink.fault({ code: 'D4', kind: 'otherFile', ...place, ...lostZerosText(table.lostZeros) });
}

/** Notes cells of another type than their column. */
export function sendMixed(table: Table<never>, sink: SiblingSink): void {
  for (const { row, column, is } of table.mixedCells())
    sink.fault({ code: 'D5', kind: 'mixed', row, column, found: mixedText(is) });
}

const SHOWN = 5;

function shown(codes: readonly string[]): string {
  const first = codes.slice(0, SHOWN).join(', ');
  return codes.length > SHOWN ? `${first} và ${codes.length - SHOWN} mã nữa` : first;
}

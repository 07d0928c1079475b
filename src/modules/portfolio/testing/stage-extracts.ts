import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import type { BusinessDate } from '../../../kernel/dates.ts';
import { type Id, uuidV7 } from '../../../kernel/ids.ts';
import { readWorkbook, type WorkbookRow } from './read-workbook.ts';
import {
  dayOf,
  groupCodeOf,
  type StagedRow,
  stagedLoanOf,
  stagedPersonOf,
  stagedSavingOf,
} from './staged-rows.ts';

let moment = Date.UTC(2026, 10, 3);

/** Ids for tests: each later than the one before. */
export const nextId = (): Id => uuidV7(moment++, randomBytes(10));

/** Makes ids that are earlier than all others: for what is there before whoever calls, in another process too. */
export function withEarlierIds<T>(work: () => Promise<T>): Promise<T> {
  const standing = moment;
  moment = Date.UTC(2026, 10, 2);
  return work().finally(() => {
    moment = standing;
  });
}

/** Which extracts are staged, and for which office. */
export type Staging = {
  readonly folder: string;
  readonly dataDate: BusinessDate;
  readonly officeId: Id;
  /** Leaves communes out, as an office does that uploads only some. */
  readonly onlyCommunes?: readonly string[];
};

/** A staged batch. */
export type StagedBatch = { readonly batchId: Id; readonly communes: ReadonlyMap<string, Id> };

/** Stages the synthetic extracts of one date the way an import does, through the owner's connection. */
export async function stageExtracts(owner: pg.Client, staging: Staging): Promise<StagedBatch> {
  const { folder, dataDate, officeId } = staging;
  const file = (stem: string) => readWorkbook(join(folder, `${stem}-${dataDate}.xlsx`));
  const isIn = (row: WorkbookRow) => staging.onlyCommunes?.includes(row['Mã xã'] ?? '') ?? true;
  const loans = file('bao-cao-31').filter(isIn);
  const batchId = nextId();
  await owner.query(
    `insert into extracts.batch (office_id, id, state, data_date, created_at) values ($1, $2, 'ready', $3, '2026-11-03')`,
    [officeId, batchId, dataDate],
  );
  const communes = await stageAreas(owner, { ...staging, batchId, rows: loans });
  const stage = (table: string, rows: StagedRow[]) => insertRows(owner, table, batchId, rows);
  const own = (row: WorkbookRow, values: StagedRow): StagedRow => ({
    commune_id: communes.get(row['Mã xã'] ?? '') ?? '',
    ...values,
  });
  const staged = <T extends StagedRow>(
    rows: WorkbookRow[],
    make: (row: WorkbookRow, n: number) => T | undefined,
    key: string,
  ) =>
    unique(
      rows.flatMap((row, n) => [make(row, n)].flatMap((values) => (values ? [own(row, values)] : []))),
      key,
    );
  await stage('staged_loan', staged(loans, stagedLoanOf, 'contract_no'));
  const people = staged(loans, stagedPersonOf, 'customer_code');
  await stage(
    'staged_person',
    people.map((person) => ({ ...person, new_person_id: nextId(), new_household_id: nextId() })),
  );
  await stage('staged_saving', staged(loans, stagedSavingOf, 'book_no'));
  await stage('staged_freeze', staged(file('no-khoanh').filter(isIn), freezeOf, 'contract_no'));
  await stage('staged_group', staged(file('to-truong').filter(isIn), groupOf, 'group_code'));
  await stage('staged_score', staged(file('cham-diem-to').filter(isIn), scoreOf, 'group_code'));
  const ofOffice = (row: StagedRow) => ({ office_id: officeId, batch_id: batchId, ...row });
  await insertRows(owner, 'control_total', undefined, controlTotals(file).map(ofOffice));
  await insertRows(owner, 'batch_file', undefined, [
    ofOffice({
      id: nextId(),
      position: 1,
      name: `bao-cao-31-${dataDate}.xlsx`,
      sha256: batchId,
      size_bytes: 1,
      state: 'read',
      kind: 'report31',
      rows: loans.length,
      notes: '[]',
    }),
  ]);
  return { batchId, communes };
}

type AreaStaging = Staging & { readonly batchId: Id; readonly rows: readonly WorkbookRow[] };

async function stageAreas(
  owner: pg.Client,
  { officeId, batchId, rows }: AreaStaging,
): Promise<Map<string, Id>> {
  const known = await owner.query<{ bank_code: string; id: Id }>('select bank_code, id from registry.area');
  const ids = new Map(known.rows.map((area) => [area.bank_code, area.id]));
  const codes = new Map<
    string,
    { kind: string; bank_code: string; commune_code: string; name: string | null }
  >();
  for (const row of rows) {
    const commune = row['Mã xã'] ?? '';
    const isCounter = row['Số khế ước'] === '';
    codes.set(commune, {
      kind: isCounter ? 'counter' : 'commune',
      bank_code: commune,
      commune_code: commune,
      name: row['Tên xã'] || null,
    });
    const village = row['Mã thôn'] ?? '';
    if (!isCounter)
      codes.set(village, {
        kind: 'village',
        bank_code: village,
        commune_code: commune,
        name: row['Tên thôn'] || null,
      });
  }
  const areas = [...codes.entries()].map(([code, area]) => {
    const id = ids.get(code);
    return {
      ...area,
      office_id: officeId,
      batch_id: batchId,
      area_id: id ?? nextId(),
      is_new: id === undefined,
    };
  });
  await insertRows(owner, 'staged_area', undefined, areas);
  return new Map(
    areas.filter((area) => area.kind !== 'village').map((area) => [area.bank_code, area.area_id]),
  );
}

function freezeOf(row: WorkbookRow): StagedRow {
  return {
    contract_no: row['Số khế ước'] ?? '',
    village_code: '',
    group_code: groupCodeOf(row['Mã tổ']),
    association_code: row.ĐVUT ?? '',
    frozen_vnd: Number(row['Dư nợ khoanh']),
    frozen_on: dayOf(row['Ngày hiệu lực']),
    ends_on: dayOf(row['Ngày hết hạn khoanh']),
    reason: row['Nguyên nhân'] || null,
  };
}

function groupOf(row: WorkbookRow): StagedRow {
  return {
    group_code: groupCodeOf(row['Mã tổ']),
    new_group_id: nextId(),
    leader_name: row['Tên tổ trưởng'] ?? '',
    leader_phone: row['SĐT Tổ trưởng'] || null,
    village_code: row['Mã thôn'] ?? '',
    association_code: row.ĐVUT ?? '',
    point_code: row['Mã điểm GDXA'] || null,
    point_name: row['Tên điểm GDXA'] || null,
    session_day: Number(row['Ngày GDXA']),
  };
}

function scoreOf(row: WorkbookRow): StagedRow {
  const points = (name: string) => Number(row[name]);
  return {
    group_code: groupCodeOf(row['Mã tổ']),
    attendance_points: points('Điểm GDTX'),
    overdue_points: points('Điểm NQH'),
    principal_points: points('Điểm thu nợ'),
    interest_points: points('Điểm thu lãi'),
    savers_points: points('Điểm TV tiền gửi'),
    savings_growth_points: points('Điểm DS TG'),
    total_points: points('Tổng điểm'),
    grade: ['', '0'].includes(row['Xếp loại'] ?? '') ? null : (row['Xếp loại'] ?? null),
  };
}

const HEAD_OFFICE: Record<string, string> = {
  '(3)': 'lending_month',
  '(4)': 'lending_year',
  '(5)': 'collected_month',
  '(6)': 'collected_year',
  '(7)': 'written_off_month',
  '(8)': 'written_off_year',
  '(9)': 'outstanding',
  '(10)': 'in_term',
  '(11)': 'overdue',
  '(12)': 'frozen',
  '(13)': 'short',
  '(14)': 'medium',
  '(15)': 'long',
  '(16)': 'customers',
  '(17)': 'turns',
};

const LEN_31: Record<string, string> = {
  '(5)': 'outstanding',
  '(6)': 'in_term',
  '(7)': 'overdue',
  '(8)': 'frozen',
  '(10)': 'lending_month',
  '(11)': 'collected_month',
  '(12)': 'interest_month',
};

function controlTotals(file: (stem: string) => WorkbookRow[]): StagedRow[] {
  const cells = (name: string, stem: string, columns: Record<string, string>, unit: number) =>
    file(stem).flatMap((row) =>
      Object.entries(columns).map(([column, measure]) => {
        const isCount = measure === 'customers' || measure === 'turns';
        const amount = Math.round(Number(row[column]) * (isCount ? 1 : unit));
        return { file: name, key: row.Mã ?? '', measure, amount };
      }),
    );
  return [
    ...cells('BCDHTD 01.1', 'bcdhtd-011', HEAD_OFFICE, 1_000_000),
    ...cells('BCDHTD 01.2', 'bcdhtd-012', HEAD_OFFICE, 1_000_000),
    ...cells('LEN_31', 'len31-xaphuong', LEN_31, 1),
  ];
}

/** The first row of each key: a contract on two rows is one loan. */
function unique(rows: StagedRow[], key: string): StagedRow[] {
  return [
    ...new Map(rows.map((row) => [row[key], row]).reverse() as [unknown, StagedRow][]).values(),
  ].reverse();
}

async function insertRows(
  owner: pg.Client,
  table: string,
  batchId: Id | undefined,
  rows: readonly StagedRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const all = batchId === undefined ? rows : rows.map((row) => ({ ...row, batch_id: batchId }));
  const columns = Object.keys(all[0] ?? {}).join(', ');
  await owner.query(
    `insert into extracts.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::extracts.${table}, $1)`,
    [JSON.stringify(all)],
  );
}

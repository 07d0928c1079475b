import { STAGED_LOAN_COLUMNS } from './loan-columns.ts';
import { STAGED_SCORE_COLUMNS } from './office-files.ts';
import { STAGED_PERSON_COLUMNS } from './person-row.ts';
import { STAGED_FREEZE_COLUMNS, STAGED_GROUP_COLUMNS } from './sibling-files.ts';

/** The staged tables of communes, with the columns that follow commune and batch, in the order in which rows are sent. */
export const COMMUNE_TABLES = {
  staged_loan: STAGED_LOAN_COLUMNS,
  staged_person: ['customer_code', 'new_person_id', 'new_household_id', ...STAGED_PERSON_COLUMNS],
  staged_saving: [
    'book_no',
    'customer_code',
    'village_code',
    'group_code',
    'association_code',
    'balance_vnd',
  ],
  staged_freeze: STAGED_FREEZE_COLUMNS,
  staged_group: STAGED_GROUP_COLUMNS,
  staged_score: STAGED_SCORE_COLUMNS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The tables of the office, with the columns that follow office and batch. */
export const OFFICE_TABLES = {
  fault: [
    ...['code', 'number', 'kind', 'file_id', 'sheet', 'row_number', 'column_name', 'contract_no'],
    ...['customer_code', 'found', 'done'],
  ],
  control_total: ['file', 'key', 'measure', 'amount'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A staged table of a commune. */
export type CommuneTable = keyof typeof COMMUNE_TABLES;

/** Any table that a reading fills. */
export type StagedTable = CommuneTable | keyof typeof OFFICE_TABLES;

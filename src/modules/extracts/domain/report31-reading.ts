import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import type { FoundFault } from './faults.ts';
import type { LoanValues, StagedValue } from './loan-columns.ts';
import type { LoanTable } from './loan-row.ts';

/** Where read rows go. A commune's code is empty for savers at the office's counter. */
export type LoanSink = {
  loan(communeCode: string, values: LoanValues): void;
  person(communeCode: string, customerCode: string, values: readonly StagedValue[]): void;
  /** `book_no, customer_code, village_code, group_code, association_code, balance_vnd`. */
  saving(communeCode: string, values: readonly StagedValue[]): void;
  fault(fault: FoundFault): void;
};

/** A commune as the report shows it: its rows as they stand, and its loans after duplicates were joined. */
export type CommuneSums = {
  readonly code: string;
  name: string;
  rows: number;
  /** The balance column added up as it stands, duplicates and all. */
  rawOutstandingVnd: Vnd;
  loans: number;
  outstandingVnd: Vnd;
  inTermVnd: Vnd;
  overdueVnd: Vnd;
  frozenVnd: Vnd;
};

/** A group as its loans show it. */
export type GroupSeen = {
  readonly code: string;
  readonly communeCode: string;
  readonly villageCode: string;
  readonly associationCode: string;
  readonly leaderName: string;
  readonly groupType: string | null;
  readonly sessionDay: number | null;
};

/** What sibling files are checked against. */
export type FrozenLoan = {
  readonly communeCode: string;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly associationCode: string;
  readonly frozenVnd: Vnd;
  readonly freezeEndsOn: BusinessDate | null;
};

/** A savings book where it was first met: a row that repeats it must agree. */
export type SavingSeen = { readonly row: number; readonly balanceVnd: Vnd };

/** A row on its way to a commune that may turn out not to be the report's [EX18]. */
export type CommuneRow = { readonly communeCode: string; readonly values: readonly StagedValue[] };

/** One use of a phone number by a customer. */
export type PhoneUse = { readonly row: number; readonly contractNo: string; readonly customerCode: string };

/** The counts that lead from rows to loans. */
export type RowCounts = {
  rows: number;
  savingsOnly: number;
  /** Rows beyond the first of a contract. */
  duplicates: number;
  /** Contracts that are CLOSE. */
  closed: number;
  /** Of the closed, those that still owe: they count as loans. */
  closedWithBalance: number;
  /** Contracts that are OPEN and owe no principal. */
  withoutBalance: number;
  /** Contracts with a balance. */
  loans: number;
  surplusVnd: Vnd;
  /** Books of 14 digits: internal accounts of the system, no savings. */
  internalBooks: number;
};

/** The first row of a contract and its balances there, the four that must add up; null where one was unreadable. */
export type ContractSeen = { readonly row: number; readonly balances: readonly Vnd[] | null };

/** Report 31 in the middle of being read. */
export type Report31State = {
  readonly table: LoanTable;
  readonly sink: LoanSink;
  readonly counts: RowCounts;
  office: { readonly row: number; readonly code: string; name: string; branchCode: string } | undefined;
  dataDate: { readonly row: number; readonly date: BusinessDate } | undefined;
  /** Each contract met, as its first row has it. */
  readonly contracts: Map<string, ContractSeen>;
  readonly communes: Map<string, CommuneSums>;
  readonly villages: Map<string, { readonly communeCode: string; name: string }>;
  /** By commune and code: a code is unique in its commune only. */
  readonly groups: Map<string, GroupSeen>;
  readonly groupsWithBalance: Set<string>;
  readonly persons: Set<string>;
  readonly customersWithBalance: Set<string>;
  readonly phones: Map<string, PhoneUse[]>;
  readonly frozen: Map<string, FrozenLoan>;
  readonly savings: Map<string, SavingSeen>;
  /** Books and people of rows without a contract. */
  readonly savingsOnly: CommuneRow[];
  readonly savers: (CommuneRow & { readonly customerCode: string })[];
};

/** Nothing read yet. */
export function startReport31(table: LoanTable, sink: LoanSink): Report31State {
  return {
    table,
    sink,
    counts: {
      ...{
        rows: 0,
        savingsOnly: 0,
        duplicates: 0,
        closed: 0,
        closedWithBalance: 0,
        withoutBalance: 0,
        loans: 0,
      },
      surplusVnd: 0n,
      internalBooks: 0,
    },
    office: undefined,
    dataDate: undefined,
    contracts: new Map(),
    communes: new Map(),
    villages: new Map(),
    groups: new Map(),
    groupsWithBalance: new Set(),
    persons: new Set(),
    customersWithBalance: new Set(),
    phones: new Map(),
    frozen: new Map(),
    savings: new Map(),
    savingsOnly: [],
    savers: [],
  };
}

/** The sums of a commune, begun when it is first met. */
export function communeOf(state: Report31State, code: string): CommuneSums {
  const known = state.communes.get(code);
  if (known) return known;
  const zero = { rawOutstandingVnd: 0n, outstandingVnd: 0n, inTermVnd: 0n, overdueVnd: 0n, frozenVnd: 0n };
  const commune = { code, name: '', rows: 0, loans: 0, ...zero };
  state.communes.set(code, commune);
  return commune;
}

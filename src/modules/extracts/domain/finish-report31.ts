import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import type { MixedCell } from './mixed-types.ts';
import type { CommuneSums, FrozenLoan, GroupSeen, Report31State, RowCounts } from './report31-reading.ts';
import { savingsCommune } from './report31-savings.ts';

/** Report 31 read to its end. */
export type Report31 = {
  readonly office: { readonly code: string; readonly name: string; readonly branchCode: string } | undefined;
  readonly dataDate: BusinessDate | undefined;
  readonly counts: RowCounts;
  readonly customers: number;
  readonly groupsWithBalance: number;
  readonly communes: readonly CommuneSums[];
  readonly savings: { readonly books: number; readonly balanceVnd: Vnd; readonly counterRows: number };
  readonly villages: ReadonlyMap<string, { readonly communeCode: string; readonly name: string }>;
  readonly groups: ReadonlyMap<string, GroupSeen>;
  readonly frozen: ReadonlyMap<string, FrozenLoan>;
  readonly contracts: { has(contractNo: string): boolean };
};

/**
 * Ends the reading: sends what could be known only now (savings, savers, faults that need the whole file) and checks
 * that the rows lead to the loans [EX17].
 *
 * @param sharedPhoneCustomers from how many customers on a phone number counts as shared
 */
export function finishReport31(state: Report31State, sharedPhoneCustomers: number): Report31 {
  checkRows(state);
  const savings = sendSavings(state);
  sendMixedTypes(state);
  sendSharedPhones(state, sharedPhoneCustomers);
  const { office, dataDate, counts } = state;
  return {
    office: office && { code: office.code, name: office.name, branchCode: office.branchCode },
    dataDate: dataDate?.date,
    counts,
    customers: state.customersWithBalance.size,
    groupsWithBalance: state.groupsWithBalance.size,
    communes: [...state.communes.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    savings,
    villages: state.villages,
    groups: state.groups,
    frozen: state.frozen,
    contracts: state.contracts,
  };
}

function checkRows({ counts, table }: Report31State): void {
  const { rows, savingsOnly, duplicates, closed, closedWithBalance, withoutBalance, loans } = counts;
  const closedWithout = closed - closedWithBalance;
  if (rows === closedWithout + savingsOnly + duplicates + withoutBalance + loans) return;
  table.problems.add('rowsDoNotAddUp', {
    ...{ rows, closed: closedWithout, savingsOnly, duplicates, withoutBalance, loans },
  });
}

function sendSavings(state: Report31State): Report31['savings'] {
  let balanceVnd = 0n;
  for (const saving of state.savings.values()) balanceVnd += saving.balanceVnd;
  for (const row of state.savingsOnly) state.sink.saving(savingsCommune(state, row), row.values);
  let counterRows = 0;
  for (const saver of state.savers) {
    const commune = savingsCommune(state, saver);
    if (commune === '') counterRows += 1;
    else communeRow(state, commune);
    const key = `${commune} ${saver.customerCode}`;
    if (saver.customerCode === '' || state.persons.has(key)) continue;
    state.persons.add(key);
    state.sink.person(commune, saver.customerCode, saver.values);
  }
  return { books: state.savings.size, balanceVnd, counterRows };
}

function communeRow(state: Report31State, code: string): void {
  const commune = state.communes.get(code);
  if (commune) commune.rows += 1;
}

function sendMixedTypes(state: Report31State): void {
  for (const { row, column, is } of state.table.mixedCells())
    state.sink.fault({ code: 'D5', kind: 'mixed', row, column, found: mixedText(is) });
}

/** What is said of a cell that is of another type than its column [D5]. */
export function mixedText(is: MixedCell['is']): string {
  return is === 'number' ? 'Số trong cột chữ' : 'Chữ trong cột số';
}

function sendSharedPhones(state: Report31State, sharedPhoneCustomers: number): void {
  for (const uses of state.phones.values()) {
    if (uses.length < sharedPhoneCustomers) continue;
    const found = `${uses.length} khách hàng chung một số`;
    for (const use of uses) state.sink.fault({ code: 'D14', kind: 'shared', ...use, found });
  }
}

import { formatDate } from '../../../kernel/dates.ts';
import { formatInteger } from '../../../kernel/money.ts';
import { isValidPhone } from '../../../kernel/phone.ts';
import { plainLine } from '../../../kernel/plain-text.ts';
import type { Row } from './cell.ts';
import type { FoundFault } from './faults.ts';
import { type Loan, type RowKeys, readKeys, readLoan } from './loan-row.ts';
import { lostZerosText } from './lost-zeros.ts';
import { readCustomer, readPhone } from './person-row.ts';
import { type ContractSeen, communeOf, type Report31State } from './report31-reading.ts';
import { addSaving, addSavingsOnly } from './report31-savings.ts';

/** Reads one row below the header of report 31 into the sink and the state. */
export function readReport31Row(state: Report31State, row: Row): void {
  const { table, counts } = state;
  table.at(row);
  if (table.repeatsHeader('Số khế ước') || table.repeatsHeader('Mã KH')) return;
  const keys = readKeys(table, row);
  // Where people sign, a word can stand in any column, as the customer's code.
  if (keys.contractNo === '' && table.isFurniture()) return;
  if (keys.customerCode === '') {
    table.problems.add('rowWithoutKey', { row: row.number, key: 'mã khách hàng' });
    return;
  }
  counts.rows += 1;
  checkOffice(state, keys);
  checkDataDate(state, keys);
  if (keys.contractNo === '') {
    addSavingsOnly(state, keys);
    return;
  }
  if (keys.customerCode === '')
    table.problems.add('rowWithoutKey', { row: row.number, key: 'mã khách hàng' });
  if (keys.communeCode === '') table.problems.add('rowWithoutKey', { row: row.number, key: 'mã xã' });
  const before = state.contracts.get(keys.contractNo);
  if (before) {
    joinDuplicate(state, keys, before);
    return;
  }
  const loan = readLoan(table, keys);
  const phone = readPhone(table);
  addLoan(state, keys, loan);
  addCustomer(state, keys, phone);
  addSaving(state, keys, false);
  noteFaults(state, keys, { loan, phone });
}

function checkOffice(state: Report31State, { row, officeCode }: RowKeys): void {
  const { table, office } = state;
  if (!office) {
    if (officeCode === '') {
      table.unreadable('Mã PGD', 'mã 6 chữ số');
      return;
    }
    const branchCode = table.code('Mã CN', 6);
    state.office = { row, code: officeCode, name: table.text('Tên PGD'), branchCode };
    return;
  }
  if (office.name === '') office.name = table.text('Tên PGD');
  if (office.code === officeCode) {
    // Asked for in every row, because a lost zero in it counts like one in any other code.
    table.code('Mã CN', 6);
    return;
  }
  table.problems.add('twoOffices', {
    first: office.row,
    office: office.code,
    row,
    other: officeCode || '(trống)',
  });
}

function checkDataDate(state: Report31State, { row }: RowKeys): void {
  const { table, dataDate } = state;
  if (!table.has('Ngày số liệu')) return;
  const date = table.date('Ngày số liệu');
  if (date === null) {
    if (table.cell('Ngày số liệu') === undefined) table.unreadable('Ngày số liệu', 'ngày');
    return;
  }
  if (!dataDate) state.dataDate = { row, date };
  else if (dataDate.date !== date)
    table.problems.add('twoDataDates', {
      ...{ first: dataDate.row, date: formatDate(dataDate.date), row, other: formatDate(date) },
    });
}

/** The balances that must add up, and be the same on every row of a contract. */
const BALANCES = ['Tổng dư nợ', 'Dư nợ trong hạn', 'Dư nợ quá hạn', 'Dư nợ khoanh'] as const;

/** A further row of a contract gives its savings book and nothing else [D1]. */
function joinDuplicate(state: Report31State, keys: RowKeys, before: ContractSeen): void {
  const { table, counts, sink } = state;
  const outstandingVnd = table.vnd('Tổng dư nợ') ?? 0n;
  const parts = [table.vnd('Dư nợ trong hạn'), table.vnd('Dư nợ quá hạn'), table.vnd('Dư nợ khoanh')];
  const balances = [outstandingVnd, ...parts.map((part) => part ?? 0n)];
  const contract = keys.contractNo;
  const isSame = before.balances?.every((balance, i) => balance === balances[i]) ?? true;
  if (!isSame && table.areReadable(BALANCES))
    table.problems.add('duplicateDiffers', { contract, first: before.row, row: keys.row });
  counts.duplicates += 1;
  counts.surplusVnd += outstandingVnd;
  const commune = communeOf(state, keys.communeCode);
  commune.rows += 1;
  commune.rawOutstandingVnd += outstandingVnd;
  addSaving(state, keys, false);
  sink.fault({
    ...{ code: 'D1', kind: 'duplicate', row: keys.row },
    ...{ contractNo: contract, customerCode: keys.customerCode },
    found: `Dòng đầu là dòng ${before.row}, dư nợ lặp ${formatInteger(outstandingVnd)} đ`,
  });
}

function addLoan(state: Report31State, keys: RowKeys, loan: Loan): void {
  const { table, counts, sink } = state;
  const { outstandingVnd, inTermVnd, overdueVnd, frozenVnd } = loan;
  const parts = inTermVnd + overdueVnd + frozenVnd;
  const place = { row: keys.row, contract: keys.contractNo };
  // A balance that could not be read is told once, as the cell it stands in.
  const isReadable = table.areReadable(BALANCES);
  if (isReadable && parts !== outstandingVnd)
    table.problems.add('partsDoNotAddUp', {
      ...place,
      ...{ parts: formatInteger(parts), total: formatInteger(outstandingVnd) },
    });
  if (outstandingVnd < 0n || inTermVnd < 0n || overdueVnd < 0n || frozenVnd < 0n)
    table.unreadable('Tổng dư nợ', 'dư nợ không âm');
  const balances = isReadable ? [outstandingVnd, inTermVnd, overdueVnd, frozenVnd] : null;
  state.contracts.set(keys.contractNo, { row: keys.row, balances });
  if (loan.isClosed) counts.closed += 1;
  if (loan.isClosed && outstandingVnd !== 0n) counts.closedWithBalance += 1;
  if (!loan.isClosed && outstandingVnd === 0n) counts.withoutBalance += 1;
  addToCommune(state, keys, loan);
  addToGroup(state, keys, loan);
  sink.loan(keys.communeCode, loan.values);
  if (outstandingVnd === 0n) return;
  counts.loans += 1;
  state.customersWithBalance.add(keys.customerCode);
  if (keys.groupCode !== '') state.groupsWithBalance.add(keys.groupCode);
  if (frozenVnd !== 0n)
    state.frozen.set(keys.contractNo, { ...keys, frozenVnd, freezeEndsOn: loan.freezeEndsOn });
}

function addToCommune(state: Report31State, keys: RowKeys, loan: Loan): void {
  const { table } = state;
  const commune = communeOf(state, keys.communeCode);
  if (commune.name === '') commune.name = plainLine(table.text('Tên xã'));
  commune.rows += 1;
  commune.rawOutstandingVnd += loan.outstandingVnd;
  commune.outstandingVnd += loan.outstandingVnd;
  commune.inTermVnd += loan.inTermVnd;
  commune.overdueVnd += loan.overdueVnd;
  commune.frozenVnd += loan.frozenVnd;
  if (loan.outstandingVnd !== 0n) commune.loans += 1;
  if (keys.villageCode === '') return;
  const village = state.villages.get(keys.villageCode);
  if (!village)
    state.villages.set(keys.villageCode, {
      communeCode: keys.communeCode,
      name: plainLine(table.text('Tên thôn')),
    });
  else if (village.name === '') village.name = plainLine(table.text('Tên thôn'));
}

function addToGroup(state: Report31State, keys: RowKeys, loan: Loan): void {
  const { table, groups } = state;
  const { communeCode, villageCode, associationCode, groupCode } = keys;
  const key = `${communeCode} ${groupCode}`;
  if (groupCode === '' || groups.has(key)) return;
  groups.set(key, {
    ...{ code: groupCode, communeCode, villageCode, associationCode },
    leaderName: plainLine(table.text('Tên tổ')),
    groupType: table.code('Loại tổ', 2) || null,
    sessionDay: loan.sessionDay,
  });
}

function addCustomer(state: Report31State, keys: RowKeys, phone: string): void {
  const { communeCode, customerCode, row, contractNo } = keys;
  const key = `${communeCode} ${customerCode}`;
  if (!state.persons.has(key)) {
    state.persons.add(key);
    state.sink.person(communeCode, customerCode, readCustomer(state.table, keys, phone));
  }
  if (!isValidPhone(phone)) return;
  const uses = state.phones.get(phone);
  const use = { row, contractNo, customerCode };
  if (!uses) state.phones.set(phone, [use]);
  else if (uses.every((one) => one.customerCode !== customerCode)) uses.push(use);
}

function noteFaults(
  state: Report31State,
  keys: RowKeys,
  { loan, phone }: { loan: Loan; phone: string },
): void {
  const { table, sink } = state;
  const fault = (code: FoundFault['code'], kind: string, found: string, column?: string) =>
    sink.fault({
      ...{ code, kind, row: keys.row, contractNo: keys.contractNo, customerCode: keys.customerCode, found },
      ...(column === undefined ? {} : { column }),
    });
  if (loan.isClosed) fault('D3', 'closed', 'CLOSE');
  if (table.lostZeros.length > 0) {
    const { column, found } = lostZerosText(table.lostZeros);
    fault('D4', 'loan', found, column);
  }
  if (table.isAmerican) fault('D6', 'american', 'Ngày ghi tháng trước');
  const contradiction = contradictionOf(loan);
  if (contradiction) fault('D10', ...contradiction);
  const { villageCode } = keys;
  if (villageCode !== '' && table.has('Tên thôn') && table.text('Tên thôn') === '')
    fault('D11', 'villageWithoutName', `Mã thôn ${villageCode}`);
  if (keys.groupCode === '') fault('D12', 'direct', 'Không có mã tổ');
  if (!table.has('Số điện thoại')) return;
  if (phone === '') fault('D14', 'blank', 'Trống');
  else if (!isValidPhone(phone))
    fault('D14', 'invalid', `${phone.length} ký tự, không phải 10 chữ số bắt đầu bằng 0`);
}

/** Where the extension and repayment columns of a loan contradict each other: kind and what was found [D10]. */
function contradictionOf(loan: Loan): [kind: string, found: string, column: string] | undefined {
  const { extensionCount: times, extensionMonths: months, dueOnExtended } = loan;
  if (times > 0 && dueOnExtended === null)
    return ['extensionWithoutDate', `Gia hạn ${times} lần`, 'Ngày ĐH theo Gia hạn'];
  if (dueOnExtended !== null && (times === 0 || months === 0))
    return [
      'extensionWithoutCount',
      `Gia hạn đến ${formatDate(dueOnExtended)}, ${times} lần, ${months} tháng`,
      'Số lần đã gia hạn',
    ];
  if (loan.isClosed && loan.outstandingVnd !== 0n)
    return ['closedWithBalance', `Dư nợ ${formatInteger(loan.outstandingVnd)} đ`, 'Tình trạng món vay'];
  if (loan.disbursedVnd === 0n && loan.firstDisbursedOn !== null)
    return ['disbursedButZero', `Giải ngân ngày ${formatDate(loan.firstDisbursedOn)}`, 'Tổng giải ngân'];
  if (loan.principalPaidVnd === 0n && loan.outstandingVnd < loan.disbursedVnd)
    return [
      'repaidButZero',
      `Dư nợ ${formatInteger(loan.outstandingVnd)} đ, giải ngân ${formatInteger(loan.disbursedVnd)} đ`,
      'Gốc đã trả',
    ];
  return undefined;
}

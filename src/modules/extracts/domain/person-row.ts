import { plainLine } from '../../../kernel/plain-text.ts';
import { fold } from '../../../kernel/text.ts';
import type { StagedValue } from './loan-columns.ts';
import type { LoanTable, RowKeys } from './loan-row.ts';
import { remembered } from './remembered.ts';

/** The columns of a staged person after commune, batch and customer code, and the two new ids. */
export const STAGED_PERSON_COLUMNS: readonly string[] = [
  ...[
    'full_name',
    'folded_name',
    'born_on',
    'sex',
    'ethnicity_name',
    'identity_number',
    'identity_issued_on',
  ],
  ...['identity_issuer', 'spouse_name', 'address', 'phone', 'village_code', 'group_code', 'association_code'],
];

const SEXES: Readonly<Record<string, string>> = { '01': 'male', '02': 'female' };
const IDENTITY_DIGITS = 12;
const OLD_IDENTITY_DIGITS = 9;

/** Reads the customer of a row, names and addresses as people read them [GV227]; `phone` as {@link readPhone} gives it. */
export function readCustomer(table: LoanTable, keys: RowKeys, phone: string): StagedValue[] {
  const fullName = plainLine(table.text('Tên KH'));
  if (fullName === '') table.unreadable('Tên KH', 'tên khách hàng');
  const optional = (text: string) => plainLine(text) || null;
  return [
    fullName,
    foldName(fullName),
    table.date('Ngày sinh'),
    SEXES[table.code('Giới tính', 2)] ?? null,
    optional(table.text('Tên DT')),
    readIdentity(table),
    table.date('Ngày cấp CMND'),
    optional(table.text('Nơi cấp CMND')),
    optional(table.text('Tên vợ/chồng')),
    optional(table.text('Địa chỉ')),
    optional(phone),
    keys.villageCode,
    keys.groupCode,
    keys.associationCode,
  ];
}

/** Names are made of few words: each is folded once. */
const foldWord = remembered(fold, 20_000);

function foldName(name: string): string {
  let folded = '';
  let from = 0;
  for (let to = name.indexOf(' '); to >= 0; to = name.indexOf(' ', from)) {
    folded += `${foldWord(name.slice(from, to))} `;
    from = to + 1;
  }
  return folded + foldWord(name.slice(from));
}

/** A number has lost its first zero; eleven digits are a citizen number without it, eight an old one [EX15]. */
function readIdentity(table: LoanTable): string | null {
  const cell = table.cell('Số CMND');
  const text = table.text('Số CMND').replace(/\.0+$/, '');
  if (text === '') return null;
  if (typeof cell !== 'number') return text;
  return text.padStart(text.length > OLD_IDENTITY_DIGITS ? IDENTITY_DIGITS : OLD_IDENTITY_DIGITS, '0');
}

/** The phone of a row: digits as dialled; empty where there is none. */
export function readPhone(table: LoanTable): string {
  const cell = table.cell('Số điện thoại');
  const digits = table
    .text('Số điện thoại')
    .replace(/\.0+$/, '')
    .replace(/[\s.-]/g, '');
  return typeof cell === 'number' && digits !== '' && !digits.startsWith('0') ? `0${digits}` : digits;
}

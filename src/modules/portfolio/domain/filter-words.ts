import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatMoment } from '../../../kernel/moment.ts';
import type { FilterField, LoanFilters } from './loan-filters.ts';

/** Finds the name behind a code; undefined where none is known. */
export type NameOfCode = (code: string) => string | undefined;

/** The names that the codes of filters may stand for. */
export type FilterNames = {
  readonly village: NameOfCode;
  readonly leader: NameOfCode;
  readonly association: NameOfCode;
  readonly programme: NameOfCode;
  readonly fundSource: NameOfCode;
  readonly customer: NameOfCode;
  /** What the day that matters on the list is called. */
  readonly day: string;
};

/** One or more filters in words. */
export type FilterWords = { readonly fields: FilterField[]; readonly words: string };

type Wording<Field extends FilterField> = (
  value: NonNullable<LoanFilters[Field]>,
  names: FilterNames,
) => string;

const STATUS_WORDS = {
  open: 'Còn dư nợ',
  inTerm: 'Trong hạn',
  overdue: 'Quá hạn',
  frozen: 'Khoanh',
  closed: 'Đã tất toán',
  all: 'Cả món đã tất toán',
} as const satisfies Record<NonNullable<LoanFilters['status']>, string>;

/** The bank's figures hold no checks: what is said is what reports say [PF97]. */
const CHECK_WORDS = {
  told: 'Đã có báo cáo kiểm tra 06/TD',
  untold: 'Chưa có báo cáo kiểm tra 06/TD',
} as const satisfies Record<NonNullable<LoanFilters['check']>, string>;

/** A name with its code, so that a paper can be checked against the bank's; the code alone where no name is known. */
const withCode = (noun: string, name: string | undefined, code: string) =>
  name === undefined ? `${noun} ${code}` : `${name} (${code})`;

/** How each filter is told. A filter of the contract without words does not compile [PF75]. */
const WORDINGS: { readonly [Field in FilterField]: Wording<Field> } = {
  villageCode: (code, { village }) => withCode('Thôn, khu phố', village(code), code),
  groupCode: (code, { leader }) => {
    if (code === '') return 'Vay trực tiếp, không qua tổ';
    const name = leader(code);
    return withCode('Tổ', name === undefined ? undefined : `Tổ ${name}`, code);
  },
  associationCode: (code, { association }) => association(code) ?? `Hội ${code}`,
  programmeCode: (code, { programme }) => withCode('Chương trình', programme(code), code),
  fundSource: (code, { fundSource }) => {
    const name = fundSource(code);
    return name === undefined
      ? `Nguồn vốn ${code}`
      : `Nguồn vốn ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
  },
  customerCode: (code, { customer }) => withCode('Khách hàng', customer(code), code),
  status: (status) => STATUS_WORDS[status],
  reach: (reach) => (reach === 'reachable' ? 'Liên lạc được' : 'Chưa liên lạc được'),
  check: (check) => CHECK_WORDS[check],
  checkKnownAt: (moment) => `Báo cáo kiểm tra tính đến ${formatMoment(new Date(moment))}`,
  keyFrom: (date, { day }) => `${day} từ ${formatDate(date)}`,
  keyTo: (date, { day }) => `${day} đến ${formatDate(date)}`,
  text: (text) => `Tên hoặc khế ước có “${text}”`,
};

/** The filters that are set, in words [PF75]: two that say one thing are told once. */
export function filterWords(filters: LoanFilters, names: FilterNames): FilterWords[] {
  const { keyFrom, keyTo, check, checkKnownAt, ...others } = filters;
  const isOneDay = keyFrom !== undefined && keyFrom === keyTo;
  const isAtMoment = check !== undefined && checkKnownAt !== undefined;
  return [
    ...wordsOf(
      { ...others, ...(isAtMoment ? {} : { check, checkKnownAt }), ...(isOneDay ? {} : { keyFrom, keyTo }) },
      names,
    ),
    ...(isAtMoment ? [checkedWords(check, checkKnownAt)] : []),
    ...(isOneDay ? [dayWords(keyFrom, names)] : []),
  ];
}

function dayWords(date: BusinessDate, { day }: FilterNames): FilterWords {
  return { fields: ['keyFrom', 'keyTo'], words: `${day} ngày ${formatDate(date)}` };
}

function checkedWords(check: NonNullable<LoanFilters['check']>, moment: string): FilterWords {
  const words = `${CHECK_WORDS[check]}, tính đến ${formatMoment(new Date(moment))}`;
  return { fields: ['check', 'checkKnownAt'], words };
}

function wordsOf(filters: LoanFilters, names: FilterNames): FilterWords[] {
  return (Object.keys(WORDINGS) as FilterField[]).flatMap((field) => {
    const value = filters[field];
    if (value === undefined) return [];
    const wording = WORDINGS[field] as (value: unknown, names: FilterNames) => string;
    return [{ fields: [field], words: wording(value, names) }];
  });
}

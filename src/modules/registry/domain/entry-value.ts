import { type BusinessDate, parseBusinessDate } from '../../../kernel/dates.ts';

/** What may be entered in place of the bank's value. */
export type EnteredField =
  | 'full_name'
  | 'born_on'
  | 'identity_number'
  | 'identity_issued_on'
  | 'spouse_name'
  | 'address';

const MOST_NAME_WORDS = 8;
/** The longest name of the register; the form of a new member takes no longer one. */
const LONGEST_NAME = 100;

/** Says in Vietnamese what is wrong with a value entered on `today`; undefined when nothing is [RG14]. */
export function problemOf(field: EnteredField, value: string, today: BusinessDate): string | undefined {
  if (field === 'born_on' || field === 'identity_issued_on') return problemOfDate(value, today);
  if (field === 'identity_number')
    return /^(\d{9}|\d{12})$/.test(value)
      ? undefined
      : 'phải có 12 chữ số, hoặc 9 chữ số nếu là chứng minh cũ.';
  if (field === 'full_name' || field === 'spouse_name') return problemOfName(value);
  return undefined;
}

function problemOfDate(value: string, today: BusinessDate): string | undefined {
  const date = parseBusinessDate(value);
  if (date === undefined) return 'ngày phải có dạng năm-tháng-ngày, ví dụ 1985-04-12.';
  return date > today ? 'ngày này ở sau hôm nay.' : undefined;
}

function problemOfName(value: string): string | undefined {
  if (!/^[\p{L}\p{M}' ’.-]+$/u.test(value)) return 'tên chỉ gồm chữ và dấu cách.';
  if (value.length > LONGEST_NAME) return `tên có tối đa ${LONGEST_NAME} ký tự.`;
  return value.split(' ').length > MOST_NAME_WORDS ? `tên có tối đa ${MOST_NAME_WORDS} chữ.` : undefined;
}

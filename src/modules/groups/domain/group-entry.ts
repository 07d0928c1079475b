import { digitsOfPhone, isValidPhone } from '../../../kernel/phone.ts';
import { plainLine } from '../../../kernel/plain-text.ts';

/** A value as it is kept: composed letters, single spaces, a phone number reduced to its digits [GR6]. */
export function tidyEntry(field: string, value: string): string {
  return field.endsWith('_phone') ? digitsOfPhone(value) : plainLine(value);
}

/** Says in Vietnamese what is wrong with a tidied value; undefined when nothing is [GR6]. */
export function problemOf(field: string, value: string): string | undefined {
  if (field.endsWith('_phone') && !isValidPhone(value))
    return 'số điện thoại phải có 10 chữ số và bắt đầu bằng 0.';
  const isOfPerson = field === 'leader_name' || field === 'deputy_name';
  if (isOfPerson && !/^[\p{L}\p{M}' ’.-]+$/u.test(value)) return 'tên chỉ gồm chữ và dấu cách.';
  return undefined;
}

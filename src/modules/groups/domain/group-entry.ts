const DIALLED = /^0\d{9}$/;

/** A value as it is kept: composed letters, single spaces, a phone number reduced to its digits [GR6]. */
export function tidyEntry(field: string, value: string): string {
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return field.endsWith('_phone') ? text.replace(/^(?:\+84|0084)/, '0').replace(/\D/g, '') : text;
}

/** Says in Vietnamese what is wrong with a tidied value; undefined when nothing is [GR6]. */
export function problemOf(field: string, value: string): string | undefined {
  if (field.endsWith('_phone') && !DIALLED.test(value))
    return 'số điện thoại phải có 10 chữ số và bắt đầu bằng 0.';
  const isOfPerson = field === 'leader_name' || field === 'deputy_name';
  if (isOfPerson && !/^[\p{L}\p{M}' ’.-]+$/u.test(value)) return 'tên chỉ gồm chữ và dấu cách.';
  return undefined;
}

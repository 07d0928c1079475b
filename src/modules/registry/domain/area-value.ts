import type { BusinessDate } from '../../../kernel/dates.ts';

/** The days on which a code means an area; open without a last day. */
export type Period = { readonly validFrom: BusinessDate; readonly validTo: BusinessDate | null };

const LONGEST_NAME = 100;
/** How the state writes the code of each kind: two digits for a province, five for a commune [RG18]. */
const STATE_CODES = {
  province: { form: /^\d{2}$/, said: 'mã tỉnh có 2 chữ số, ví dụ 66.' },
  commune: { form: /^\d{5}$/, said: 'mã xã, phường có 5 chữ số, ví dụ 22240.' },
  village: { form: /^\d{1,10}$/, said: 'mã thôn, khu phố chỉ gồm chữ số, tối đa 10.' },
} as const;

/** Says in Vietnamese what is wrong with a name of an area; undefined when nothing is [RG17]. */
export function problemOfAreaName(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return `tên có tối đa ${LONGEST_NAME} ký tự.`;
  if (!/^[\p{L}\p{M}\p{N}' ’.,()/-]+$/u.test(name)) return 'tên chỉ gồm chữ, số và dấu cách.';
  return /\p{L}/u.test(name) ? undefined : 'tên phải có chữ, ví dụ Thôn 3.';
}

/** Says in Vietnamese what is wrong with the state code of an area; undefined when nothing is [RG18]. */
export function problemOfStateCode(kind: keyof typeof STATE_CODES, code: string): string | undefined {
  const { form, said } = STATE_CODES[kind];
  return form.test(code) ? undefined : said;
}

/** Whether two periods share a day: a code means one area on each day [RG18]. A period that ends before it begins has none. */
export function overlap(one: Period, other: Period): boolean {
  const both = [one, other];
  return both.every(({ validTo }) => validTo === null || both.every(({ validFrom }) => validFrom <= validTo));
}

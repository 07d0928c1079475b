import { type BusinessDate, parts } from '../../../kernel/dates.ts';

/** The types of official papers that the product writes, with their names and abbreviations [DO3]. */
export const PAPER_TYPES = {
  invitation: { name: 'GIẤY MỜI', abbreviation: 'GM' },
  minutes: { name: 'BIÊN BẢN', abbreviation: 'BB' },
  notice: { name: 'THÔNG BÁO', abbreviation: 'TB' },
  report: { name: 'BÁO CÁO', abbreviation: 'BC' },
  plan: { name: 'KẾ HOẠCH', abbreviation: 'KH' },
  submission: { name: 'TỜ TRÌNH', abbreviation: 'TTr' },
  programme: { name: 'CHƯƠNG TRÌNH', abbreviation: 'CTr' },
  decision: { name: 'QUYẾT ĐỊNH', abbreviation: 'QĐ' },
  assignment: { name: 'PHIẾU GIAO VIỆC', abbreviation: 'PGV' },
} as const;

/** One of {@link PAPER_TYPES}. */
export type PaperType = keyof typeof PAPER_TYPES;

/** `05`, `12`, `145`: the numbers of papers below ten take a zero [DO1]. */
export function officialDigits(number: number): string {
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`not the number of a paper: ${number}`);
  return String(number).padStart(2, '0');
}

/**
 * `05/GM-UBND`: number and symbol as other papers cite them [DO1].
 *
 * @param numbered the number, the type's abbreviation and the issuer's, which may itself have parts: `UBND-VP`
 */
export function officialSymbol(numbered: {
  readonly number: number;
  readonly abbreviation: string;
  readonly issuer: string;
}): string {
  return `${officialDigits(numbered.number)}/${numbered.abbreviation}-${numbered.issuer}`;
}

/** `Số: 05/GM-UBND`; see {@link officialSymbol} [DO1]. */
export function officialNumber(numbered: Parameters<typeof officialSymbol>[0]): string {
  return `Số: ${officialSymbol(numbered)}`;
}

/** `ngày 05 tháng 02 năm 2027`: days below ten and the months 1 and 2 take a zero, other months none [DO2]. */
export function officialDate(date: BusinessDate): string {
  const { year, month, day } = parts(date);
  const monthText = month <= 2 ? `0${month}` : String(month);
  return `ngày ${String(day).padStart(2, '0')} tháng ${monthText} năm ${year}`;
}

/** `Bình Ngọc, ngày 05 tháng 02 năm 2027` [DO2]. */
export function officialPlaceAndDate(place: string, date: BusinessDate): string {
  return `${place}, ${officialDate(date)}`;
}

/** In whose name and in what capacity a person signs. */
export type Signing = {
  /** The body a head signs for: `ỦY BAN NHÂN DÂN`. */
  readonly onBehalfOf?: string;
  /** The office that stands above the signature when another signs in its place, and how it does. */
  readonly insteadOf?: { readonly how: 'KT' | 'TL' | 'TUQ'; readonly office: string };
  /** The signatory's own office: `CHỦ TỊCH`. */
  readonly office: string;
};

/** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: the lines above a signature, from top to bottom [DO8]. */
export function signingLines({ onBehalfOf, insteadOf, office }: Signing): string[] {
  return [
    ...(onBehalfOf === undefined ? [] : [`TM. ${onBehalfOf}`]),
    ...(insteadOf === undefined ? [] : [`${insteadOf.how}. ${insteadOf.office}`]),
    office,
  ];
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The label of the nth point (from 1) in Vietnamese letters, as lawyers count: a, b, c, d, đ, e, g … then aa, ab [DO6]. */
export function letterLabel(place: number): string {
  const index = place - 1;
  const last = LETTERS.charAt(index % LETTERS.length);
  return index < LETTERS.length ? last : letterLabel(Math.floor(index / LETTERS.length)) + last;
}

/** `IV` for 4; for the places that headings and annexes have, up to a few hundred [DO6]. */
export function romanLabel(place: number): string {
  let rest = place;
  return ROMAN.reduce((label, [value, digits]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return label + digits.repeat(times);
  }, '');
}

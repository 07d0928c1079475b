import { villageParts } from '../../kernel/commune-words.ts';

/** A number, also a Roman one, or a letter: what is left of `Buôn 3`, `Khóm II`, `Khu A` is no name. */
const NO_NAME = /^(?:\d|[IVX]+$|\p{L}?$)/u;

/** `Thôn Ngọc Lãng` as tables show it: `Ngọc Lãng`. A number alone would be no name: `Buôn 3` stays. */
export function shortVillage(registered: string): string {
  const { name } = villageParts(registered);
  return NO_NAME.test(name) ? registered : capital(name);
}

/** `Xã Bình Ngọc` beside a line: `Bình Ngọc`. */
export function shortCommune(name: string): string {
  return name.replace(/^(Xã|Phường|Đặc khu) /, '');
}

/** An office's name without what is said in brackets: the demo mark says that already. */
export function shortOffice(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

/** `Cho vay hộ nghèo` as lists show it: `Hộ nghèo`. */
export function shortProgramme(name: string): string {
  return capital(name.replace(/^Cho vay /, ''));
}

/** A heading within a sentence: `Không giao dịch 3 tháng` as `không giao dịch 3 tháng`. */
export function withinSentence(heading: string): string {
  return heading.charAt(0).toLowerCase() + heading.slice(1);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

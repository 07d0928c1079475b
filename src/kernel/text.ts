const COMBINING_MARKS = /[\u0300-\u036f]/g;

/**
 * The form in which Vietnamese text is compared without diacritics: lower case, no tone or vowel marks, `đ` as
 * `d`, spaces collapsed. `Nguyễn Thị  Ánh` becomes `nguyen thi anh`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const vietnamese = new Intl.Collator('vi');

/** Orders people the Vietnamese way: by given name (the last word), then by the whole name. */
export function compareNames(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return vietnamese.compare(given(a), given(b)) || vietnamese.compare(a, b);
}

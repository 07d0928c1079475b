const KIND_AND_NAME = /^(xã|phường|thị trấn|đặc khu)\s+(.+)$/iu;
const COMMUNE = /(?<!\p{L})(x|X)ã(?!\p{L})/gu;

/** A commune's kind and its bare name: `phường`, `Phú Lâm`; a name without a kind is that of a `xã`. */
export function communeParts(registered: string): { readonly kind: string; readonly name: string } {
  const [, kind = 'xã', name = registered] = KIND_AND_NAME.exec(registered.trim()) ?? [];
  return { kind: kind.toLowerCase(), name };
}

/**
 * Words about one commune, written for a `xã`, as its kind has them [GV169]: `Toàn xã` is `Toàn phường`, `Chủ tịch UBND xã` is
 * `Chủ tịch UBND đặc khu`. Not for words in which `xã` stands whatever the place, as `phiên giao dịch xã`.
 */
export function inCommune(words: string, communeName: string): string {
  const { kind } = communeParts(communeName);
  const first = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return words.replace(COMMUNE, (_, letter: string) => (letter === 'X' ? first : kind));
}

/**
 * What villages are called over the country [GV228], as far as known: those that Thông tư 04/2012/TT-BNV names as `thôn` and as `tổ dân
 * phố`, and others in use. A list in code, not dated rows: it decides nothing, it only tells the kind from the name in what the register holds, so that
 * the kind is written small within a sentence; what it lacks is written as it is registered.
 */
const VILLAGE_KINDS = [
  ...['thôn', 'làng', 'xóm', 'ấp', 'bản', 'buôn', 'bon', 'plei', 'phum', 'sóc'],
  ...['tổ dân phố', 'khu dân cư', 'khu phố', 'khu vực', 'khu', 'tiểu khu', 'khối phố', 'khối', 'khóm'],
];

// `khu` comes behind `khu phố`: a name has the first kind that fits.
const VILLAGE_KIND = new RegExp(`^(${VILLAGE_KINDS.join('|')})(?:\\s+(?<bare>.*))?$`, 'isu');

/** `Cụm 5`: one word before a number, none of the kinds above. It may be a name as well, as `Thượng 2`, so it keeps its capital. */
const WORD_AND_NUMBER = /^\p{L}+\s+\d+\p{L}?$/u;

/** A village within a sentence by its name alone, whatever its commune [GV190]: `thôn Ngọc Lãng`, `khu phố 3`, `Ngọc Lãng`. */
export function villageWithin(registered: string): string {
  const { kind, name } = villageParts(registered);
  return kind === undefined ? name : `${kind} ${name}`.trimEnd();
}

/** A village's kind, where its name tells one, and its bare name: `khu phố`, `3`. */
export function villageParts(registered: string): {
  readonly kind: string | undefined;
  readonly name: string;
} {
  const found = VILLAGE_KIND.exec(registered.trim());
  return { kind: found?.[1]?.toLowerCase(), name: found ? (found.groups?.bare ?? '') : registered };
}

/**
 * What the villages of a commune are called [GV190]: by their own names, each kind once, as `thôn, buôn`; where these tell none, `thôn`
 * in a `xã` and `khu phố` elsewhere.
 */
export function villageWord(communeName: string, villageNames: readonly (string | null)[]): string {
  const kinds = villageNames.flatMap((name) => villageParts(name ?? '').kind ?? []);
  if (kinds.length > 0) return [...new Set(kinds)].join(', ');
  return communeParts(communeName).kind === 'xã' ? 'thôn' : 'khu phố';
}

const VILLAGE = /(?<!\p{L})(t|T)hôn(?!\p{L})/gu;

/**
 * Words about the villages of one commune, written for `thôn`, as they are called there [GV190]: `Mọi thôn` is `Mọi khu phố`. Not for
 * words about villages of several communes.
 */
export function inVillages(
  words: string,
  communeName: string,
  villageNames: readonly (string | null)[] = [],
): string {
  const word = villageWord(communeName, villageNames);
  const first = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return words.replace(VILLAGE, (_, letter: string) => (letter === 'T' ? first : word));
}

/**
 * A village within a sentence [GV190]: `thôn Ngọc Lãng`, `khu phố 3`, by the kind that its name tells, else by that of its commune; a word
 * before a number that is no known kind stands for itself [GV228]: `Cụm 5`.
 */
export function villageNamed(villageName: string, communeName: string): string {
  if (isWordAndNumber(villageName)) return villageName.trim();
  return `${villageWord(communeName, [villageName])} ${villageParts(villageName).name}`.trimEnd();
}

function isWordAndNumber(villageName: string): boolean {
  return villageParts(villageName).kind === undefined && WORD_AND_NUMBER.test(villageName.trim());
}

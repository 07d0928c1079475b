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

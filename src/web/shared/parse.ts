/**
 * Reads a typed number with at most two places as hundredths: `6,6` is 660. Null for nothing typed, undefined for what is
 * no such number.
 */
export function parseHundredths(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const match = /^(\d{1,6})(?:[,.](\d{1,2}))?$/.exec(trimmed);
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Reads a typed whole number, dots and spaces between its thousands or none. Null for nothing typed, undefined for no number. */
export function parseWhole(text: string): bigint | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^(\d+|\d{1,3}([. ]\d{3})+)$/.test(trimmed) ? BigInt(trimmed.replace(/[. ]/g, '')) : undefined;
}

/** What to type where a whole number is wanted: one sentence for whatever else was typed. */
export function wholeWanted({ min, max }: { readonly min?: string; readonly max?: string }): string {
  if (min === undefined || min === '') return 'Gõ một số nguyên.';
  return max === undefined || max === ''
    ? `Gõ một số nguyên từ ${min} trở lên.`
    : `Gõ một số nguyên từ ${min} đến ${max}.`;
}

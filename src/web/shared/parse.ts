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

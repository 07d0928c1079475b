import type { DateDecision, DateFormat } from './date-column.ts';

/**
 * How numbers written as text separate thousands: the Vietnamese way by points (`1.234.567,5`), or the American way by commas
 * (`1,234,567.5`).
 */
export type NumberFormat = DateFormat;

/** What the texts of one column say about its separators, together [EX24]. */
export type NumberEvidence = {
  /** Points separate thousands, or a comma stands before decimals. */
  vietnamese: boolean;
  /** Commas separate thousands, or a point stands before decimals. */
  american: boolean;
  /** Some text is another number either way, as `500.000`; one of them, to show when a person is asked. */
  ambiguous: string | undefined;
};

/** A column of numbers being read under one format. Only texts with a point or a comma depend on it. */
export type NumberColumn = { readonly format: NumberFormat; readonly evidence: NumberEvidence };

/** Starts reading a column under a format. */
export function numberColumn(format: NumberFormat = 'vietnamese'): NumberColumn {
  return { format, evidence: { vietnamese: false, american: false, ambiguous: undefined } };
}

/** What one column alone decides [EX24]. `any`: nothing in it depends on the separators. */
export function decideNumbers({ vietnamese, american, ambiguous }: NumberEvidence): DateDecision {
  if (vietnamese && american) return 'mixed';
  if (vietnamese) return 'vietnamese';
  if (american) return 'american';
  return ambiguous === undefined ? 'any' : 'undecided';
}

/** `12,5` or `500.000`: one separator, which may stand before decimals or thousands. */
const ONE_SEPARATOR = /^[+-]?(\d+)([.,])(\d+)$/;
/** More than one separator, the first of them before thousands; at most one of the other kind, before decimals. */
const GROUPED = /^[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

/**
 * The text of a number without separators of thousands and with a point before its decimals. Adds what it says about the
 * separators; a text that can be read both ways is read as the column is [EX24]. A text without a separator, or that is
 * no number, comes back as it is.
 *
 * @param decimals how many decimals an amount of the column may have: what has more cannot be decimals
 */
export function ungroup(text: string, decimals: number, { format, evidence }: NumberColumn): string {
  const one = ONE_SEPARATOR.exec(text);
  const separator = one?.[2] ?? GROUPED.exec(text)?.[1];
  if (separator === undefined) return text;
  const isGroup = one ? groupsAt(one, decimals, { format, evidence }) : noteGroups(evidence, separator);
  return (isGroup ? text.replaceAll(separator, '') : text).replace(',', '.');
}

/** True where the only separator of a text stands before thousands. */
function groupsAt(
  [text, whole = '', separator = '', fraction = '']: RegExpExecArray,
  decimals: number,
  { format, evidence }: NumberColumn,
): boolean {
  if (!/[1-9]/.test(text)) return false;
  const mayGroup = whole.length <= 3 && !whole.startsWith('0') && fraction.length === 3;
  const mayPoint = fraction.replace(/0+$/, '').length <= decimals;
  if (mayGroup && mayPoint) {
    evidence.ambiguous ??= text;
    return (separator === '.') === (format === 'vietnamese');
  }
  if (mayGroup) return noteGroups(evidence, separator);
  if (mayPoint) evidence[separator === '.' ? 'american' : 'vietnamese'] = true;
  return false;
}

function noteGroups(evidence: NumberEvidence, separator: string): true {
  evidence[separator === '.' ? 'vietnamese' : 'american'] = true;
  return true;
}

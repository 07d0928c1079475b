import type { Outcome } from '../../../kernel/refusal.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import { readElements } from './xml-part.ts';

/** For each cell style (`s` of a cell): 1 when its numbers are days. */
export type DayStyles = Uint8Array;

/** A workbook that has no styles part has no days. */
export const NO_DAY_STYLES: DayStyles = new Uint8Array(0);

/** Reads which styles show a number as a day. */
export function readDayStyles(
  bytes: Buffer,
  place: string,
  limits: ReaderLimits,
): Outcome<DayStyles, ReaderRefusalCode> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const fault = readElements({ bytes, place, limits }, ({ path, attributes }) => {
    const [outer, name] = path.slice(-2);
    const format = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt' && outer === 'numFmts') codes.set(format, attributes.get('formatCode') ?? '');
    if (name === 'xf' && outer === 'cellXfs') formats.push(format);
  });
  if (fault) return fault;
  return Uint8Array.from(formats, (format) => (isDayFormat(format, codes.get(format)) ? 1 : 0));
}

/**
 * Whether a number format shows a day. Built-in formats are known by their number (ECMA-376 part 1, 18.8.30: 14–17 and 22, in East Asian
 * versions 27–36 and 50–58; 18–21 and 45–47 are times of day only); custom ones by their code.
 */
export function isDayFormat(format: number, code: string | undefined): boolean {
  if (code !== undefined) return isDayCode(code);
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58)
  );
}

const LITERALS = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|General/gi;

/** Hours, minutes or seconds that count on past the day: `[h]:mm`. */
const ELAPSED = /\[[hms]+\]/i;

/** A custom code shows a day when a year or day stands outside quotes and brackets, or a month: an `m` beside hours or seconds is minutes. */
function isDayCode(code: string): boolean {
  const bare = code.replace(LITERALS, '').toLowerCase();
  if (/[yd]/.test(bare)) return true;
  return bare.includes('m') && !/[hs]/.test(bare) && !ELAPSED.test(code);
}

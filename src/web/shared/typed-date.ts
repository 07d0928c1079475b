import { type BusinessDate, businessDate, daysInMonth, formatDate } from '../../kernel/dates.ts';

/** What was typed into a date field: nothing yet, a day, or what is wrong with it and how to mend it. */
export type TypedDate =
  | { readonly state: 'empty' }
  | { readonly state: 'day'; readonly date: BusinessDate }
  | { readonly state: 'wrong'; readonly why: string };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const EXAMPLE = 'Gõ ngày/tháng/năm, ví dụ 31/10/2026.';

/** Reads a typed or pasted day: `3/11/2026`, `03-11-2026`, `3.11.2026`, `03112026`, `2026-11-03`. */
export function readTypedDate(text: string): TypedDate {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'empty' };
  const found = partsOf(trimmed);
  if (found === undefined) return wrong(`“${trimmed}” không phải một ngày. ${EXAMPLE}`);
  const { year, month, day } = found;
  if (month < 1 || month > 12) return wrong(`Không có tháng ${month}: tháng từ 1 đến 12. ${EXAMPLE}`);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return wrong(`Năm ${year} ngoài khoảng ${FIRST_YEAR}–${LAST_YEAR}. Gõ năm bốn chữ số.`);
  const last = daysInMonth(year, month);
  const date = businessDate(year, month, day);
  if (date === undefined)
    return wrong(
      `Không có ngày ${day} tháng ${month}: tháng ${month}/${year} có ${last} ngày. Sửa lại số ngày.`,
    );
  return { state: 'day', date };
}

/** What stands in the field of a day: as it was typed where a form has kept that, otherwise the day that is known. */
export function textOfDay(typed: string | undefined, date: BusinessDate | null | undefined): string {
  return typed ?? (date ? formatDate(date) : '');
}

function wrong(why: string): TypedDate {
  return { state: 'wrong', why };
}

function partsOf(text: string): { year: number; month: number; day: number } | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const match =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (match === null) return undefined;
  return { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) };
}

import type { LostZero } from './table.ts';

/** Which cells of a row had lost zeros, and what their codes are now [D4]. */
export function lostZerosText(lost: readonly LostZero[]): {
  readonly column: string;
  readonly found: string;
} {
  return {
    column: lost.map(({ column }) => column).join(', '),
    found: `Đọc thành ${lost.map(({ code }) => code).join(', ')}`,
  };
}

/** Excel's own limits. */
export const MOST_ROWS = 1_048_576;
/** Excel's own limit: columns A to XFD. */
export const MOST_COLUMNS = 16_384;

const REFERENCE = /^([A-Z]{1,7})([0-9]{1,9})$/;

/** A cell's place: `column` from 0, `row` from 1. It may lie beyond Excel's limits. */
export type CellPlace = { readonly column: number; readonly row: number };

/** Reads `B12`; undefined for anything else. */
export function parseReference(text: string): CellPlace | undefined {
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row === 0 ? undefined : { column: column - 1, row };
}

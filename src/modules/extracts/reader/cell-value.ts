import { parseBusinessDate } from '../../../kernel/dates.ts';
import type { Cell, CellDay } from './cell.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { DayStyles } from './styles.ts';
import { undoEscapes } from './xml-text.ts';

/** What the `t` of a cell says its value is. */
export const CELL_TYPE = {
  number: 0,
  shared: 1,
  text: 2,
  inline: 3,
  boolean: 4,
  error: 5,
  isoDate: 6,
} as const;

/** One of {@link CELL_TYPE}. */
export type CellType = (typeof CELL_TYPE)[keyof typeof CELL_TYPE];

/** What turning stored values into cells needs from the rest of the workbook. */
export type CellContext = {
  readonly shared: SharedTexts;
  readonly dayStyles: DayStyles;
  readonly toDay: (serial: number) => CellDay | undefined;
};

/** Instead of a cell: it points to a shared text that the workbook does not have. */
export const MISSING = Symbol('missing shared text');

const NUMBER = /^[ \t\r\n]*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?[ \t\r\n]*$/;

/** The type by the text of `t`; a cell without one is a number. */
export function cellType(t: string | undefined): CellType {
  if (t === 's') return CELL_TYPE.shared;
  if (t === 'str') return CELL_TYPE.text;
  if (t === 'inlineStr') return CELL_TYPE.inline;
  if (t === 'b') return CELL_TYPE.boolean;
  if (t === 'e') return CELL_TYPE.error;
  return t === 'd' ? CELL_TYPE.isoDate : CELL_TYPE.number;
}

/**
 * The cell that a stored value stands for; {@link MISSING} when it points to a shared text that the workbook
 * does not have. Something that claims to be a number and is none stays text, for typing to name.
 */
export function cellFromText(
  raw: string,
  type: CellType,
  style: number,
  context: CellContext,
): Cell | typeof MISSING {
  if (raw === '') return undefined;
  switch (type) {
    case CELL_TYPE.text:
      return undoEscapes(raw);
    case CELL_TYPE.inline:
    case CELL_TYPE.error:
      return raw;
    case CELL_TYPE.isoDate:
      return isoDay(raw);
    case CELL_TYPE.shared:
      return /^\s*\d{1,9}\s*$/.test(raw) ? sharedText(Number(raw), context) : MISSING;
    default:
      return NUMBER.test(raw) ? numberOrDay(Number(raw), style, context) : raw;
  }
}

/** A number, or the day it means in a cell with a day's style. There is one zero. */
export function numberOrDay(value: number, style: number, context: CellContext): Cell {
  if (context.dayStyles[style] === 1) return context.toDay(value) ?? value;
  return value === 0 ? 0 : value;
}

/** A shared text by its number; an empty one is an empty cell. */
export function sharedText(index: number, context: CellContext): Cell | typeof MISSING {
  const text = context.shared.get(index);
  if (text === undefined) return MISSING;
  return text === '' ? undefined : text;
}

function isoDay(raw: string): Cell {
  const found = parseBusinessDate(raw.slice(0, 10));
  return found === undefined ? raw : { day: found };
}

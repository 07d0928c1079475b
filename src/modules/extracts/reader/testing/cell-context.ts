import type { CellContext } from '../cell-value.ts';
import { serialDays } from '../serial-day.ts';
import { NO_SHARED_TEXTS } from '../shared-texts.ts';

/** What a sheet needs of its workbook: style 1 shows days, as in the workbooks written for tests. */
export function cellContext(overrides: Partial<CellContext> = {}): CellContext {
  return {
    shared: NO_SHARED_TEXTS,
    dayStyles: Uint8Array.of(0, 1, 0),
    toDay: serialDays(false),
    ...overrides,
  };
}

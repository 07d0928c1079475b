import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';

/** The day a session is held on, and where a notice moved it the day it was to be: `27/11/2026 (dời từ 19/11/2026)`. */
export function sessionWords(session: {
  readonly sessionOn: BusinessDate;
  readonly regularOn: BusinessDate;
}): string {
  const { sessionOn, regularOn } = session;
  const moved = sessionOn === regularOn ? '' : ` (dời từ ${formatDate(regularOn)})`;
  return `${formatDate(sessionOn)}${moved}`;
}

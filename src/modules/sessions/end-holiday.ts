import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { HOLIDAYS } from './calendar-turn.ts';
import type { endHoliday as operation } from './contract.ts';
import { readHolidays, setHolidayEnd } from './db/holidays.ts';
import { sameDayHolder } from './domain/holidays.ts';

/** Ends a public holiday on its last day, or lets it go on where no other row holds its day since [SE13]. */
export const endHoliday: Handler<typeof operation> = async ({ holidayId, lastDay }, { tx, note }) => {
  await takeTurn(tx, HOLIDAYS);
  const holidays = await readHolidays(tx);
  const holiday = holidays.find(({ id }) => id === holidayId);
  if (!holiday) return refuse('notFound');
  const { name, validFrom } = holiday;
  if (lastDay !== null && lastDay < validFrom)
    return refuse('holidayEndTooEarly', { name, validFrom: formatDate(validFrom) });
  const holder = sameDayHolder({ ...holiday, validTo: lastDay }, holidays);
  if (holder) return refuse('holidayExists', { name: holder.name, validFrom: formatDate(holder.validFrom) });
  await setHolidayEnd(tx, { holidayId, lastDay });
  note({ communeId: SYSTEM_CHAIN, subject: { holiday: holidayId, lastDay } });
  return {};
};

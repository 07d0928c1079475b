import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { HOLIDAYS } from './calendar-turn.ts';
import type { enterHoliday as operation } from './contract.ts';
import { insertHoliday, readHolidays } from './db/holidays.ts';
import { isDayOfYear, sameDayHolder } from './domain/holidays.ts';

/** Enters a public holiday from a day on, or of some years only [SE13]. */
export const enterHoliday: Handler<typeof operation> = async (
  { lastDay, ...input },
  { tx, caller, clock, newId, note },
) => {
  const { name, validFrom, calendar, month, day } = input;
  if (!isDayOfYear(input)) return refuse('holidayDayInvalid', { day, month });
  if (lastDay !== null && lastDay < validFrom)
    return refuse('holidayEndTooEarly', { name, validFrom: formatDate(validFrom) });
  await takeTurn(tx, HOLIDAYS);
  const holiday = { ...input, id: newId(), validTo: lastDay };
  const holder = sameDayHolder(holiday, await readHolidays(tx));
  if (holder) return refuse('holidayExists', { name: holder.name, validFrom: formatDate(holder.validFrom) });
  await insertHoliday(tx, { ...holiday, enteredBy: caller.userId, enteredAt: clock.now() });
  note({ communeId: SYSTEM_CHAIN, subject: { holiday: holiday.id, calendar, month, day, validFrom } });
  return { id: holiday.id };
};

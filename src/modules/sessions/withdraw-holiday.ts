import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { HOLIDAYS } from './calendar-turn.ts';
import type { withdrawHoliday as operation } from './contract.ts';
import { markHolidayWithdrawn, readHolidays } from './db/holidays.ts';

/** Takes back a public holiday that was entered by mistake [SE13]; those of the law are ended instead. */
export const withdrawHoliday: Handler<typeof operation> = async (
  { holidayId },
  { tx, caller, clock, note },
) => {
  await takeTurn(tx, HOLIDAYS);
  const holiday = (await readHolidays(tx)).find(({ id }) => id === holidayId);
  if (!holiday) return refuse('notFound');
  const { name, calendar, month, day, validFrom } = holiday;
  if (!holiday.isEntered) return refuse('holidayOfProduct', { name });
  await markHolidayWithdrawn(tx, { holidayId, at: clock.now(), by: caller.userId });
  note({ communeId: SYSTEM_CHAIN, subject: { holiday: holidayId, calendar, month, day, validFrom } });
  return {};
};

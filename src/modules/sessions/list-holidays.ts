import { addMonths } from '../../kernel/dates.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listHolidays as operation } from './contract.ts';
import { readHolidays } from './db/holidays.ts';
import { nextDayOf } from './domain/holidays.ts';

/** How far ahead the next day of a holiday is looked for: past the longest lunar year. */
const MONTHS_AHEAD = 14;

/** The public holidays with the next day each falls on; those that are over have none [SE13]. */
export const listHolidays: Handler<typeof operation> = async (_, { tx, clock }) => {
  const onDate = clock.today();
  const holidays = await readHolidays(tx);
  return {
    onDate,
    holidays: holidays.map((holiday) => ({
      ...holiday,
      nextOn: nextDayOf(holiday, { from: onDate, to: addMonths(onDate, MONTHS_AHEAD) }),
    })),
  };
};

import { addMonths } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listSessions as operation } from './contract.ts';
import { readHolidays } from './db/holidays.ts';
import { readNotices, readPoints } from './db/points.ts';
import { sessionsBetween } from './domain/calendar.ts';
import { holidayOn } from './domain/holidays.ts';
import { formatLunarDate, lunarDate } from './domain/lunar.ts';

const MOST_MONTHS = 24;

/** The sessions of a commune between two days [SE1]–[SE4][SE11]. */
export const listSessions: Handler<typeof operation> = async ({ communeId, from, to }, { tx, clock }) => {
  if (to > addMonths(from, MOST_MONTHS)) return refuse('rangeTooLong', { months: MOST_MONTHS });
  const points = await readPoints(tx, communeId);
  const notices = await readNotices(tx, communeId);
  const holidays = await readHolidays(tx);
  return {
    today: clock.today(),
    sessions: sessionsBetween(points, notices, { from, to }).map((session) => {
      const on = session.heldOn ?? session.regularOn;
      return {
        ...session,
        point: { ...session.point, villageCodes: [...session.point.villageCodes] },
        holiday: holidayOn(on, holidays),
        lunar: formatLunarDate(lunarDate(on)),
      };
    }),
  };
};

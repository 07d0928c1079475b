import { defineRoutes, implement } from '../../platform/http/implement.ts';
import * as contract from './contract.ts';
import { endHoliday } from './end-holiday.ts';
import { endPoint } from './end-point.ts';
import { enterHoliday } from './enter-holiday.ts';
import { enterPoint } from './enter-point.ts';
import { createFeed, listFeeds, readFeed, revokeFeed } from './feeds.ts';
import { listHolidays } from './list-holidays.ts';
import { listPoints } from './list-points.ts';
import { listSessions } from './list-sessions.ts';
import { recordNotice } from './record-notice.ts';
import { SESSION_REFUSALS } from './refusals.ts';
import { withdrawHoliday } from './withdraw-holiday.ts';
import { withdrawNotice } from './withdraw-notice.ts';
import { withdrawPoint } from './withdraw-point.ts';

/** What points and calendar offer over HTTP. */
export const sessionRoutes = defineRoutes(SESSION_REFUSALS, [
  implement(contract.listSessions, listSessions),
  implement(contract.listPoints, listPoints),
  implement(contract.enterPoint, enterPoint),
  implement(contract.endPoint, endPoint),
  implement(contract.withdrawPoint, withdrawPoint),
  implement(contract.recordNotice, recordNotice),
  implement(contract.withdrawNotice, withdrawNotice),
  implement(contract.listHolidays, listHolidays),
  implement(contract.enterHoliday, enterHoliday),
  implement(contract.endHoliday, endHoliday),
  implement(contract.withdrawHoliday, withdrawHoliday),
  implement(contract.createFeed, createFeed),
  implement(contract.listFeeds, listFeeds),
  implement(contract.revokeFeed, revokeFeed),
  // Whoever holds the secret reads this one commune's calendar and nothing else.
  implement(contract.readFeed, readFeed, {
    runsAs: ({ communeId }) => ({ communeIds: [communeId], officeIds: [], system: false }),
  }),
]);

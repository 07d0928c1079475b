import { addMonths } from '../../kernel/dates.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { ruleValues } from '../programmes/index.ts';
import { findSessions } from '../sessions/index.ts';
import type { listBriefings as operation } from './contract.ts';
import { countConclusions, selectBriefings } from './db/briefings.ts';
import { countOpenDifficulties } from './db/difficulties.ts';
import { firstDayToPrepare, mayPrepare } from './domain/briefing.ts';
import { headShown } from './shown.ts';

/** Two years of a commune with two points. */
const MOST_BRIEFINGS = 48;

/** Briefings of a commune, and the coming sessions of which none stands prepared [GV1]. */
export const listBriefings: Handler<typeof operation> = async ({ communeId }, { tx, clock }) => {
  const today = clock.today();
  const briefings = await selectBriefings(tx, communeId, MOST_BRIEFINGS);
  const briefingIds = briefings.map(({ id }) => id);
  const conclusions = await countConclusions(tx, communeId, briefingIds);
  const open = await countOpenDifficulties(tx, { communeId, briefingIds });
  const days = Number((await ruleValues(tx, today)).of('briefingPrepareDays').value);
  const sessions = await findSessions(tx, { communeId, from: today, to: addMonths(today, 1) });
  const isPrepared = (pointCode: string, regularOn: string) =>
    briefings.some((briefing) => briefing.pointCode === pointCode && briefing.regularOn === regularOn);
  return {
    today,
    briefings: briefings.map((row) => ({
      ...headShown(row),
      conclusions: conclusions.get(row.id) ?? 0,
      openDifficulties: open.get(row.id) ?? 0,
    })),
    coming: sessions.flatMap(({ point: { pointCode, name: pointName }, regularOn, heldOn, startsAt }) =>
      heldOn === null || isPrepared(pointCode, regularOn)
        ? []
        : [
            {
              pointCode,
              pointName,
              regularOn,
              heldOn,
              startsAt,
              firstDay: firstDayToPrepare(heldOn, days),
              canPrepare: mayPrepare(today, heldOn, days),
            },
          ],
    ),
  };
};

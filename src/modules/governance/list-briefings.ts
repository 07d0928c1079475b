import type { OutputOf } from '../../kernel/contract.ts';
import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { ruleValues } from '../programmes/index.ts';
import { findSessions, type SessionDay } from '../sessions/index.ts';
import type { listBriefings as operation } from './contract.ts';
import { countConclusions, selectBriefedSessions, selectBriefings } from './db/briefings.ts';
import { selectPassed } from './db/briefings-around.ts';
import { countOpenDifficulties } from './db/count-difficulties.ts';
import { firstDayToPrepare, mayPrepare } from './domain/briefing.ts';
import { placeText, readPlace } from './domain/page-place.ts';
import { headShown } from './shown.ts';

type Output = OutputOf<typeof operation>;

/** A year of a commune with two points. */
const PAGE = 24;

/** Of those whose day is over: what somebody settles in one sitting; the next take their place. */
const PASSED = 20;

/**
 * Briefings of a commune, page by page, the coming sessions of which none stands prepared, or only a cancelled one [GV1], and those of
 * any page whose day is over and of which nobody has said whether people met [GV112].
 */
export const listBriefings: Handler<typeof operation> = async ({ communeId, cursor }, context) => {
  const { tx, clock } = context;
  const after = cursor === undefined ? null : readPlace(cursor);
  if (after === undefined) return refuse('cursorInvalid');
  const found = await selectBriefings(tx, communeId, { after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const briefingIds = page.map(({ id }) => id);
  const conclusions = await countConclusions(tx, communeId, briefingIds);
  const open = await countOpenDifficulties(tx, { communeId, briefingIds });
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    today: clock.today(),
    briefings: page.map((row) => ({
      ...headShown(row),
      cancelReason: row.cancelReason,
      conclusions: conclusions.get(row.id) ?? 0,
      openDifficulties: open.get(row.id) ?? 0,
    })),
    next: last ? placeText({ on: last.heldOn, id: last.id }) : null,
    coming: await comingSessions(context, communeId),
    passed: await passedBriefings(context, communeId),
  };
};

async function passedBriefings({ tx, clock }: HandlerContext, communeId: Id): Promise<Output['passed']> {
  const { count, earliest } = await selectPassed(tx, { communeId, today: clock.today(), limit: PASSED });
  return {
    count,
    briefings: earliest.map(({ id: briefingId, pointName, heldOn }) => ({
      ...{ communeId, briefingId, pointName, heldOn },
    })),
  };
}

/** The sessions of the coming month without a briefing, asked of every briefing of the commune and not of one page. */
async function comingSessions({ tx, clock }: HandlerContext, communeId: Id): Promise<Output['coming']> {
  const today = clock.today();
  const days = Number((await ruleValues(tx, today)).of('briefingPrepareDays').value);
  const sessions = await findSessions(tx, { communeId, from: today, to: addMonths(today, 1) });
  const briefed = await selectBriefedSessions(
    tx,
    communeId,
    sessions.map(({ regularOn }) => regularOn),
  );
  return sessions.flatMap((session) => {
    const { heldOn } = session;
    const isBriefed = briefed.some(
      ({ pointCode, regularOn }) => pointCode === session.point.pointCode && regularOn === session.regularOn,
    );
    return heldOn === null || isBriefed ? [] : [comingShown({ ...session, heldOn }, { today, days })];
  });
}

function comingShown(
  { point, regularOn, heldOn, startsAt }: SessionDay & { readonly heldOn: BusinessDate },
  { today, days }: { readonly today: BusinessDate; readonly days: number },
): Output['coming'][number] {
  return {
    pointCode: point.pointCode,
    pointName: point.name,
    regularOn,
    heldOn,
    startsAt,
    firstDay: firstDayToPrepare(heldOn, days),
    canPrepare: mayPrepare(today, heldOn, days),
  };
}

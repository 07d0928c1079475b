import type { OutputOf } from '../../kernel/contract.ts';
import { addDays, addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { ruleValues } from '../programmes/index.ts';
import { findSessions, type SessionDay } from '../sessions/index.ts';
import type { listBriefings as operation } from './contract.ts';
import { countConclusions, selectBriefings, selectFirstHeldOn } from './db/briefings.ts';
import { selectPassed } from './db/briefings-around.ts';
import { selectBriefedSessions } from './db/briefings-of-session.ts';
import { firstDayToPrepare, mayPrepare } from './domain/briefing.ts';
import { placeText, readPlace } from './domain/page-place.ts';
import { countDifficultiesRead } from './find-difficulties.ts';
import { headShown } from './shown.ts';

type Output = OutputOf<typeof operation>;

/** A year of a commune with two points. */
const PAGE = 24;

/** Of those whose day is over: what somebody settles in one sitting; the next take their place. */
const PASSED = 20;

/** How far back a session of which no briefing was prepared is asked about: two rounds, as long as people remember who was there. */
const MISSED_MONTHS = 2;

/**
 * Briefings of a commune, page by page, the coming sessions of which none stands prepared, or only a cancelled one [GV1], and those of
 * any page whose day is over and of which nobody has said whether people met [GV112], prepared or not [GV101].
 */
export const listBriefings: Handler<typeof operation> = async ({ communeId, cursor }, context) => {
  const { tx, clock } = context;
  const after = cursor === undefined ? null : readPlace(cursor);
  if (after === undefined) return refuse('cursorInvalid');
  const found = await selectBriefings(tx, communeId, { after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const briefingIds = page.map(({ id }) => id);
  const conclusions = await countConclusions(tx, communeId, briefingIds);
  const difficultiesOf = await countDifficultiesRead(context, { communeId, briefingIds });
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    today: clock.today(),
    briefings: page.map((row) => ({
      ...headShown(row),
      cancelReason: row.cancelReason,
      conclusions: conclusions.get(row.id) ?? 0,
      difficulties: difficultiesOf(row.id),
    })),
    next: last ? placeText({ on: last.heldOn, id: last.id }) : null,
    coming: await comingSessions(context, communeId),
    passed: await passedBriefings(context, communeId),
    missed: await missedSessions(context, communeId),
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

/** The sessions of the coming month without a briefing that stands. */
async function comingSessions(context: HandlerContext, communeId: Id): Promise<Output['coming']> {
  const { tx, clock } = context;
  const today = clock.today();
  const days = Number((await ruleValues(tx, today)).of('briefingPrepareDays').value);
  const period = { from: today, to: addMonths(today, 1) };
  const sessions = await sessionsWithout(context, { communeId, ...period }, ({ isStanding }) => isStanding);
  return sessions.map((session) => comingShown(session, { today, days }));
}

/** The sessions of the last months without any briefing, the earliest first; none before the commune's first briefing [GV101]. */
async function missedSessions(context: HandlerContext, communeId: Id): Promise<Output['missed']> {
  const { tx, clock } = context;
  const first = await selectFirstHeldOn(tx, communeId);
  if (first === undefined) return [];
  const period = { from: addMonths(clock.today(), -MISSED_MONTHS), to: addDays(clock.today(), -1) };
  const sessions = await sessionsWithout(context, { communeId, ...period }, () => true);
  return sessions
    .filter(({ heldOn }) => heldOn > first)
    .map(({ point, heldOn }) => ({ pointCode: point.pointCode, pointName: point.name, heldOn }));
}

type Briefed = Awaited<ReturnType<typeof selectBriefedSessions>>[number];

/** The sessions of a period that are held and have no such briefing, asked of every briefing of the commune and not of one page. */
async function sessionsWithout(
  { tx }: HandlerContext,
  period: Parameters<typeof findSessions>[1],
  isMeant: (briefed: Briefed) => boolean,
): Promise<HeldSession[]> {
  const sessions = await findSessions(tx, period);
  const regularDays = sessions.map(({ regularOn }) => regularOn);
  const briefed = (await selectBriefedSessions(tx, period.communeId, regularDays)).filter(isMeant);
  return sessions.flatMap((session) => {
    const { heldOn, regularOn, point } = session;
    const isBriefed = briefed.some((one) => one.pointCode === point.pointCode && one.regularOn === regularOn);
    return heldOn === null || isBriefed ? [] : [{ ...session, heldOn }];
  });
}

type HeldSession = SessionDay & { readonly heldOn: BusinessDate };

function comingShown(
  { point, regularOn, heldOn, startsAt }: HeldSession,
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

import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { findPointCodes, findSessions, type SessionDay } from '../sessions/index.ts';
import type { BriefingRow } from './db/briefings.ts';

/** How far from the briefing's regular day sessions are looked for: its own, the next, and both where they are moved. */
const MONTHS_AROUND = 4;

type Briefing = Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn' | 'heldOn'>;

type DueThen = { readonly sessionOn: BusinessDate; readonly loans: number };

/** A session of the calendar, as far as it says whose it is. */
type PointSession = Pick<SessionDay, 'regularOn'> & {
  readonly point: Pick<SessionDay['point'], 'pointCode' | 'name'>;
};

/** The sessions of a commune around a briefing, and the points that it has on the briefing's day. */
type Calendar = {
  readonly sessions: readonly (PointSession & Pick<SessionDay, 'heldOn'>)[];
  readonly pointCodes: readonly string[];
};

/** The day a session is held, and in a commune of several points those whose session it is. */
type Told = { readonly heldOn: BusinessDate; readonly pointNames: string[] };

/** What is told of what falls due: at one session and, where something does at the next too, at that. */
type DueSessions<Due> = { readonly due: Due | null; readonly dueNext: Due | null };

/**
 * Of what falls due by session, what a briefing tells: {@link tellDueSessions} by the calendar of its commune.
 *
 * @param due by regular day, the first session first
 */
export async function findDueSessions<Due extends DueThen>(
  tx: Tx,
  briefing: Briefing,
  due: readonly Due[],
): Promise<DueSessions<Due & Told>> {
  const { communeId, regularOn, heldOn } = briefing;
  const around = { from: addMonths(regularOn, -MONTHS_AROUND), to: addMonths(regularOn, MONTHS_AROUND) };
  return tellDueSessions(due, briefing, {
    sessions: await findSessions(tx, { communeId, ...around }),
    pointCodes: await findPointCodes(tx, { communeId, on: heldOn }),
  });
}

/**
 * Of what falls due by session, that of the briefing's own session and of the next of its point [GV240] [GV257], or of the one of
 * them where something does, with the days they are held [GV23] [GV192]. Debts fall due on the regular day, so that a session moved by a
 * notice is found by that, not by its own day.
 */
export function tellDueSessions<Due extends DueThen>(
  due: readonly Due[],
  { pointCode, regularOn, heldOn }: Omit<Briefing, 'communeId'>,
  calendar: Calendar,
): DueSessions<Due & Told> {
  const ofPoint = dueAtPoint(due, pointCode, calendar.sessions);
  const [first = null, next = null] = sessionsToTell(ofPoint, regularOn).map((found) => ({
    ...found,
    heldOn: found.sessionOn === regularOn ? heldOn : heldDayOf(calendar, pointCode, found.sessionOn),
    pointNames: pointsOf(calendar, found.sessionOn),
  }));
  return { due: first, dueNext: next };
}

/** The sessions but those that other points alone hold [GV240]; a day that no point's calendar has is of all of them. */
export function dueAtPoint<Due extends DueThen>(
  due: readonly Due[],
  pointCode: string,
  sessions: readonly PointSession[],
): readonly Due[] {
  return due.filter(({ sessionOn }) => {
    const then = sessions.filter(({ regularOn }) => regularOn === sessionOn);
    return then.length === 0 || then.some(({ point }) => point.pointCode === pointCode);
  });
}

/**
 * Of the briefing's own session and the next after it those at which something falls due [GV257]; where nothing does, its own [GV192]. Figures
 * of the own session's day or later tell nothing of it any more: of them the next alone.
 */
export function sessionsToTell<Due extends DueThen>(due: readonly Due[], regularOn: BusinessDate): Due[] {
  const coming = due.filter(({ sessionOn }) => sessionOn >= regularOn);
  const isOwnTold = coming[0]?.sessionOn === regularOn;
  const meant = coming.slice(0, isOwnTold ? 2 : 1);
  const told = meant.filter(({ loans }) => loans > 0);
  return told.length > 0 ? told : meant.slice(0, 1);
}

/** The day of the calendar, the regular one where the session is left out. */
function heldDayOf({ sessions }: Calendar, pointCode: string, sessionOn: BusinessDate): BusinessDate {
  const own = sessions.find((one) => one.regularOn === sessionOn && one.point.pointCode === pointCode);
  return own?.heldOn ?? sessionOn;
}

/** Whose session a day is, by name; nothing where the commune has one point, whose it then is [GV203]. */
function pointsOf({ sessions, pointCodes }: Calendar, sessionOn: BusinessDate): string[] {
  const then = sessions.filter(({ regularOn }) => regularOn === sessionOn);
  const names = new Map(
    sessions
      .filter((one) => then.includes(one) || pointCodes.includes(one.point.pointCode))
      .map(({ point }) => [point.pointCode, point.name]),
  );
  if (names.size < 2) return [];
  return then.length === 0 ? [...names.values()] : then.map(({ point }) => point.name);
}

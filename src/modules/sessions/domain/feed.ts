import { addMonths, type BusinessDate } from '../../../kernel/dates.ts';
import { type Notice, type Point, type SessionDay, sessionsBetween } from './calendar.ts';
import type { FeedEvent } from './icalendar.ts';
import { formatLunarDate, lunarDate } from './lunar.ts';

/** How often the rows of a point were entered or taken back (`on`: its first day), or notices of a session recorded or
 * withdrawn (`on`: its regular day). */
export type PointChanges = {
  readonly pointCode: string;
  readonly on: BusinessDate;
  readonly changes: number;
};

const MONTHS_BACK = 3;
const MONTHS_AHEAD = 12;

/** The events of a commune's feed: sessions of the last three and the coming twelve months [SE8][SE9]. */
export function feedEvents(
  {
    points,
    notices,
    rowChanges,
    noticeChanges,
  }: {
    points: readonly Point[];
    notices: readonly Notice[];
    rowChanges: readonly PointChanges[];
    noticeChanges: readonly PointChanges[];
  },
  today: BusinessDate,
): FeedEvent[] {
  const range = { from: addMonths(today, -MONTHS_BACK), to: addMonths(today, MONTHS_AHEAD) };
  return sessionsBetween(points, notices, range).map((session) => {
    const on = session.heldOn ?? session.regularOn;
    return {
      uid: `${session.point.pointCode}-${session.regularOn.slice(0, 7)}@giaoban`,
      sequence: changesOf(session, { rowChanges, noticeChanges }),
      on,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      isCancelled: session.heldOn === null,
      title: `Phiên giao dịch và giao ban, điểm ${session.point.name}`,
      description: [formatLunarDate(lunarDate(on)), session.notice?.reason].filter(Boolean).join('. '),
      place: [session.point.place, session.point.address].filter(Boolean).join(', ') || null,
    };
  });
}

/**
 * What has ever been changed of a month's session, counted by point and month and never by row: the number only grows,
 * whichever row or notice came, went or took another's place [SE8].
 */
function changesOf(
  { point, regularOn }: SessionDay,
  changes: { rowChanges: readonly PointChanges[]; noticeChanges: readonly PointChanges[] },
): number {
  const month = regularOn.slice(0, 7);
  const ofPoint = (all: readonly PointChanges[], counts: (inMonth: string) => boolean) =>
    all
      .filter(({ pointCode, on }) => pointCode === point.pointCode && counts(on.slice(0, 7)))
      .reduce((sum, one) => sum + one.changes, 0);
  return (
    Math.max(0, ofPoint(changes.rowChanges, (began) => began <= month) - 1) +
    ofPoint(changes.noticeChanges, (of) => of === month)
  );
}

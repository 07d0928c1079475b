import { addMonths, type BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Notice, type Point, type SessionDay, sessionsBetween } from './calendar.ts';
import type { FeedEvent } from './icalendar.ts';
import { formatLunarDate, lunarDate } from './lunar.ts';

/** How often the notices of one session were recorded or withdrawn. */
export type NoticeChanges = {
  readonly pointId: Id;
  readonly regularOn: BusinessDate;
  readonly changes: number;
};

const MONTHS_BACK = 3;
const MONTHS_AHEAD = 12;

/** The events of a commune's feed: sessions of the last three and the coming twelve months [SE8][SE9]. */
export function feedEvents(
  {
    points,
    notices,
    noticeChanges,
  }: { points: readonly Point[]; notices: readonly Notice[]; noticeChanges: readonly NoticeChanges[] },
  today: BusinessDate,
): FeedEvent[] {
  const range = { from: addMonths(today, -MONTHS_BACK), to: addMonths(today, MONTHS_AHEAD) };
  return sessionsBetween(points, notices, range).map((session) => {
    const on = session.heldOn ?? session.regularOn;
    return {
      uid: `${session.point.pointCode}-${session.regularOn.slice(0, 7)}@giaoban`,
      sequence: changesBefore(session, points, noticeChanges),
      on,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      isCancelled: session.heldOn === null,
      title: `Phiên giao dịch và giao ban, điểm ${session.point.name}`,
      description: [formatLunarDate(lunarDate(on)), session.notice?.reason].filter(Boolean).join('. '),
      place: session.point.place,
    };
  });
}

function changesBefore(
  session: SessionDay,
  points: readonly Point[],
  noticeChanges: readonly NoticeChanges[],
): number {
  const rowsOfPoint = points.filter(
    (point) => point.pointCode === session.point.pointCode && point.validFrom <= session.regularOn,
  );
  const ofNotices = noticeChanges
    .filter(({ pointId, regularOn }) => pointId === session.point.id && regularOn === session.regularOn)
    .reduce((sum, { changes }) => sum + changes, 0);
  return rowsOfPoint.length - 1 + ofNotices;
}

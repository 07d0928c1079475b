import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, parts } from '../../../../kernel/dates.ts';
import type { listPoints, listSessions } from '../../../../modules/sessions/contract.ts';

/** One session of the calendar. */
export type Session = OutputOf<typeof listSessions>['sessions'][number];

/** A dated row of a point. */
export type Point = OutputOf<typeof listPoints>['points'][number];

/** From when to when: `07:30–10:30`, the beginning alone, or that nobody has written it. */
export function hoursOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string {
  if (startsAt === null) return 'chưa có giờ';
  return endsAt === null ? startsAt : `${startsAt}–${endsAt}`;
}

/**
 * What is to be known of a session's day: a month without the fixed day, a weekend or a public holiday, on which it is
 * held all the same [SE2][SE3][SE11]. A session that a notice leaves out has its reason in the notice.
 */
export function notesOf(session: Session): readonly string[] {
  const { heldOn, regularOn, isShortMonth, isWeekend, holiday, point } = session;
  if (heldOn === null) return [];
  const lastDay = parts(regularOn).day;
  const isRegular = heldOn === regularOn;
  return [
    ...(isShortMonth && isRegular
      ? [`Tháng này có ${lastDay} ngày: phiên ngày ${point.fixedDay} họp ngày ${lastDay}`]
      : []),
    ...(holiday === null ? [] : [`${holiday}, vẫn họp nếu không có thông báo`]),
    ...(isWeekend ? ['Cuối tuần, vẫn họp'] : []),
  ];
}

/** The next session that is held, today's too, on the day a notice moved it to; undefined where none is in sight. */
export function nextSession(sessions: readonly Session[], today: BusinessDate): Session | undefined {
  return sessions
    .filter(({ heldOn }) => heldOn !== null && heldOn >= today)
    .sort((a, b) => String(a.heldOn).localeCompare(String(b.heldOn)))[0];
}

/** An hour as people type it, as the calendar has it: `8:00`, `8h00` and `8h` are `08:00`; anything else stays as typed. */
export function typedHour(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  const [, hours, minutes = '00'] = /^(\d{1,2})[:hg](\d{2})?$/i.exec(typed) ?? [];
  return hours === undefined ? typed : `${hours.padStart(2, '0')}:${minutes}`;
}

import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import type { listMyBriefings } from '../../../../modules/governance/contract.ts';
import { hourMet } from '../../../../modules/governance/domain/hour-met.ts';

/** One of the briefings that concern a person. */
export type MyBriefing = OutputOf<typeof listMyBriefings>['briefings'][number];

/** Which of them people meet for today, if any: one that is not held leads nowhere. */
export function metToday(briefings: readonly MyBriefing[], today: BusinessDate): MyBriefing | undefined {
  return briefings.find(({ state, metOn }) => state !== 'cancelled' && metOn === today);
}

/** `hôm nay, Thứ Hai 23/11/2026`. */
export function dayWords({ metOn }: Pick<MyBriefing, 'metOn'>, today: BusinessDate): string {
  return `${metOn === today ? 'hôm nay, ' : ''}${formatWeekdayDate(metOn)}`;
}

/** After the day: at which hour and where people meet, that they are meeting, or that nobody does [GV118]. */
export function whenAndWhere(
  briefing: Pick<MyBriefing, 'state' | 'metOn' | 'meetsAt' | 'startsAt' | 'openedAt' | 'place' | 'pointName'>,
): string {
  if (briefing.state === 'cancelled') return ', không tổ chức.';
  const { place, pointName } = briefing;
  const parts = [whenOf(briefing), `tại ${place ?? `điểm giao dịch ${pointName}`}`].filter(Boolean);
  return `, ${parts.join(', ')}.`;
}

function whenOf(briefing: Parameters<typeof whenAndWhere>[0]): string {
  const { state, metOn, meetsAt, startsAt, openedAt } = briefing;
  if (state === 'open') {
    if (openedAt === null) return 'đang họp';
    const hour = hourMet(openedAt, metOn);
    return hour === null ? 'đang ghi lại' : `đang họp từ ${hour}`;
  }
  if (meetsAt !== null) return `lúc ${meetsAt}`;
  return startsAt === null ? '' : `ngay sau phiên từ ${startsAt}`;
}

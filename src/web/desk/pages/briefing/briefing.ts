import type { InputOf, OutputOf } from '../../../../kernel/contract.ts';
import { addDays, formatDate } from '../../../../kernel/dates.ts';
import { formatHour } from '../../../../kernel/moment.ts';
import type { showBriefing, showBriefingFigures } from '../../../../modules/governance/contract.ts';
import { hourMet } from '../../../../modules/governance/domain/hour-met.ts';
import { minutesNumberText } from '../../../../modules/governance/domain/minutes.ts';
import { formatAge } from '../../../shared/format.ts';

/** A briefing as the page has it. */
export type Briefing = OutputOf<typeof showBriefing>;

/** Its figures and points. */
export type BriefingFigures = OutputOf<typeof showBriefingFigures>;

/** Where a briefing stands. */
export type Within = InputOf<typeof showBriefing>;

/** The hour of a moment in Vietnam: `10:56`. */
export function hourOf(iso: string): string {
  return formatHour(new Date(iso));
}

/**
 * For which hour the meeting is planned [GV114], `lúc 10:30`; while nobody knows, from when the session runs that it follows. Empty
 * while the calendar says neither, for a meeting on another day, and for one that is prepared no more: people then met when they did.
 */
export function plannedHour({
  state,
  startsAt,
  meetsAt,
  heldOn,
  metOn,
}: Pick<Briefing, 'state' | 'startsAt' | 'meetsAt' | 'heldOn' | 'metOn'>): string {
  if (state !== 'preparing' || metOn !== heldOn) return '';
  if (meetsAt !== null) return `lúc ${meetsAt}`;
  return startsAt === null ? '' : `sau phiên từ ${startsAt}`;
}

/** `Đang họp, từ 10:35`; of a meeting of an earlier day that is written down now no hour: it is that of the writing. */
export function openWords({ openedAt, metOn }: Pick<Briefing, 'openedAt' | 'metOn'>): string {
  if (openedAt === null) return 'Đang họp';
  const hour = hourMet(openedAt, metOn);
  return hour === null ? 'Đang ghi lại' : `Đang họp, từ ${hour}`;
}

/** What a person whose network has gone is told: what is written waits on this machine and is sent by itself, what else is pressed is not. */
export function cutOffWords(canWrite: boolean): string {
  return canWrite
    ? 'Mất mạng. Cứ ghi tiếp: kết luận, khó khăn, câu trả lời, điểm danh, điểm cần nêu và chương trình được giữ trên máy này, và tự gửi khi có mạng lại. Bắt đầu, kết thúc, bỏ dòng và chọn bản thì chờ có mạng.'
    : 'Mất mạng. Trang đang hiện những gì tải được gần nhất và tự cập nhật khi có mạng lại.';
}

/** The number of closed minutes, `05/2026`; empty while there are none. */
export function minutesNumber({
  minutesNumber: number,
  minutesYear: year,
}: Pick<Briefing, 'minutesNumber' | 'minutesYear'>): string {
  return number === null || year === null ? '' : minutesNumberText(number, year);
}

/** `Số liệu 30/09/2026, cũ 54 ngày vào ngày họp`: the age where the figures are too old, and when, if that is not today [GV107] [GV167]. */
export function ageWords({ dataDate, stale }: Pick<BriefingFigures, 'dataDate' | 'stale'>): string {
  if (dataDate === null) return '';
  if (stale === null) return `Số liệu ${formatDate(dataDate)}`;
  const age = formatAge(dataDate, addDays(dataDate, stale.days));
  return stale.on === 'today' ? age : `${age} vào ngày họp`;
}

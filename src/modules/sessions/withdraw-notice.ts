import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { calendarChanged } from './calendar-changed.ts';
import type { withdrawNotice as operation } from './contract.ts';
import { markNoticeWithdrawn } from './db/points.ts';

/** Withdraws a notice; it stays to be read and counts no more [SE4]. */
export const withdrawNotice: Handler<typeof operation> = async (
  { communeId, noticeId },
  { tx, clock, note, emit },
) => {
  if (!(await markNoticeWithdrawn(tx, { communeId, noticeId, at: clock.now() }))) return refuse('notFound');
  emit(calendarChanged(communeId));
  note({ communeId, subject: { notice: noticeId } });
  return {};
};

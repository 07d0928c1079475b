import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { withdrawNotice as operation } from './contract.ts';
import { markNoticeWithdrawn } from './db/points.ts';

/** Withdraws a notice; it stays to be read and counts no more [SE4]. */
export const withdrawNotice: Handler<typeof operation> = async (
  { communeId, noticeId },
  { tx, clock, note },
) => {
  if (!(await markNoticeWithdrawn(tx, { communeId, noticeId, at: clock.now() }))) return refuse('notFound');
  note({ communeId, subject: { notice: noticeId } });
  return {};
};

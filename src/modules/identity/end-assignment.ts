import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { endAssignment as operation } from './contract.ts';
import { assignmentsOf, setLastDay } from './db/assignments.ts';
import { isLastAdministrator } from './last-administrator.ts';

/** Sets the last day of an office held; the next request after it no longer acts under it [ID7][ID12]. */
export async function endAssignment(
  { userId, assignmentId, lastDay }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Record<string, never>, CodeOf<typeof operation> | 'notFound'>> {
  const { tx, note } = context;
  const held = (await assignmentsOf(tx, [userId])).get(userId)?.find((one) => one.id === assignmentId);
  if (!held) return refuse('notFound');
  if (lastDay < held.validFrom)
    return refuse('endBeforeStart', { end: formatDate(lastDay), start: formatDate(held.validFrom) });
  if (held.role === 'administrator' && (await isLastAdministrator(context, userId)))
    return refuse('lastAdministrator');
  await setLastDay(tx, assignmentId, lastDay);
  note({ communeId: SYSTEM_CHAIN, subject: { user: userId, assignment: assignmentId, lastDay } });
  return {};
}

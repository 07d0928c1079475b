import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { endAssignment as operation } from './contract.ts';
import { lockAccount } from './db/accounts.ts';
import { assignmentsOf, setLastDay } from './db/assignments.ts';
import type { Assignment } from './domain/assignment.ts';
import { refuseHeldTwice, refuseOtherHolder } from './find-other-holder.ts';
import { isLastAdministrator } from './last-administrator.ts';

type Input = InputOf<typeof operation>;
type Code = CodeOf<typeof operation>;

/** Sets the last day of an office held; the next request after it no longer acts under it [ID7][ID12][ID17]. */
export async function endAssignment(
  input: Input,
  context: HandlerContext,
): Promise<Outcome<Record<string, never>, Code | 'notFound'>> {
  const { tx, note } = context;
  const { userId, assignmentId, lastDay } = input;
  // Before the account, as disabling does: two that take both in one order never wait for each other.
  const isLast = await isLastAdministrator(context, userId);
  await lockAccount(tx, userId);
  const all = (await assignmentsOf(tx, [userId])).get(userId) ?? [];
  const held = all.find(({ id }) => id === assignmentId);
  if (!held) return refuse('notFound');
  if (lastDay < held.validFrom)
    return refuse('endBeforeStart', { end: formatDate(lastDay), start: formatDate(held.validFrom) });
  if (held.role === 'administrator' && isLast) return refuse('lastAdministrator');
  const others = all.filter((one) => one !== held);
  const taken = await refuseTaken({ held, others }, input, context);
  if (taken) return taken;
  await setLastDay(tx, assignmentId, lastDay);
  note({ communeId: SYSTEM_CHAIN, subject: { user: userId, assignment: assignmentId, lastDay } });
  return {};
}

/** A last day that is put off is judged as the office is that is given: its days may be held by then [ID26][ID27]. */
async function refuseTaken(
  { held, others }: { held: Assignment; others: readonly Assignment[] },
  { userId, lastDay, isBesideOther }: Input,
  { tx }: HandlerContext,
): Promise<Refusal<Code> | undefined> {
  if (held.validTo === null || lastDay <= held.validTo) return undefined;
  const longer = { ...held, validTo: lastDay };
  return (
    (await refuseHeldTwice(tx, others, longer)) ??
    (isBesideOther ? undefined : await refuseOtherHolder(tx, longer, userId))
  );
}

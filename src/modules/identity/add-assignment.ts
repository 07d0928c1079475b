import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { addAssignment as operation } from './contract.ts';
import { lockAccount } from './db/accounts.ts';
import { assignmentsOf, insertAssignment } from './db/assignments.ts';
import { refuseHeldTwice, refuseOtherHolder } from './find-other-holder.ts';
import { judgeAssignment } from './judge-assignment.ts';

/** Gives a person a further office to hold [ID12][ID13][ID26][ID27]. */
export async function addAssignment(
  { userId, ...given }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const account = await lockAccount(context.tx, userId);
  if (!account) return refuse('notFound');
  const assignment = await judgeAssignment(context, given);
  if (isRefusal(assignment)) return assignment;
  const held = (await assignmentsOf(context.tx, [userId])).get(userId) ?? [];
  const twice = await refuseHeldTwice(context.tx, held, assignment);
  if (twice) return twice;
  const other = given.isBesideOther ? undefined : await refuseOtherHolder(context.tx, assignment, userId);
  if (other) return other;
  await insertAssignment(context.tx, userId, assignment);
  context.note({ communeId: SYSTEM_CHAIN, subject: { user: userId, assignment: assignment.id } });
  return { assignmentId: assignment.id };
}

import type { InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { switchAssignment as operation } from './contract.ts';
import { assignmentsOf } from './db/assignments.ts';
import { setActingAssignment } from './db/sessions.ts';
import { isCurrent } from './domain/assignment.ts';
import { ownId } from './own-account.ts';

/** Acts under another office that the person holds today [ID12]. */
export async function switchAssignment(
  { assignmentId }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<Record<string, never>, 'notFound'>> {
  const { tx, caller, clock, note } = context;
  const held = (await assignmentsOf(tx, [ownId(context)])).get(ownId(context)) ?? [];
  const chosen = held.find((one) => one.id === assignmentId && isCurrent(one, clock.today()));
  if (!chosen || caller.sessionId === null) return refuse('notFound');
  await setActingAssignment(tx, caller.sessionId, assignmentId);
  note({ communeId: SYSTEM_CHAIN, subject: { assignment: assignmentId } });
  return {};
}

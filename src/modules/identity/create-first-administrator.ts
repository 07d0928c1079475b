import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { createFirstAdministrator as operation } from './contract.ts';
import { insertAccount } from './db/accounts.ts';
import { administratorsInTurn, insertAssignment } from './db/assignments.ts';
import { spendInvitation } from './db/invitations.ts';
import { NO_PLACES } from './domain/assignment.ts';
import { judgePassword, placesAround } from './judge-password.ts';
import type { IdentitySetup } from './setup.ts';

/** Makes the first administrator, as long as there is none [ID16]. */
export async function createFirstAdministrator(
  setup: IdentitySetup,
  { token, fullName, login, password }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, newId, note } = context;
  const at = clock.now();
  const invitation = await spendInvitation(tx, { token, purpose: 'first_administrator', at });
  const administrators = await administratorsInTurn(tx, clock.today());
  if (!invitation || administrators.length > 0) return refuse('linkNotUsable');
  const places = await placesAround(context, []);
  const refusal = judgePassword(password, { fullName, login, phone: null, places });
  if (refusal) return refusal;
  const passwordHash = await setup.passwords.hash(password);
  const account = { id: newId(), fullName, login, phone: null, passwordHash, isSample: false, createdAt: at };
  if (!(await insertAccount(tx, account))) return refuse('loginTaken', { login });
  const held = { ...NO_PLACES, id: newId(), role: 'administrator' as const, decidedBy: null };
  await insertAssignment(tx, account.id, { ...held, validFrom: clock.today(), validTo: null });
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id } });
  return { login };
}

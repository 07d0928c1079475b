import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { networkOf } from '../../platform/network-of.ts';
import type { signIn as operation } from './contract.ts';
import { type Account, findAccountByLogin } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { type AttemptKey, forgive, takeTry } from './db/attempts.ts';
import { officeNeedingSecondFactor } from './domain/assignment.ts';
import { foldLogin } from './domain/login.ts';
import type { IdentitySetup } from './setup.ts';
import { startSession } from './start-session.ts';

/** Compares the password and begins a session [ID2][ID3][ID4]; every no is the same no and takes the same time. */
export async function signIn(
  setup: IdentitySetup,
  { login, password }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<OutputOf<typeof operation>, 'signInRefused' | 'signInDelayed'>> {
  const { tx, clock, address, note } = context;
  const tries: AttemptKey[] = [
    { kind: 'account', of: foldLogin(login) },
    { kind: 'address', of: networkOf(address) },
  ];
  const seconds = await takeTry(tx, tries, clock.now());
  if (seconds > 0) return refuse('signInDelayed', { seconds });
  const account = await findAccountByLogin(tx, login);
  const matches = await setup.passwords.matches(account?.passwordHash ?? null, password);
  if (!account || !matches || account.disabledAt !== null) return refuse('signInRefused');
  await forgive(tx, tries, clock.now());
  const next = await nextStep(setup, context, account);
  await startSession(context, { userId: account.id, awaitsSecondFactor: next !== 'ready' });
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id, next } });
  return { next };
}

/** What is owed after the password [ID8][ID9]. */
async function nextStep(
  { secondFactorRequired }: IdentitySetup,
  { tx, clock }: RequestContext,
  { id, totpConfirmedAt }: Account,
): Promise<OutputOf<typeof operation>['next']> {
  if (totpConfirmedAt !== null) return 'giveSecondFactor';
  if (!secondFactorRequired) return 'ready';
  const assignments = (await assignmentsOf(tx, [id])).get(id) ?? [];
  return officeNeedingSecondFactor(assignments, clock.today()) === undefined ? 'ready' : 'setUpSecondFactor';
}

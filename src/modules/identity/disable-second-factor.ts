import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import type { disableSecondFactor as operation } from './contract.ts';
import { removeAuthenticator } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { placeNames } from './db/places.ts';
import { replaceRecoveryCodes } from './db/recovery-codes.ts';
import { assignmentTitle, officeNeedingSecondFactor, placeKeys } from './domain/assignment.ts';
import { judgeOwnPassword, ownAccount } from './own-account.ts';
import type { IdentitySetup } from './setup.ts';

/** Switches one's second factor off, unless an office held requires it [ID9]. */
export async function disableSecondFactor(
  setup: IdentitySetup,
  { password }: InputOf<typeof operation>,
  context: RequestContext,
): Promise<Outcome<Record<string, never>, CodeOf<typeof operation>>> {
  const { tx, clock } = context;
  const account = await ownAccount(context);
  if (account.totpConfirmedAt === null) return refuse('secondFactorNotSetUp');
  const held = (await assignmentsOf(tx, [account.id])).get(account.id) ?? [];
  const office = setup.secondFactorRequired ? officeNeedingSecondFactor(held, clock.today()) : undefined;
  if (office) {
    const names = await placeNames(tx, placeKeys([office]));
    return refuse('secondFactorRequired', { role: assignmentTitle(office, names) });
  }
  const refusal = await judgeOwnPassword(setup, context, { account, password });
  if (refusal) return refusal;
  await removeAuthenticator(tx, account.id);
  await replaceRecoveryCodes(tx, account.id, []);
  return {};
}

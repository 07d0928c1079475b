import type { OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { whoAmI as operation } from './contract.ts';
import { type Account, findAccount } from './db/accounts.ts';
import { assignmentsOf } from './db/assignments.ts';
import { communesNamed, officesNamed } from './db/places.ts';
import { countRecoveryCodes } from './db/recovery-codes.ts';
import { isCurrent, officeNeedingSecondFactor } from './domain/assignment.ts';
import type { IdentitySetup } from './setup.ts';
import { assignmentsShown } from './show-assignments.ts';

type Answer = OutputOf<typeof operation>;

/** Who is signed in, under which office, and what is still owed. */
export async function whoAmI(setup: IdentitySetup, context: HandlerContext): Promise<Answer> {
  const { tx, caller } = context;
  const account = caller.userId === null ? undefined : await findAccount(tx, caller.userId);
  if (!account) return { state: 'signedOut' };
  if (caller.kind === 'person') return signedIn(setup, context, account);
  return { state: account.totpConfirmedAt === null ? 'setUpSecondFactor' : 'giveSecondFactor' };
}

async function signedIn(
  { secondFactorRequired }: IdentitySetup,
  { tx, caller, clock }: HandlerContext,
  account: Account,
): Promise<Answer> {
  const today = clock.today();
  const held = (await assignmentsOf(tx, [account.id])).get(account.id) ?? [];
  const show = await assignmentsShown(tx, held, today);
  const assignments = held.filter((one) => isCurrent(one, today)).map(show);
  return {
    state: 'signedIn',
    userId: account.id,
    fullName: account.fullName,
    login: account.login,
    isSample: account.isSample,
    hasSecondFactor: account.totpConfirmedAt !== null,
    mustHaveSecondFactor: secondFactorRequired && officeNeedingSecondFactor(held, today) !== undefined,
    recoveryCodesLeft: await countRecoveryCodes(tx, account.id),
    assignments,
    acting: assignments.find((one) => one.id === caller.assignmentId) ?? null,
    communes: await communesNamed(tx, caller.scope.communeIds),
    offices: await officesNamed(tx, caller.scope.officeIds),
  };
}

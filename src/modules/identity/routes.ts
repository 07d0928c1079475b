import { GENERAL_REFUSALS } from '../../kernel/contract.ts';
import {
  defineRoutes,
  type Implementation,
  implement,
  type ModuleRoutes,
} from '../../platform/http/implement.ts';
import { addAssignment } from './add-assignment.ts';
import { addUser } from './add-user.ts';
import { changeAuthenticator } from './change-authenticator.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import * as operations from './contract.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { disableUser } from './disable-user.ts';
import { enableUser } from './enable-user.ts';
import { endAssignment } from './end-assignment.ts';
import { giveSecondFactor } from './give-second-factor.ts';
import { listPlaces } from './list-places.ts';
import { listUsers } from './list-users.ts';
import { putAwayFirstSteps } from './put-away-first-steps.ts';
import { IDENTITY_REFUSALS, type IdentityRefusalCode } from './refusals.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetUser } from './reset-user.ts';
import { setUpSecondFactor } from './set-up-second-factor.ts';
import type { IdentitySetup } from './setup.ts';
import { showFirstSteps } from './show-first-steps.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { switchAssignment } from './switch-assignment.ts';
import { takeFirstStep } from './take-first-step.ts';
import { usePasswordLink } from './use-password-link.ts';
import { whoAmI } from './who-am-i.ts';

type Bound = Implementation<IdentityRefusalCode | 'notSignedIn'>;

/** All rows of identity belong to the system, so all its handlers run in the system's scope. */
const SYSTEM = { runsAs: 'system' } as const;

/** Those that count failures: the count stays although the request is refused [ID4]. */
const COUNTING = { runsAs: 'system', onRefusal: 'commit' } as const;

/** The operations of identity, bound. */
export function identityRoutes(setup: IdentitySetup): ModuleRoutes {
  const { notSignedIn } = GENERAL_REFUSALS;
  return defineRoutes({ ...IDENTITY_REFUSALS, notSignedIn }, [
    ...ofEveryone(setup),
    ...ofThemselves(setup),
    ...ofAdministrators(setup),
  ]);
}

function ofEveryone(setup: IdentitySetup): Bound[] {
  return [
    implement(operations.signIn, (input, context) => signIn(setup, input, context), COUNTING),
    implement(operations.giveSecondFactor, giveSecondFactor, COUNTING),
    implement(operations.signOut, (_, context) => signOut(context), { ...SYSTEM, audit: 'whatIsNoted' }),
    implement(operations.whoAmI, (_, context) => whoAmI(setup, context), SYSTEM),
    implement(operations.setUpSecondFactor, (_, context) => setUpSecondFactor(context), SYSTEM),
    implement(operations.confirmSecondFactor, confirmSecondFactor, COUNTING),
    implement(operations.usePasswordLink, (input, context) => usePasswordLink(setup, input, context), SYSTEM),
    implement(
      operations.createFirstAdministrator,
      (input, context) => createFirstAdministrator(setup, input, context),
      SYSTEM,
    ),
  ];
}

function ofThemselves(setup: IdentitySetup): Bound[] {
  return [
    implement(operations.signOutEverywhere, (_, context) => signOutEverywhere(context), SYSTEM),
    implement(operations.switchAssignment, switchAssignment, SYSTEM),
    implement(operations.showFirstSteps, (_, context) => showFirstSteps(context), SYSTEM),
    implement(operations.takeFirstStep, takeFirstStep, SYSTEM),
    implement(operations.putAwayFirstSteps, putAwayFirstSteps, SYSTEM),
    implement(operations.changePassword, (input, context) => changePassword(setup, input, context), COUNTING),
    implement(
      operations.changeAuthenticator,
      (input, context) => changeAuthenticator(setup, input, context),
      COUNTING,
    ),
    implement(operations.renewRecoveryCodes, renewRecoveryCodes, COUNTING),
    implement(
      operations.disableSecondFactor,
      (input, context) => disableSecondFactor(setup, input, context),
      COUNTING,
    ),
  ];
}

function ofAdministrators({ settings }: IdentitySetup): Bound[] {
  return [
    implement(operations.listUsers, listUsers, SYSTEM),
    implement(operations.addUser, (input, context) => addUser(settings, input, context), SYSTEM),
    implement(operations.disableUser, disableUser, SYSTEM),
    implement(operations.enableUser, enableUser, SYSTEM),
    implement(operations.resetUser, (input, context) => resetUser(settings, input, context), SYSTEM),
    implement(operations.addAssignment, addAssignment, SYSTEM),
    implement(operations.endAssignment, endAssignment, SYSTEM),
    implement(operations.listPlaces, listPlaces, SYSTEM),
  ];
}

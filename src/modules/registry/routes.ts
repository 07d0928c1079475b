import { defineRoutes, implement } from '../../platform/http/implement.ts';
import { addContact } from './add-contact.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { changeContact } from './change-contact.ts';
import * as contract from './contract.ts';
import { enterAreaValue } from './enter-area-value.ts';
import { enterPersonValue } from './enter-person-value.ts';
import { findCustomer } from './find-customer.ts';
import { listAreas } from './list-areas.ts';
import { markReached } from './mark-reached.ts';
import { markWrongNumber } from './mark-wrong-number.ts';
import { movePersonToHousehold } from './move-person-to-household.ts';
import { placeCommunes } from './place-communes.ts';
import { recordMerge } from './record-merge.ts';
import { REGISTRY_REFUSALS } from './refusals.ts';
import { removeContact } from './remove-contact.ts';
import { revealIdentity } from './reveal-identity.ts';
import { search } from './search.ts';
import { showArea } from './show-area.ts';
import { showAreaRegister } from './show-area-register.ts';
import { showHousehold } from './show-household.ts';
import { withdrawAreaValue } from './withdraw-area-value.ts';
import { withdrawMerge } from './withdraw-merge.ts';
import { withdrawPersonValue } from './withdraw-person-value.ts';

/** What the registry offers over HTTP. */
export const registryRoutes = defineRoutes(REGISTRY_REFUSALS, [
  implement(contract.listAreas, listAreas),
  implement(contract.showAreaRegister, showAreaRegister),
  implement(contract.showArea, showArea),
  implement(contract.enterAreaValue, enterAreaValue, { runsAs: 'system' }),
  implement(contract.withdrawAreaValue, withdrawAreaValue, { runsAs: 'system' }),
  implement(contract.placeCommunes, placeCommunes, { runsAs: 'system' }),
  implement(contract.recordMerge, recordMerge, { runsAs: 'system' }),
  implement(contract.withdrawMerge, withdrawMerge, { runsAs: 'system' }),
  implement(contract.search, search),
  implement(contract.showHousehold, showHousehold),
  implement(contract.findCustomer, findCustomer),
  implement(contract.enterPersonValue, enterPersonValue),
  implement(contract.withdrawPersonValue, withdrawPersonValue),
  implement(contract.addContact, addContact),
  implement(contract.changeContact, changeContact),
  implement(contract.markReached, markReached),
  implement(contract.markWrongNumber, markWrongNumber),
  implement(contract.removeContact, removeContact),
  implement(contract.addHouseholdMember, addHouseholdMember),
  implement(contract.movePersonToHousehold, movePersonToHousehold),
  implement(contract.revealIdentityValue, revealIdentity),
]);

import { defineRoutes, implement } from '../../platform/http/implement.ts';
import * as contract from './contract.ts';
import { enterGroupValue } from './enter-group-value.ts';
import { listGroups } from './list-groups.ts';
import { GROUPS_REFUSALS } from './refusals.ts';
import { showGroup } from './show-group.ts';
import { withdrawGroupValue } from './withdraw-group-value.ts';

/** What the groups module offers over HTTP. */
export const groupRoutes = defineRoutes(GROUPS_REFUSALS, [
  implement(contract.listGroups, listGroups),
  implement(contract.showGroup, showGroup),
  implement(contract.enterGroupValue, enterGroupValue),
  implement(contract.withdrawGroupValue, withdrawGroupValue),
]);

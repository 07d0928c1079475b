import { implement, type ModuleRoutes } from '../../platform/http/implement.ts';
import * as contract from './contract.ts';
import { enterRuleValue } from './enter-rule-value.ts';
import { enterTerm } from './enter-term.ts';
import { listProgrammes } from './list-programmes.ts';
import { listRules } from './list-rules.ts';
import { PROGRAMME_REFUSALS } from './refusals.ts';

/** What the catalogue offers over HTTP. */
export const programmeRoutes: ModuleRoutes = {
  refusals: PROGRAMME_REFUSALS,
  implementations: [
    implement(contract.listProgrammes, listProgrammes),
    implement(contract.enterTerm, enterTerm),
    implement(contract.listRules, listRules),
    implement(contract.enterRuleValue, enterRuleValue),
  ],
};

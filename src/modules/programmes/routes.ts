import { defineRoutes, implement } from '../../platform/http/implement.ts';
import { changeProgramme } from './change-programme.ts';
import * as contract from './contract.ts';
import { endProgramme } from './end-programme.ts';
import { enterFundSource } from './enter-fund-source.ts';
import { enterProgramme } from './enter-programme.ts';
import { enterRuleValue } from './enter-rule-value.ts';
import { enterTerm } from './enter-term.ts';
import { listProgrammes } from './list-programmes.ts';
import { listRules } from './list-rules.ts';
import { PROGRAMME_REFUSALS } from './refusals.ts';

/** What the catalogue offers over HTTP. */
export const programmeRoutes = defineRoutes(PROGRAMME_REFUSALS, [
  implement(contract.listProgrammes, listProgrammes),
  implement(contract.enterProgramme, enterProgramme),
  implement(contract.changeProgramme, changeProgramme),
  implement(contract.endProgramme, endProgramme),
  implement(contract.enterFundSource, enterFundSource),
  implement(contract.enterTerm, enterTerm),
  implement(contract.listRules, listRules),
  implement(contract.enterRuleValue, enterRuleValue),
]);

export { scopeText } from './domain/narrowing.ts';
export { isTerm } from './domain/overdue-terms.ts';
export type { RuleValues } from './domain/rule-values.ts';
export type { RuleName, RuleScope, RuleValue } from './domain/rules.ts';
export { forgetJudged, noteJudged } from './judged-dates.ts';
export { newsOfCatalogue } from './news-of-catalogue.ts';
export { programmeRates } from './programme-rates.ts';
export { type RuleBook, ruleBook, ruleValues } from './rule-book.ts';
export { studentProgrammes } from './student-programmes.ts';

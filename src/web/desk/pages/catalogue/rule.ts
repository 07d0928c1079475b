import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listRules } from '../../../../modules/programmes/contract.ts';

/** A rule with its rows. */
export type Rule = OutputOf<typeof listRules>['rules'][number];

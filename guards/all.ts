import { TEXT_GUARDS } from './banned-text.ts';
import { bundleBudget } from './bundle-budget.ts';
import { docComments } from './doc-comments.ts';
import { documents } from './documents.ts';
import type { Guard } from './finding.ts';
import { moduleGraph } from './module-graph.ts';
import { ruleIds } from './rule-ids.ts';
import { sizeCeilings } from './size-ceilings.ts';

/** Every guard that needs no database. Those that read the catalogue stand in `guards/*.pg.test.ts`. */
export const ALL_GUARDS: readonly Guard[] = [
  moduleGraph,
  ruleIds,
  sizeCeilings,
  bundleBudget,
  documents,
  docComments,
  ...TEXT_GUARDS,
];

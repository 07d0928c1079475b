import { TEXT_GUARDS } from './banned-text.ts';
import { bundleBudget } from './bundle-budget.ts';
import { docComments } from './doc-comments.ts';
import { documents } from './documents.ts';
import type { Guard } from './finding.ts';
import { migrationBorders } from './migration-borders.ts';
import { moduleGraph } from './module-graph.ts';
import { ruleIds } from './rule-ids.ts';
import { sizeCeilings } from './size-ceilings.ts';

/** Every guard that needs no database and no build. Those that read the catalogue stand in `guards/*.pg.test.ts`. */
export const SOURCE_GUARDS: readonly Guard[] = [
  moduleGraph,
  ruleIds,
  migrationBorders,
  sizeCeilings,
  documents,
  docComments,
  ...TEXT_GUARDS,
];

/** Those that look at what was built. */
export const BUILD_GUARDS: readonly Guard[] = [bundleBudget];

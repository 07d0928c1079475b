import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { ruleValues } from '../programmes/index.ts';

/** How many members a group may have, by the rule in force on a day [GR5]. */
export async function readLargestGroup(tx: Tx, onDate: BusinessDate): Promise<number> {
  return Number((await ruleValues(tx, onDate)).of('groupMembersMost').value);
}

import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { ruleValues } from '../programmes/index.ts';

/** The dated rules that a group is judged by on a day: its size [GR5], and how long a score is fresh [GR8]. */
export type GroupRules = {
  readonly membersLeast: number;
  readonly membersMost: number;
  readonly scoreFreshDays: number;
  readonly onDate: BusinessDate;
};

/** The rules in force on a day. */
export async function readGroupRules(tx: Tx, onDate: BusinessDate): Promise<GroupRules> {
  const rules = await ruleValues(tx, onDate);
  return {
    membersLeast: Number(rules.of('groupMembersLeast').value),
    membersMost: Number(rules.of('groupMembersMost').value),
    scoreFreshDays: Number(rules.of('scoreFreshnessDays').value),
    onDate,
  };
}

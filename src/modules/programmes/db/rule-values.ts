import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import type { RuleValue } from '../domain/rules.ts';

/** Every row of every rule, of all dates: a few hundred at most. */
export async function readRuleValues(tx: Tx): Promise<RuleValue[]> {
  const { rows } = await sql<RuleValue>`
    select id, rule, scope, value, valid_from as "validFrom", valid_to as "validTo", document, confidence
    from programmes.rule_value order by rule, valid_from desc limit 10000
  `.execute(tx);
  return rows;
}

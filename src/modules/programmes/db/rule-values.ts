import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
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

/** Adds a row of a rule and ends the one before it. */
export async function insertRuleValue(
  tx: Tx,
  row: Omit<RuleValue, 'validTo'> & { enteredBy: Id | null; enteredAt: Date },
  endsBefore: { id: Id; on: BusinessDate } | null,
): Promise<void> {
  if (endsBefore)
    await sql`update programmes.rule_value set valid_to = ${endsBefore.on} where id = ${endsBefore.id}`.execute(
      tx,
    );
  await sql`
    insert into programmes.rule_value (id, rule, scope, value, valid_from, document, confidence, entered_by, entered_at)
    values (${row.id}, ${row.rule}, ${JSON.stringify(row.scope)}::jsonb, ${row.value}, ${row.validFrom},
            ${row.document}, ${row.confidence}, ${row.enteredBy}, ${row.enteredAt})
  `.execute(tx);
}

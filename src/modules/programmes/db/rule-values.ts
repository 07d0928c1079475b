import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { OverdueTerm } from '../domain/overdue-terms.ts';
import type { RuleValue } from '../domain/rules.ts';

/** Every row of every rule, of all dates: a few hundred at most. */
export async function readRuleValues(tx: Tx): Promise<RuleValue[]> {
  const { rows } = await sql<RuleValue>`
    select id, rule, scope, value, valid_from as "validFrom", valid_to as "validTo", document, confidence,
           case when entered_by is not null then entered_at end as "enteredAt"
    from programmes.rule_value order by rule, valid_from desc limit 10000
  `.execute(tx);
  return rows;
}

/** The overdue factor of every term that has its own, of all dates, in the form of a rule's rows [PR11]. */
export async function readOverdueTerms(tx: Tx): Promise<OverdueTerm[]> {
  const { rows } = await sql<OverdueTerm>`
    select term.id, 'overdueRatePercent' as rule, json_build_object('programme', programme.code) as scope,
           term.overdue_factor_percent::bigint as value, term.valid_from as "validFrom", term.valid_to as "validTo",
           term.document, term.confidence, case when term.entered_by is not null then term.entered_at end as "enteredAt",
           programme.id as "programmeId", term.variant, programme.valid_from as "programmeFrom"
    from programmes.programme_term term join programmes.programme on programme.id = term.programme_id
    where term.overdue_factor_percent is not null
    order by programme.code, term.valid_from desc limit 10000
  `.execute(tx);
  return rows;
}

/** Adds a row of a rule and ends the one before it. */
export async function insertRuleValue(
  tx: Tx,
  row: Omit<RuleValue, 'validTo' | 'enteredAt'> & { enteredBy: Id | null; enteredAt: Date },
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

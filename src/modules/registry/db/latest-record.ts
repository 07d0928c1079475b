import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';

/**
 * The bank's latest record of a person of `person` that was not withdrawn, as a subquery for `lateral`: of those told by a
 * day where one is given.
 */
export function latestRecord({ by }: { readonly by?: BusinessDate } = {}): RawBuilder<unknown> {
  const isByThen = by === undefined ? sql`` : sql`and record.data_date <= ${by}`;
  return sql`(
    select record.* from registry.person_bank_record record
    join registry.bank_version version
      on version.commune_id = record.commune_id and version.version_id = record.version_id
    where record.commune_id = person.commune_id and record.person_id = person.id ${isByThen}
      and version.withdrawn_at is null
    order by record.data_date desc, record.version_id desc limit 1)`;
}

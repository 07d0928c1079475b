import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../kernel/dates.ts';
import { VIETNAM_TIME_ZONE } from '../../kernel/moment.ts';

/**
 * The day in Vietnam on which the moment in a column falls, as `dayInVietnam` tells it of a moment.
 *
 * @param column its name in the statement: `e.at`
 */
export function dayInVietnamOf(column: string): RawBuilder<BusinessDate> {
  return sql<BusinessDate>`(${sql.ref(column)} at time zone ${sql.lit(VIETNAM_TIME_ZONE)})::date`;
}

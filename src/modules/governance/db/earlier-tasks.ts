import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { dayInVietnamOf } from '../../../platform/db/day-in-vietnam.ts';
import type { EarlierTask } from '../domain/papers/earlier.ts';
import type { BriefingRow } from './briefings.ts';

/** An {@link EarlierTask} with the directive it belongs to. */
export type EarlierTaskRow = EarlierTask & { readonly directiveId: Id };

/**
 * Tasks that closed briefings of a point before one gave and that were neither accepted nor cancelled by the end of a day [GV88]; of one
 * that was handed over the successor. Who waits longest comes first.
 */
export async function selectEarlierTasks(
  tx: Tx,
  { communeId, pointCode, heldOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn'>,
  on: BusinessDate,
): Promise<EarlierTaskRow[]> {
  const { rows } = await sql<EarlierTaskRow>`
    select t.id as "taskId", d.id as "directiveId", d.text, d.source = 'difficulty' as "isDifficulty",
      coalesce(b.met_on, b.held_on) as "givenOn", t.owner_seat as "ownerSeat", t.owner_name as "ownerName", t.due_on as "dueOn",
      last.kind = 'reported' as "isReported"
    from governance.briefing b
    join governance.directive d on d.commune_id = b.commune_id and d.briefing_id = b.id
    join governance.task t on t.commune_id = d.commune_id and t.directive_id = d.id
    cross join lateral (
      select e.kind from governance.task_event e
      where e.commune_id = t.commune_id and e.task_id = t.id and ${dayInVietnamOf('e.at')} <= ${on}::date
      order by e.version desc limit 1
    ) last
    where b.commune_id = ${communeId} and b.point_code = ${pointCode} and b.state = 'closed' and b.held_on < ${heldOn}
      and last.kind not in ('accepted', 'handedOver', 'cancelled')
    order by t.due_on, t.id limit 20000`.execute(tx);
  return rows;
}

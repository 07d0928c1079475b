import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DirectiveProgress, DirectiveSource } from '../domain/directive.ts';
import type { PagePlace } from '../domain/page-place.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { TaskCounts } from '../domain/task.ts';
import { DIRECTIVE_COLUMNS, type DirectiveRow } from './directives.ts';
import { OPEN } from './tasks.ts';

/** A directive with what came of its tasks, and the number of the minutes it stands in. */
export type DirectiveListed = DirectiveRow &
  TaskCounts & { readonly minutesYear: number | null; readonly minutesNumber: number | null };

/** Which directives: of a source, a briefing, with tasks of an owner, whose tasks have come so far. */
export type DirectiveChoice = {
  readonly communeId: Id;
  readonly today: BusinessDate;
  readonly progress: DirectiveProgress;
  readonly source?: DirectiveSource | undefined;
  readonly briefingId?: Id | undefined;
  /** Of the briefings of the same point before this one. */
  readonly beforeBriefingId?: Id | undefined;
  /** Of an owner only this owner's tasks are counted, and only directives shown that have one. */
  readonly ownerSeat?: SeatKey | undefined;
  readonly ownerName?: string | undefined;
};

/** A page of directives, latest first, those of the same day by id; their tasks are counted where they lie [GV38]. */
export async function selectDirectivePage(
  tx: Tx,
  choice: DirectiveChoice,
  { after, limit }: { readonly after: PagePlace | null; readonly limit: number },
): Promise<DirectiveListed[]> {
  const { rows } = await sql<DirectiveListed>`
    select ${DIRECTIVE_COLUMNS}, counted.given, counted.done, counted.waiting, counted.late, counted.returned,
      (select b.minutes_year from governance.briefing b
       where b.commune_id = d.commune_id and b.id = d.briefing_id) as "minutesYear",
      (select b.minutes_number from governance.briefing b
       where b.commune_id = d.commune_id and b.id = d.briefing_id) as "minutesNumber"
    from ${chosen(choice)}
      and (${after === null} or (d.given_on, d.id) < (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
    order by d.given_on desc, d.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** How many directives there are of a choice, of all pages. */
export async function countDirectives(tx: Tx, choice: DirectiveChoice): Promise<number> {
  const { rows } = await sql<{ directives: number }>`
    select count(*)::integer as directives from ${chosen(choice)}`.execute(tx);
  return rows[0]?.directives ?? 0;
}

/** `from … where …` of a choice: directives `d`, each with the counts of its tasks. */
function chosen(choice: DirectiveChoice): RawBuilder<unknown> {
  const { source = null, briefingId = null, beforeBriefingId } = choice;
  const ofEarlier =
    beforeBriefingId === undefined
      ? sql`true`
      : sql`d.briefing_id in (
          select earlier.id from governance.briefing earlier
          join governance.briefing one on one.commune_id = earlier.commune_id and one.id = ${beforeBriefingId}::uuid
          where earlier.commune_id = ${choice.communeId} and earlier.point_code = one.point_code
            and earlier.held_on < one.held_on)`;
  return sql`governance.directive d
    cross join lateral (
      select count(*)::integer as given, count(*) filter (where t.state = 'accepted')::integer as done,
        count(*) filter (where t.state = 'reported')::integer as waiting,
        count(*) filter (where ${OPEN} and t.due_on < ${choice.today}::date)::integer as late,
        count(*) filter (where t.state = 'returned')::integer as returned
      from governance.task t
      where t.commune_id = d.commune_id and t.directive_id = d.id and t.state not in ('handedOver', 'cancelled')
        and ${ofOwner(choice)}
    ) counted
    where d.commune_id = ${choice.communeId} and ${PROGRESS[choice.progress]}
      and (${source}::text is null or d.source = ${source}::text)
      and (${briefingId}::uuid is null or d.briefing_id = ${briefingId}::uuid) and ${ofEarlier}
      and (${isOfOwner(choice) ? sql`counted.given > 0` : sql`true`})`;
}

const PROGRESS: Readonly<Record<DirectiveProgress, RawBuilder<boolean>>> = {
  all: sql`true`,
  open: sql`counted.given > counted.done`,
  late: sql`counted.late > 0`,
  waiting: sql`counted.waiting > 0`,
  returned: sql`counted.returned > 0`,
  done: sql`counted.given > 0 and counted.given = counted.done`,
};

function isOfOwner({ ownerSeat, ownerName }: DirectiveChoice): boolean {
  return ownerSeat !== undefined || ownerName !== undefined;
}

function ofOwner({ ownerSeat, ownerName }: DirectiveChoice): RawBuilder<boolean> {
  if (ownerSeat !== undefined) return sql`t.owner_seat = ${ownerSeat}`;
  if (ownerName !== undefined) return sql`t.owner_seat is null and t.owner_name = ${ownerName}`;
  return sql`true`;
}

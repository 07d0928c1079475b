import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { allPages } from '../../../platform/db/all-pages.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { BriefingState } from '../domain/briefing.ts';
import type { BringOrigin } from '../domain/bring-origin.ts';
import type { PagePlace } from '../domain/page-place.ts';

/** A briefing's row. */
export type BriefingRow = {
  readonly id: Id;
  readonly communeId: Id;
  readonly pointCode: string;
  readonly pointName: string;
  /** Villages that use the point, by bank code; none: it is not known which. */
  readonly pointVillages: readonly string[];
  readonly regularOn: BusinessDate;
  readonly heldOn: BusinessDate;
  /** The day on which people met, as told when the meeting began [GV104]; until then the session's. */
  readonly metOn: BusinessDate;
  /** When the session begins; null while the calendar does not say. */
  readonly startsAt: string | null;
  /** For which hour the meeting is planned [GV114]; null while nobody knows. */
  readonly meetsAt: string | null;
  /** Who told that hour; null: it is the rule's. */
  readonly hourToldByName: string | null;
  readonly place: string | null;
  readonly state: BriefingState;
  /** Counts every change. */
  readonly revision: number;
  readonly preparedAt: Date;
  readonly openedAt: Date | null;
  readonly openedBy: Id | null;
  readonly closedAt: Date | null;
  readonly closedBy: Id | null;
  /** Of a briefing that is not held [GV109]: who said so, when, why. */
  readonly cancelledAt: Date | null;
  readonly cancelledBy: Id | null;
  readonly cancelledByName: string | null;
  readonly cancelReason: string | null;
  readonly minutesYear: number | null;
  readonly minutesNumber: number | null;
  readonly minutesHash: string | null;
  /** What those who come bring along, as the invitation says. */
  readonly bring: string | null;
  readonly bringOrigin: BringOrigin;
  /** Who wrote it last, and when; null: nobody has, or before that was kept. */
  readonly bringWrittenByName: string | null;
  readonly bringWrittenAt: Date | null;
  /** Counts how often the agenda was written; 1 as the system filled it. */
  readonly agendaVersion: number;
  /** Who wrote the agenda last; null: nobody has changed it. */
  readonly agendaWrittenByName: string | null;
  /** Who holds several offices of its list gets one letter [GV219]; false of one that had begun or ended before that was so. */
  readonly invitesPersons: boolean;
};

/** What is read of a briefing: a {@link BriefingRow}. */
export const BRIEFING_COLUMNS = sql`
  id, commune_id as "communeId", point_code as "pointCode", point_name as "pointName", point_villages as "pointVillages",
  regular_on as "regularOn",
  held_on as "heldOn", coalesce(met_on, held_on) as "metOn", to_char(starts_at, 'HH24:MI') as "startsAt", to_char(meets_at, 'HH24:MI') as "meetsAt",
  hour_told_by_name as "hourToldByName", place, state,
  revision::integer as revision, prepared_at as "preparedAt", opened_at as "openedAt", opened_by as "openedBy",
  closed_at as "closedAt", closed_by as "closedBy", cancelled_at as "cancelledAt", cancelled_by as "cancelledBy",
  cancelled_by_name as "cancelledByName", cancel_reason as "cancelReason", minutes_year as "minutesYear",
  minutes_number as "minutesNumber", minutes_hash as "minutesHash", bring,
  bring_origin as "bringOrigin", bring_written_by_name as "bringWrittenByName", bring_written_at as "bringWrittenAt",
  agenda_version as "agendaVersion", agenda_written_by_name as "agendaWrittenByName",
  invites_persons as "invitesPersons"`;

/** The briefings of a commune, latest first, from after a place on. */
export async function selectBriefings(
  tx: Tx,
  communeId: Id,
  { after, limit }: { readonly after: PagePlace | null; readonly limit: number },
): Promise<BriefingRow[]> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId}
      and (${after?.on ?? null}::date is null
           or (held_on, id) < (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
    order by held_on desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

/** The day of a commune's first briefing; undefined before there is one. */
export async function selectFirstHeldOn(tx: Tx, communeId: Id): Promise<BusinessDate | undefined> {
  const { rows } = await sql<{ heldOn: BusinessDate }>`
    select held_on as "heldOn" from governance.briefing where commune_id = ${communeId}
    order by held_on limit 1`.execute(tx);
  return rows[0]?.heldOn;
}

/** The briefings of a commune for which people met on a day, whatever day their session had [GV104]. */
export async function selectBriefingsMetOn(
  tx: Tx,
  communeId: Id,
  metOn: BusinessDate,
): Promise<BriefingRow[]> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and met_on = ${metOn} order by point_code, held_on limit 100`.execute(tx);
  return rows;
}

/** One briefing. */
export async function selectBriefing(
  tx: Tx,
  communeId: Id,
  briefingId: Id,
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing where commune_id = ${communeId} and id = ${briefingId}`.execute(
    tx,
  );
  return rows[0];
}

/** One briefing, its row locked until the command ends: whoever writes in a briefing takes turns with its closing. */
export async function lockBriefing(tx: Tx, communeId: Id, briefingId: Id): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing where commune_id = ${communeId} and id = ${briefingId}
    for update`.execute(tx);
  return rows[0];
}

/** Counts a change, so that other screens see it. */
export async function touchBriefing(tx: Tx, communeId: Id, briefingId: Id): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    update governance.briefing set revision = revision + 1 where commune_id = ${communeId} and id = ${briefingId}
    returning revision::integer as revision`.execute(tx);
  return rows[0]?.revision ?? 0;
}

/** Opens the meeting, with the day on which people met [GV104]. */
export async function markOpened(
  tx: Tx,
  opened: {
    readonly communeId: Id;
    readonly briefingId: Id;
    readonly by: Id | null;
    readonly at: Date;
    readonly metOn: BusinessDate;
  },
): Promise<void> {
  await sql`
    update governance.briefing set state = 'open', opened_by = ${opened.by}, opened_at = ${opened.at}, met_on = ${opened.metOn}
    where commune_id = ${opened.communeId} and id = ${opened.briefingId}`.execute(tx);
}

/** The briefings of a commune that are still being prepared. */
export async function selectPreparing(tx: Tx, communeId: Id): Promise<BriefingRow[]> {
  return allPages<BriefingRow>(100, async (after, limit) => {
    const behind =
      after === null ? sql`` : sql`and (held_on, id) > (${after.heldOn}::date, ${after.id}::uuid)`;
    const { rows } = await sql<BriefingRow>`
      select ${BRIEFING_COLUMNS} from governance.briefing
      where commune_id = ${communeId} and state = 'preparing' ${behind}
      order by held_on, id limit ${limit}`.execute(tx);
    return rows;
  });
}

/** Moves a briefing that is still being prepared to where and when its session is held now. */
export async function moveBriefing(
  tx: Tx,
  moved: Pick<BriefingRow, 'communeId' | 'id' | 'regularOn' | 'heldOn' | 'startsAt' | 'meetsAt' | 'place'>,
): Promise<void> {
  await sql`
    update governance.briefing
    set regular_on = ${moved.regularOn}, held_on = ${moved.heldOn}, starts_at = ${moved.startsAt},
        meets_at = ${moved.meetsAt}, place = ${moved.place}, revision = revision + 1
    where commune_id = ${moved.communeId} and id = ${moved.id} and state = 'preparing'`.execute(tx);
}

/** Writes at which hour a meeting is planned to begin and who said so; null: the rule. */
export async function writeMeetingHour(
  tx: Tx,
  { communeId, briefingId }: { readonly communeId: Id; readonly briefingId: Id },
  { meetsAt, toldByName }: { readonly meetsAt: string | null; readonly toldByName: string | null },
): Promise<void> {
  await sql`
    update governance.briefing set meets_at = ${meetsAt}, hour_told_by_name = ${toldByName}
    where commune_id = ${communeId} and id = ${briefingId}`.execute(tx);
}

/** How many conclusions briefings have; those without any are left out. */
export async function countConclusions(
  tx: Tx,
  communeId: Id,
  briefingIds: readonly Id[],
): Promise<Map<Id, number>> {
  const { rows } = await sql<{ briefingId: Id; lines: number }>`
    select briefing_id as "briefingId", count(*)::integer as lines from governance.conclusion
    where commune_id = ${communeId} and briefing_id = any (${[...briefingIds]}::uuid[]) and removed_at is null
    group by briefing_id`.execute(tx);
  return new Map(rows.map(({ briefingId, lines }) => [briefingId, lines]));
}

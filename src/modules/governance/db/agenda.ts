import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AgendaKind } from '../domain/agenda.ts';

/** An item of an agenda. */
export type AgendaRow = {
  readonly id: Id;
  readonly position: number;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly minutes: number;
  /** What the item is about, in some lines [GV100]. */
  readonly note: string | null;
  readonly reachedAt: Date | null;
};

/** The agenda of a briefing, in order. */
export async function selectAgenda(tx: Tx, communeId: Id, briefingId: Id): Promise<AgendaRow[]> {
  const { rows } = await sql<AgendaRow>`
    select id, position, kind, title, minutes, note, reached_at as "reachedAt" from governance.agenda_item
    where commune_id = ${communeId} and briefing_id = ${briefingId} order by position, id limit 100`.execute(
    tx,
  );
  return rows;
}

/** An item as it is written; without a note it has none. */
type WrittenItem = Omit<AgendaRow, 'position' | 'note' | 'reachedAt'> & { readonly note?: string | null };

/**
 * Writes the agenda anew: items that are no longer named go, the others keep when they were reached.
 *
 * @returns false when an id belongs to another briefing
 */
export async function writeAgenda(
  tx: Tx,
  { communeId, briefingId }: { readonly communeId: Id; readonly briefingId: Id },
  items: readonly WrittenItem[],
): Promise<boolean> {
  const ids = items.map((item) => item.id);
  await sql`
    delete from governance.agenda_item
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id <> all (${ids}::uuid[])`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`
    insert into governance.agenda_item (commune_id, id, briefing_id, position, kind, title, minutes, note)
    select ${communeId}, item.id, ${briefingId}, item.position, item.kind, item.title, item.minutes, item.note
    from unnest(${ids}::uuid[], ${items.map((item) => item.kind)}::text[], ${items.map((item) => item.title)}::text[],
                ${items.map((item) => item.minutes)}::smallint[], ${items.map((item) => item.note ?? null)}::text[])
      with ordinality as item (id, kind, title, minutes, note, position)
    on conflict (commune_id, id) do update
      set position = excluded.position, title = excluded.title, minutes = excluded.minutes, note = excluded.note
      where agenda_item.briefing_id = excluded.briefing_id`.execute(tx);
  return Number(numAffectedRows ?? 0n) === items.length;
}

/** Counts a change of the agenda and says who made it. */
export async function markAgendaWritten(
  tx: Tx,
  {
    communeId,
    briefingId,
    byName,
  }: { readonly communeId: Id; readonly briefingId: Id; readonly byName: string },
): Promise<void> {
  await sql`
    update governance.briefing set agenda_version = agenda_version + 1, agenda_written_by_name = ${byName}
    where commune_id = ${communeId} and id = ${briefingId}`.execute(tx);
}

/** Says when the meeting came to an item; false when the briefing has no such item. */
export async function markReached(
  tx: Tx,
  reached: { readonly communeId: Id; readonly briefingId: Id; readonly itemId: Id; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update governance.agenda_item set reached_at = ${reached.at}
    where commune_id = ${reached.communeId} and briefing_id = ${reached.briefingId} and id = ${reached.itemId}`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

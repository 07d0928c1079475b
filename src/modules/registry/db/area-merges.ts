import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AreaMerge } from '../domain/merge-map.ts';

/** A merge with the document it rests on. */
export type DocumentedMerge = AreaMerge & { readonly document: string };

/** All recorded merges, oldest first. Bounded by the number of administrative mergers: hundreds. */
export async function selectMerges(tx: Tx): Promise<DocumentedMerge[]> {
  const { rows } = await sql<DocumentedMerge>`
    select old_area_id as "oldAreaId", new_area_id as "newAreaId", effective_on as "effectiveOn", document
    from registry.area_merge order by effective_on, old_area_id`.execute(tx);
  return rows;
}

/** Records a merge; `oldCodeEndsOn` closes the old area, after which its code may mean another. */
export async function insertMerge(
  tx: Tx,
  merge: DocumentedMerge & { readonly oldCodeEndsOn: BusinessDate | null },
): Promise<void> {
  await sql`
    insert into registry.area_merge (old_area_id, new_area_id, effective_on, document)
    values (${merge.oldAreaId}, ${merge.newAreaId}, ${merge.effectiveOn}, ${merge.document})`.execute(tx);
  if (merge.oldCodeEndsOn !== null) await closeArea(tx, merge.oldAreaId, merge.oldCodeEndsOn);
}

async function closeArea(tx: Tx, areaId: Id, lastDay: BusinessDate): Promise<void> {
  await sql`
    update registry.area set valid_to = greatest(valid_from, ${lastDay}::date) where id = ${areaId}`.execute(
    tx,
  );
}

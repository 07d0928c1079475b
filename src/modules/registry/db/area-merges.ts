import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AreaMerge } from '../domain/merge-map.ts';

/** A merge with the document it rests on, and the last day of the old code when the merge ended it. */
export type DocumentedMerge = AreaMerge & {
  readonly document: string;
  readonly oldCodeEndsOn: BusinessDate | null;
};

/** All merges in force, oldest first. Bounded by the number of administrative mergers: hundreds. */
export async function selectMerges(tx: Tx): Promise<DocumentedMerge[]> {
  const { rows } = await sql<DocumentedMerge>`
    select old_area_id as "oldAreaId", new_area_id as "newAreaId", effective_on as "effectiveOn", document,
           old_code_ends_on as "oldCodeEndsOn"
    from registry.area_merge where withdrawn_at is null order by effective_on, old_area_id`.execute(tx);
  return rows;
}

/** An area of a merge as people know it. */
type MergedArea = { readonly name: string; readonly code: string | null };

/** A merge with the names of both areas: one of them may be outside what the reader sees. */
export type NamedMerge = DocumentedMerge & {
  readonly kind: 'province' | 'commune' | 'village';
  readonly oldArea: MergedArea;
  readonly newArea: MergedArea;
};

/** The merges from or into these areas or their villages, newest first; all of them when `areaIds` is undefined. */
export async function selectNamedMerges(
  tx: Tx,
  areaIds: readonly Id[] | undefined,
): Promise<readonly NamedMerge[]> {
  const ids = [...(areaIds ?? [])];
  const { rows } = await sql<NamedMerge>`
    select merge.old_area_id as "oldAreaId", merge.new_area_id as "newAreaId", merge.effective_on as "effectiveOn",
           merge.document, merge.old_code_ends_on as "oldCodeEndsOn", former.kind,
           json_build_object('name', former.name, 'code', former.bank_code) as "oldArea",
           json_build_object('name', present.name, 'code', present.bank_code) as "newArea"
    from registry.area_merge merge
    join registry.area former on former.id = merge.old_area_id
    join registry.area present on present.id = merge.new_area_id
    where merge.withdrawn_at is null
      and (${areaIds === undefined}
           or former.id = any (${ids}::uuid[]) or former.parent_id = any (${ids}::uuid[]) and former.kind = 'village'
           or present.id = any (${ids}::uuid[]) or present.parent_id = any (${ids}::uuid[]) and present.kind = 'village')
    order by former.kind = 'province', merge.effective_on desc, former.bank_code, former.name
    limit 2000`.execute(tx);
  return rows;
}

/** Records a merge, again if it was taken back; `oldCodeEndsOn` closes the old area, after which its code may mean another. */
export async function insertMerge(tx: Tx, merge: DocumentedMerge): Promise<void> {
  const { oldAreaId, oldCodeEndsOn } = merge;
  await sql`
    insert into registry.area_merge (old_area_id, new_area_id, effective_on, document, old_code_ends_on,
      old_code_ended_on)
    select ${oldAreaId}::uuid, ${merge.newAreaId}::uuid, ${merge.effectiveOn}::date, ${merge.document},
      ${oldCodeEndsOn}::date, area.valid_to
    from registry.area where area.id = ${oldAreaId}
    on conflict (old_area_id, new_area_id, effective_on) do update
      set document = excluded.document, old_code_ends_on = excluded.old_code_ends_on,
          old_code_ended_on = excluded.old_code_ended_on, withdrawn_at = null`.execute(tx);
  if (oldCodeEndsOn !== null)
    await sql`update registry.area set valid_to = ${oldCodeEndsOn} where id = ${oldAreaId}`.execute(tx);
}

/**
 * Takes a merge back: the old code ends again where it did before this merge. Where another merge has set the end since, that
 * stands, and what it would give back is what this one would have.
 */
export async function withdrawMergeRow(tx: Tx, merge: DocumentedMerge, at: Date): Promise<void> {
  await sql`
    update registry.area_merge set withdrawn_at = ${at}
    where old_area_id = ${merge.oldAreaId} and new_area_id = ${merge.newAreaId}
      and effective_on = ${merge.effectiveOn}`.execute(tx);
  if (merge.oldCodeEndsOn !== null) await endAsBefore(tx, merge);
}

async function endAsBefore(tx: Tx, { oldAreaId, newAreaId, effectiveOn }: DocumentedMerge): Promise<void> {
  const taken = sql`taken.old_area_id = ${oldAreaId} and taken.new_area_id = ${newAreaId}
    and taken.effective_on = ${effectiveOn}`;
  const later = await sql`
    update registry.area_merge later set old_code_ended_on = taken.old_code_ended_on
    from registry.area_merge taken
    where ${taken} and later.old_area_id = taken.old_area_id and later.withdrawn_at is null
      and later.old_code_ends_on is not null and later.old_code_ended_on = taken.old_code_ends_on`.execute(
    tx,
  );
  if ((later.numAffectedRows ?? 0n) > 0n) return;
  await sql`
    update registry.area set valid_to = taken.old_code_ended_on
    from registry.area_merge taken
    where ${taken} and area.id = taken.old_area_id and area.valid_to = taken.old_code_ends_on`.execute(tx);
}

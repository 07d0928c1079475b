import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ConclusionContent } from '../domain/conclusion.ts';
import type { MeasuredByShown } from '../domain/measured-by.ts';
import type { KeptVersion } from '../domain/sent-words.ts';
import type { ChosenVersion } from '../domain/version-state.ts';

/** Who wrote a version of a line. */
export type Writer = {
  readonly writtenBy: Id | null;
  readonly writtenByName: string;
  readonly writtenAt: Date;
};

/** A conclusion as it stands. */
export type ConclusionRow = ConclusionContent &
  Writer & {
    readonly id: Id;
    readonly briefingId: Id;
    readonly position: number;
    readonly version: number;
    readonly measuredBy: MeasuredByShown | null;
  };

/** Another version of a line, written at the same time as the one that stands. */
export type OtherVersion = ConclusionContent &
  Writer & { readonly id: Id; readonly conclusionId: Id; readonly baseVersion: number };

const CONTENT = sql`text, owner_seat as "ownerSeat", owner_name as "ownerName", due_on as "dueOn",
  written_by as "writtenBy", written_by_name as "writtenByName", written_at as "writtenAt"`;

/** The conclusions of a briefing, in order. */
export async function selectConclusions(tx: Tx, communeId: Id, briefingId: Id): Promise<ConclusionRow[]> {
  const { rows } = await sql<ConclusionRow>`
    select id, briefing_id as "briefingId", position, version, measured_by as "measuredBy", ${CONTENT} from governance.conclusion
    where commune_id = ${communeId} and briefing_id = ${briefingId} and removed_at is null
    order by position, id limit 1000`.execute(tx);
  return rows;
}

/** One conclusion, also a removed one. */
export async function selectConclusion(
  tx: Tx,
  communeId: Id,
  conclusionId: Id,
): Promise<(ConclusionRow & { readonly isRemoved: boolean }) | undefined> {
  const { rows } = await sql<ConclusionRow & { readonly isRemoved: boolean }>`
    select id, briefing_id as "briefingId", position, version, removed_at is not null as "isRemoved",
      measured_by as "measuredBy", ${CONTENT}
    from governance.conclusion where commune_id = ${communeId} and id = ${conclusionId}`.execute(tx);
  return rows[0];
}

/** The versions that wait for a choice, of all lines of a briefing. */
export async function selectConflicts(tx: Tx, communeId: Id, briefingId: Id): Promise<OtherVersion[]> {
  const { rows } = await sql<OtherVersion>`
    select other.id, other.conclusion_id as "conclusionId", other.base_version as "baseVersion", other.text,
           other.owner_seat as "ownerSeat", other.owner_name as "ownerName", other.due_on as "dueOn",
           other.written_by as "writtenBy", other.written_by_name as "writtenByName", other.written_at as "writtenAt"
    from governance.conclusion line
    join governance.conclusion_version other on other.commune_id = line.commune_id and other.conclusion_id = line.id
    where line.commune_id = ${communeId} and line.briefing_id = ${briefingId} and line.removed_at is null
      and other.state = 'conflicting'
    order by other.written_at, other.id limit 1000`.execute(tx);
  return rows;
}

/** Adds a line at the end. */
export async function insertConclusion(
  tx: Tx,
  line: ConclusionContent & Writer & { readonly communeId: Id; readonly briefingId: Id; readonly id: Id },
): Promise<void> {
  await sql`
    insert into governance.conclusion (commune_id, id, briefing_id, position, text, owner_seat, owner_name, due_on,
                                       written_by, written_by_name, written_at)
    select ${line.communeId}, ${line.id}, ${line.briefingId},
           coalesce(max(position), 0) + 1, ${line.text}, ${line.ownerSeat}, ${line.ownerName}, ${line.dueOn},
           ${line.writtenBy}, ${line.writtenByName}, ${line.writtenAt}
    from governance.conclusion where commune_id = ${line.communeId} and briefing_id = ${line.briefingId}`.execute(
    tx,
  );
}

/** Makes a version the line that stands; the one before is kept as replaced. */
export async function replaceConclusion(
  tx: Tx,
  communeId: Id,
  {
    standing,
    next,
    replacedId,
  }: {
    readonly standing: ConclusionRow;
    readonly next: ConclusionContent & Writer;
    readonly replacedId: Id;
  },
): Promise<void> {
  await insertVersion(tx, communeId, {
    ...standing,
    id: replacedId,
    conclusionId: standing.id,
    baseVersion: standing.version,
    state: 'replaced',
  });
  await sql`
    update governance.conclusion
    set text = ${next.text}, owner_seat = ${next.ownerSeat}, owner_name = ${next.ownerName}, due_on = ${next.dueOn},
        version = version + 1, written_by = ${next.writtenBy}, written_by_name = ${next.writtenByName},
        written_at = ${next.writtenAt}, removed_at = null, removed_by_name = null
    where commune_id = ${communeId} and id = ${standing.id}`.execute(tx);
}

/** Says by which figures a line will be told; the line counts it as a change, so that it is seen, and stands again where it was taken out. */
export async function writeMeasure(
  tx: Tx,
  {
    communeId,
    conclusionId,
    measuredBy,
  }: { readonly communeId: Id; readonly conclusionId: Id; readonly measuredBy: MeasuredByShown | null },
): Promise<void> {
  await sql`
    update governance.conclusion
    set measured_by = ${measuredBy === null ? null : JSON.stringify(measuredBy)}::jsonb, version = version + 1,
        removed_at = null, removed_by_name = null
    where commune_id = ${communeId} and id = ${conclusionId}`.execute(tx);
}

/** Every version of a line besides the one that stands. */
export async function selectKeptVersions(
  tx: Tx,
  of: { readonly communeId: Id; readonly conclusionId: Id },
): Promise<(ConclusionContent & KeptVersion)[]> {
  const { rows } = await sql<ConclusionContent & KeptVersion>`
    select id, state, base_version as "baseVersion", ${CONTENT} from governance.conclusion_version
    where commune_id = ${of.communeId} and conclusion_id = ${of.conclusionId}`.execute(tx);
  return rows;
}

/** What became of a version besides the line that stands; undefined where there is none. */
export async function selectVersion(
  tx: Tx,
  of: { readonly communeId: Id; readonly conclusionId: Id; readonly versionId: Id },
): Promise<ChosenVersion | undefined> {
  const { rows } = await sql<ChosenVersion>`
    select state, written_by_name as "writtenByName", settled_by_name as "settledByName" from governance.conclusion_version
    where commune_id = ${of.communeId} and conclusion_id = ${of.conclusionId} and id = ${of.versionId}`.execute(
    tx,
  );
  return rows[0];
}

/** Keeps a version beside the line. */
export async function insertVersion(
  tx: Tx,
  communeId: Id,
  version: OtherVersion & { readonly state: 'replaced' | 'conflicting' },
): Promise<void> {
  await sql`
    insert into governance.conclusion_version (commune_id, conclusion_id, id, base_version, state, text, owner_seat,
                                               owner_name, due_on, written_by, written_by_name, written_at)
    values (${communeId}, ${version.conclusionId}, ${version.id}, ${version.baseVersion}, ${version.state},
            ${version.text}, ${version.ownerSeat}, ${version.ownerName}, ${version.dueOn}, ${version.writtenBy},
            ${version.writtenByName}, ${version.writtenAt})
    on conflict (commune_id, conclusion_id, id) do nothing`.execute(tx);
}

/** Says that a waiting version became the line, or that it did not, and who chose. */
export async function settleVersion(
  tx: Tx,
  settled: {
    readonly communeId: Id;
    readonly conclusionId: Id;
    readonly versionId: Id;
    readonly state: 'chosen' | 'dropped';
    readonly byName: string;
  },
): Promise<void> {
  await sql`
    update governance.conclusion_version set state = ${settled.state}, settled_by_name = ${settled.byName}
    where commune_id = ${settled.communeId} and conclusion_id = ${settled.conclusionId} and id = ${settled.versionId}`.execute(
    tx,
  );
}

/** Takes a line out; it stays in the database. */
export async function removeLine(
  tx: Tx,
  {
    communeId,
    conclusionId,
    at,
    byName,
  }: {
    readonly communeId: Id;
    readonly conclusionId: Id;
    readonly at: Date;
    readonly byName: string;
  },
): Promise<void> {
  await sql`
    update governance.conclusion set removed_at = ${at}, removed_by_name = ${byName}
    where commune_id = ${communeId} and id = ${conclusionId}`.execute(tx);
}

/** A line that was taken out, by whom where that is known, and when. */
export type TakenOut = {
  readonly conclusionId: Id;
  readonly byName: string | null;
  readonly at: Date;
};

/** The lines that were taken out of a briefing, without what they said. */
export async function selectTakenOut(tx: Tx, communeId: Id, briefingId: Id): Promise<TakenOut[]> {
  const { rows } = await sql<TakenOut>`
    select id as "conclusionId", removed_by_name as "byName", removed_at as at from governance.conclusion
    where commune_id = ${communeId} and briefing_id = ${briefingId} and removed_at is not null
    order by removed_at, id limit 1000`.execute(tx);
  return rows;
}

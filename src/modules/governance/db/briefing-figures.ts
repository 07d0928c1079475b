import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type PreparedFigures, preparedFigures } from '../domain/prepared-figures.ts';
import type { Within } from './within.ts';

/** Why figures were kept: the briefing was prepared, the meeting began, newer ones were taken over in it; it was cancelled. */
export type Occasion = 'prepared' | 'opened' | 'takenOver' | 'cancelled';

/** Figures of a briefing as they stood at a moment. */
export type KeptFigures = {
  readonly occasion: Occasion;
  readonly figures: PreparedFigures;
  readonly takenAt: Date;
};

/** The same with who took them. */
export type TakenFigures = KeptFigures & { readonly takenBy: Id | null };

/** The figures kept last; undefined where a briefing has none, being older than the keeping of them. */
export async function selectKeptFigures(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<TakenFigures | undefined> {
  const { rows } = await sql<{ occasion: Occasion; content: unknown; takenAt: Date; takenBy: Id | null }>`
    select occasion, content, taken_at as "takenAt", taken_by as "takenBy" from governance.briefing_figures
    where commune_id = ${communeId} and briefing_id = ${briefingId} order by number desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { content, ...kept } = row;
  return { ...kept, figures: preparedFigures.parse(content) };
}

/** Keeps figures behind those kept before; the caller holds the briefing's row, so numbers are taken one by one. */
export async function insertKeptFigures(
  tx: Tx,
  { communeId, briefingId }: Within,
  kept: KeptFigures & { readonly takenBy: Id | null; readonly takenByName: string },
): Promise<void> {
  const { dataDate, versionNumber } = kept.figures;
  await sql`
    insert into governance.briefing_figures (commune_id, briefing_id, number, occasion, data_date, version_number, content,
                                             taken_by, taken_by_name, taken_at)
    select ${communeId}, ${briefingId}, coalesce(max(number), 0) + 1, ${kept.occasion}, ${dataDate}::date,
           ${versionNumber}::integer, ${JSON.stringify(preparedFigures.encode(kept.figures))}::jsonb, ${kept.takenBy}::uuid,
           ${kept.takenByName}, ${kept.takenAt}::timestamptz
    from governance.briefing_figures where commune_id = ${communeId} and briefing_id = ${briefingId}`.execute(
    tx,
  );
}

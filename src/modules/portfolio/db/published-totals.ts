import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Publishing } from './append-positions.ts';

/** What a version holds, for the answer and the audit entry. */
export type PublishedTotals = {
  readonly loans: number;
  readonly outstandingVnd: bigint;
  readonly byCommune: readonly { readonly communeId: Id; readonly loans: number }[];
};

/** Totals of the version from its roll-ups. */
export async function publishedTotals(tx: Tx, publishing: Publishing): Promise<PublishedTotals> {
  const { versionId, dataDate, communeIds } = publishing;
  const { rows } = await sql<{ communeId: Id; loans: number; outstandingVnd: bigint }>`
    select commune_id as "communeId", loans, outstanding_vnd as "outstandingVnd" from portfolio.figure
    where commune_id = any (${[...communeIds]}::uuid[]) and data_date = ${dataDate} and version_id = ${versionId}
      and dimension = 'total'
    order by commune_id`.execute(tx);
  return {
    loans: rows.reduce((sum, row) => sum + row.loans, 0),
    outstandingVnd: rows.reduce((sum, row) => sum + row.outstandingVnd, 0n),
    byCommune: rows,
  };
}

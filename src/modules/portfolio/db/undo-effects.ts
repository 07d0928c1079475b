import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DataVersion } from './versions.ts';

/** Open loans, and the communes they are shown in. */
export type Shown = { readonly loans: number; readonly communes: number };

/** A commune counts where a person would count it: the office's counter is none. */
const shownSums = sql`
  coalesce(sum(figure.loans), 0)::integer as loans, count(*) filter (where area.kind = 'commune')::integer as communes`;

/** What a version shows now. */
export async function shownByVersion(tx: Tx, version: DataVersion): Promise<Shown> {
  const { rows } = await sql<Shown>`
    select ${shownSums}
    from portfolio.publication shown
    join registry.area on area.id = shown.commune_id
    join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
      and figure.version_id = shown.version_id and figure.dimension = 'total'
    where shown.version_id = ${version.id} and shown.data_date = ${version.dataDate}`.execute(tx);
  return rows[0] ?? { loans: 0, communes: 0 };
}

/** What the communes that show a version would show of its date without it, each by its own version before. */
export async function shownWithout(tx: Tx, version: DataVersion): Promise<Shown> {
  const { rows } = await sql<Shown>`
    select ${shownSums} from (
      select distinct on (figure.commune_id) figure.commune_id, figure.loans
      from portfolio.publication shown
      join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
        and figure.dimension = 'total'
      join portfolio.data_version before on before.id = figure.version_id
        and before.office_id = ${version.officeId} and before.state <> 'undone' and before.number < ${version.number}
      where shown.version_id = ${version.id} and shown.data_date = ${version.dataDate}
      order by figure.commune_id, before.number desc
    ) figure
    join registry.area on area.id = figure.commune_id`.execute(tx);
  return rows[0] ?? { loans: 0, communes: 0 };
}

/** The newest date that any commune of the office shows, by another version than this. */
export async function newestDateWithout(tx: Tx, version: DataVersion): Promise<BusinessDate | null> {
  const { rows } = await sql<{ dataDate: BusinessDate | null }>`
    select max(data_date) as "dataDate" from portfolio.publication
    where office_id = ${version.officeId} and version_id <> ${version.id}`.execute(tx);
  return rows[0]?.dataDate ?? null;
}

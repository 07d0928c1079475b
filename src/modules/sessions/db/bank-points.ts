import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A point as the leaders' file of one month tells it. */
export type BankPoint = {
  readonly communeId: Id;
  readonly pointCode: string;
  readonly name: string;
  readonly fixedDay: number;
  readonly villageCodes: readonly string[];
};

/** The points of a published batch, from the groups it names (the shape `extracts.staged_group` publishes). */
export async function readBankPoints(
  tx: Tx,
  { communeIds, batchId }: { communeIds: readonly Id[]; batchId: Id },
): Promise<BankPoint[]> {
  const { rows } = await sql<BankPoint>`
    select commune_id as "communeId", point_code as "pointCode", max(point_name) as name, max(session_day)::integer as "fixedDay",
           array_agg(distinct village_code order by village_code) as "villageCodes"
    from extracts.staged_group
    where commune_id = any (${communeIds}::uuid[]) and batch_id = ${batchId}
      and point_code is not null and session_day is not null
    group by commune_id, point_code order by 1, 2
  `.execute(tx);
  return rows;
}

/** A point as the newest leaders' file that was published tells it, with that file's date. */
export type ToldPoint = Omit<BankPoint, 'communeId'> & { readonly dataDate: BusinessDate };

/** Keeps what a file tells of a point; an older file does not replace a newer one. */
export async function keepToldPoint(tx: Tx, point: BankPoint, dataDate: BusinessDate): Promise<void> {
  await sql`
    insert into sessions.bank_point (commune_id, point_code, name, fixed_day, village_codes, data_date)
    values (${point.communeId}, ${point.pointCode}, ${point.name}, ${point.fixedDay}, ${[...point.villageCodes]}::text[],
            ${dataDate})
    on conflict (commune_id, point_code) do update
    set name = excluded.name, fixed_day = excluded.fixed_day, village_codes = excluded.village_codes,
        data_date = excluded.data_date
    where sessions.bank_point.data_date <= excluded.data_date
  `.execute(tx);
}

/** What the files tell of a commune's points. */
export async function readToldPoints(tx: Tx, communeId: Id): Promise<ToldPoint[]> {
  const { rows } = await sql<ToldPoint>`
    select point_code as "pointCode", name, fixed_day as "fixedDay", village_codes as "villageCodes",
           data_date as "dataDate"
    from sessions.bank_point where commune_id = ${communeId} order by point_code limit 500
  `.execute(tx);
  return rows;
}

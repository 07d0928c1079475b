import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Office } from './areas.ts';

const COLUMNS = sql`office.id as "officeId", office.bank_code as "bankCode", office.branch_code as "branchCode", office.name`;

/** The office that serves a commune on a day, or, before the first known day, the first that did; undefined when none is known. */
export async function officeServing(
  tx: Tx,
  { communeId, on }: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<Office | undefined> {
  const { rows } = await sql<Office>`
    select ${COLUMNS} from registry.office_commune served
    join registry.office on office.id = served.office_id
    where served.commune_id = ${communeId} and (served.valid_to is null or served.valid_to >= ${on})
    order by (served.valid_from <= ${on}) desc, abs(served.valid_from - ${on}::date), office.bank_code
    limit 1`.execute(tx);
  return rows[0];
}

/** Offices by their ids, all of them when `officeIds` is undefined; by code, at most 2,000. */
export async function selectOffices(tx: Tx, officeIds: readonly Id[] | undefined): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select ${COLUMNS} from registry.office
    where ${officeIds === undefined} or office.id = any (${[...(officeIds ?? [])]}::uuid[])
    order by office.bank_code limit 2000`.execute(tx);
  return rows;
}

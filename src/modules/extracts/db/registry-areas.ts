import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** Communes among these that another office serves on a day. Offices and areas are reference data that all may read. */
export async function servedElsewhere(
  tx: Tx,
  { communeIds, officeId, on }: { communeIds: readonly Id[]; officeId: Id; on: BusinessDate },
): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select area.bank_code as code, area.name
    from registry.office_commune served join registry.area on area.id = served.commune_id
    where served.commune_id = any (${[...communeIds]}::uuid[]) and area.kind = 'commune'
      and served.office_id <> ${officeId} and served.valid_from <= ${on}
      and (served.valid_to is null or served.valid_to >= ${on})
    order by area.bank_code`.execute(tx);
  return rows;
}

/** Every office there is. */
export async function allOfficeIds(tx: Tx): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`select id from registry.office order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The bank's code of an office; undefined when no import has named it yet. */
export async function officeCodeOf(tx: Tx, officeId: Id): Promise<string | undefined> {
  const { rows } = await sql<{ bankCode: string }>`
    select bank_code as "bankCode" from registry.office where id = ${officeId}`.execute(tx);
  return rows[0]?.bankCode;
}

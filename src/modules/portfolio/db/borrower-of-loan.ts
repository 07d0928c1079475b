import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** The bank's code of whom the last figures of a commune that tell of a loan name as its borrower; undefined where none tell of it. */
export async function borrowerOfLoan(
  tx: Tx,
  { communeId, contractNo }: { readonly communeId: Id; readonly contractNo: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ customerCode: string }>`
    select p.customer_code as "customerCode"
    from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = ${communeId} and p.commune_id = ${communeId} and p.contract_no = ${contractNo}
    order by p.data_date desc limit 1`.execute(tx);
  return rows[0]?.customerCode;
}

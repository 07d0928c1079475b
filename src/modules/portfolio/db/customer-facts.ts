import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What the registry shows of a customer that lists of phones and identity papers judge by [PF35–PF38]. */
export type CustomerFacts = {
  readonly phone: string | null;
  /** How many customers of the commune carry the phone. */
  readonly phonePeople: number;
  readonly identityKind: 'missing' | 'twelveDigits' | 'nineDigits' | 'other';
  readonly identityIssuedOn: BusinessDate | null;
  readonly bornOn: BusinessDate | null;
};

/** The facts of one customer, as they are known now; undefined where the customer is not known. */
export async function customerFacts(
  tx: Tx,
  { communeId, customerCode }: { readonly communeId: Id; readonly customerCode: string },
): Promise<CustomerFacts | undefined> {
  const { rows } = await sql<CustomerFacts>`
    select phone, phone_people as "phonePeople", identity_kind as "identityKind",
      identity_issued_on as "identityIssuedOn", born_on as "bornOn"
    from registry.customer where commune_id = ${communeId} and customer_code = ${customerCode}`.execute(tx);
  return rows[0];
}

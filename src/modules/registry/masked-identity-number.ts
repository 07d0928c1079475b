import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { identityNumberOf } from './db/identity-numbers.ts';
import { maskIdentityNumber } from './domain/identity-number.ts';

/** The identity number of a customer as other modules may show it: masked [RG13]. Null where none is known. */
export async function maskedIdentityNumber(
  tx: Tx,
  customer: { readonly communeId: Id; readonly customerCode: string },
): Promise<string | null> {
  return maskIdentityNumber(await identityNumberOf(tx, customer));
}

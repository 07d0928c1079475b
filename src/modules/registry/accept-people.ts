import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import {
  changedByVersion,
  insertNewPeople,
  insertRecords,
  insertVersion,
  keepLaterOfStaged,
  lookAtStaged,
  withdrawVersion,
} from './db/people-records.ts';
import { showAgain } from './db/shown-people.ts';

/** What a batch's customers are accepted from. */
export type PeopleAcceptance = {
  /**
   * `schema.table` of the caller, a constant, with the columns `commune_id, batch_id, customer_code, new_person_id,
   * new_household_id` (used when the customer is new), `full_name, folded_name` (by `kernel/text.ts` `fold`),
   * `born_on, sex ('male', 'female'), ethnicity_name, identity_number, identity_issued_on, identity_issuer,
   * spouse_name, address, phone, village_code, group_code, association_code`: one row for each customer.
   */
  readonly source: string;
  /** The communes published now; a commune without rows was told of with nobody in it. */
  readonly communeIds: readonly Id[];
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
  /** Version 7, so that of two versions of one date the later sorts last. */
  readonly versionId: Id;
  readonly at: Date;
};

/**
 * Accepts the customers of a batch as a version of a data date, in the caller's transaction [RG6–RG8, RG10, RG11].
 * Dates may come in any order; what people entered stays.
 */
export async function acceptPeople(tx: Tx, acceptance: PeopleAcceptance): Promise<void> {
  const newlyTold = { ...acceptance, codes: await lookAtStaged(tx, acceptance) };
  await insertNewPeople(tx, newlyTold);
  await keepLaterOfStaged(tx, newlyTold);
  await insertRecords(tx, newlyTold);
  await insertVersion(tx, acceptance);
  await showAgain(tx, {
    people: changedByVersion(acceptance.versionId, acceptance.communeIds),
    at: acceptance.at,
  });
}

/** Undoes {@link acceptPeople}: the version's records stay but no longer count, people are shown as before [RG8]. */
export async function withdrawPeople(
  tx: Tx,
  withdrawal: { readonly versionId: Id; readonly communeIds: readonly Id[]; readonly at: Date },
): Promise<void> {
  await withdrawVersion(tx, withdrawal);
  await showAgain(tx, {
    people: changedByVersion(withdrawal.versionId, withdrawal.communeIds),
    at: withdrawal.at,
  });
}

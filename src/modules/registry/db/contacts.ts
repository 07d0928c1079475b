import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Relation } from './households.ts';

/** A way to reach a person. */
export type ContactRow = {
  readonly personId: Id;
  readonly contactId: Id;
  readonly relation: Relation;
  readonly name: string | null;
  readonly phone: string;
  readonly source: 'bank' | 'entered';
  readonly lastReachedOn: BusinessDate | null;
  readonly wrongNumberSince: BusinessDate | null;
  /** Who told the number, on which day, what people were gathered for; null where nobody asked. */
  readonly told: { readonly by: string; readonly on: BusinessDate; readonly occasion: string } | null;
};

const contactColumns = sql`
  contact.person_id as "personId", contact.id as "contactId", contact.relation, contact.name, contact.phone,
  contact.source, contact.last_reached_on as "lastReachedOn", contact.wrong_number_since as "wrongNumberSince",
  case when contact.told_by is not null
    then jsonb_build_object('by', contact.told_by, 'on', contact.told_on, 'occasion', contact.occasion) end as told`;

/** So many ways to reach one person are kept; nobody tries more. */
export const MOST_CONTACTS = 50;

/** The contacts of these persons: the number to call first (as in the view dialled_number), wrong ones last. */
export async function selectContacts(tx: Tx, communeId: Id, personIds: readonly Id[]): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from registry.contact
    where commune_id = ${communeId} and person_id = any (${[...personIds]}::uuid[]) and removed_at is null
    order by wrong_number_since is not null, phone !~ '^0[0-9]{9}$', last_reached_on desc nulls last, entered_at, id
    limit ${MOST_CONTACTS * personIds.length}`.execute(tx);
  return rows;
}

/** One contact that was not removed. */
export async function selectContact(tx: Tx, communeId: Id, contactId: Id): Promise<ContactRow | undefined> {
  const { rows } = await sql<ContactRow>`
    select ${contactColumns} from registry.contact
    where commune_id = ${communeId} and id = ${contactId} and removed_at is null`.execute(tx);
  return rows[0];
}

/**
 * Adds an entered contact in the village and group of its person.
 *
 * @returns false where the person has the number by now; then the transaction is void, and whoever called refuses
 */
export async function insertContact(
  tx: Tx,
  contact: Pick<ContactRow, 'personId' | 'contactId' | 'relation' | 'name' | 'phone' | 'told'> & {
    communeId: Id;
    enteredBy: Id | null;
    at: Date;
  },
): Promise<boolean> {
  const insert = sql`
    insert into registry.contact
      (commune_id, id, person_id, village_code, group_code, association_code, relation, name, phone, source, entered_by, entered_at,
       told_by, told_on, occasion)
    select commune_id, ${contact.contactId}::uuid, id, village_code, group_code, association_code, ${contact.relation},
           ${contact.name}, ${contact.phone}, 'entered', ${contact.enteredBy}::uuid, ${contact.at}::timestamptz,
           ${contact.told?.by ?? null}, ${contact.told?.on ?? null}::date, ${contact.told?.occasion ?? null}
    from registry.person where commune_id = ${contact.communeId} and id = ${contact.personId}`;
  return unlessNumberStands(insert.execute(tx));
}

/** What of a contact may change. Left out: stays. */
export type ContactChange = {
  readonly relation?: Relation;
  readonly name?: string | null;
  readonly phone?: string;
  readonly lastReachedOn?: BusinessDate | null;
  readonly wrongNumberSince?: BusinessDate | null;
  /** Nobody told the number that it has now. */
  readonly told?: null;
  readonly removed?: { readonly at: Date; readonly by: Id | null };
};

/**
 * Changes a contact.
 *
 * @returns false where the person has the new number by now; then the transaction is void, and whoever called refuses
 */
export async function updateContact(
  tx: Tx,
  communeId: Id,
  contactId: Id,
  change: ContactChange,
): Promise<boolean> {
  const set = [
    change.relation !== undefined && sql`relation = ${change.relation}`,
    change.name !== undefined && sql`name = ${change.name}`,
    change.phone !== undefined && sql`phone = ${change.phone}`,
    change.lastReachedOn !== undefined && sql`last_reached_on = ${change.lastReachedOn}`,
    change.wrongNumberSince !== undefined && sql`wrong_number_since = ${change.wrongNumberSince}`,
    change.told !== undefined && sql`told_by = null, told_on = null, occasion = null`,
    change.removed !== undefined && sql`removed_at = ${change.removed.at}, removed_by = ${change.removed.by}`,
  ].filter((part) => part !== false);
  if (set.length === 0) return true;
  const update = sql`
    update registry.contact set ${sql.join(set)} where commune_id = ${communeId} and id = ${contactId}`;
  return unlessNumberStands(update.execute(tx));
}

/** Two at once, or one beside an import, do not see each other's number before it is kept; the index does. */
async function unlessNumberStands(written: Promise<unknown>): Promise<boolean> {
  try {
    await written;
    return true;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'contact_number') return false;
    throw error;
  }
}

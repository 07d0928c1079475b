import type { Id } from '../../kernel/ids.ts';
import { digitsOfPhone, isValidPhone } from '../../kernel/phone.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type ContactRow, insertContact, MOST_CONTACTS, selectContacts } from './db/contacts.ts';
import { selectPerson } from './db/households.ts';

/** A number that a person enters for somebody of the registry. */
export type ContactToEnter = Pick<ContactRow, 'personId' | 'relation' | 'name' | 'told'> & {
  readonly communeId: Id;
  /** As it was typed, with spaces and dots. */
  readonly phone: string;
};

/**
 * Enters a number among the contacts of a person, each once [RG11].
 *
 * @returns `notFound` where the scope shows no such person
 */
export async function enterContact(
  { communeId, personId, relation, name, phone: typed, told }: ContactToEnter,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<{ contactId: Id } | Refusal<'phoneInvalid' | 'contactExists' | 'contactsFull' | 'notFound'>> {
  const phone = digitsOfPhone(typed);
  if (!isValidPhone(phone)) return refuse('phoneInvalid');
  if ((await selectPerson(tx, communeId, personId)) === undefined) return refuse('notFound');
  const known = await selectContacts(tx, communeId, [personId]);
  if (known.some((contact) => contact.phone === phone)) return refuse('contactExists', { phone });
  if (known.length >= MOST_CONTACTS) return refuse('contactsFull', { most: MOST_CONTACTS });
  const contactId = newId();
  const entered = { enteredBy: caller.userId, at: clock.now() };
  const contact = { communeId, personId, contactId, relation, name, phone, told, ...entered };
  if (!(await insertContact(tx, contact))) return refuse('contactExists', { phone });
  note({ communeId, subject: { person: personId, contact: contactId } });
  return { contactId };
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { addContact as operation } from './contract.ts';
import { insertContact, MOST_CONTACTS, selectContacts } from './db/contacts.ts';
import { selectPerson } from './db/households.ts';
import { digitsOfPhone, isValidPhone } from './domain/phone.ts';

/** Adds a way to reach a person [RG11]. */
export async function addContact(
  { communeId, personId, relation, name, phone: typed }: InputOf<typeof operation>,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<
  Outcome<OutputOf<typeof operation>, 'phoneInvalid' | 'contactExists' | 'contactsFull' | 'notFound'>
> {
  const phone = digitsOfPhone(typed);
  if (!isValidPhone(phone)) return refuse('phoneInvalid');
  if ((await selectPerson(tx, communeId, personId)) === undefined) return refuse('notFound');
  const known = await selectContacts(tx, communeId, [personId]);
  if (known.some((contact) => contact.phone === phone)) return refuse('contactExists', { phone });
  if (known.length >= MOST_CONTACTS) return refuse('contactsFull', { most: MOST_CONTACTS });
  const contactId = newId();
  const entered = { enteredBy: caller.userId, at: clock.now() };
  const contact = { communeId, personId, contactId, relation, name, phone, ...entered };
  if (!(await insertContact(tx, contact))) return refuse('contactExists', { phone });
  note({ communeId, subject: { person: personId, contact: contactId } });
  return { contactId };
}

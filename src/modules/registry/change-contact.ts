import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { digitsOfPhone, isValidPhone } from '../../kernel/phone.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { changeContact as operation } from './contract.ts';
import { selectContact, selectContacts, updateContact } from './db/contacts.ts';

/** Changes a contact; a new number begins without marks, and the bank's number is never changed [RG11]. */
export async function changeContact(
  { communeId, contactId, relation, name, phone: typed }: InputOf<typeof operation>,
  { tx, note }: HandlerContext,
): Promise<
  Outcome<OutputOf<typeof operation>, 'phoneInvalid' | 'contactExists' | 'contactFromBank' | 'notFound'>
> {
  const contact = await selectContact(tx, communeId, contactId);
  if (contact === undefined) return refuse('notFound');
  const phone = digitsOfPhone(typed);
  const isNewNumber = phone !== contact.phone;
  if (isNewNumber) {
    if (contact.source === 'bank') return refuse('contactFromBank');
    if (!isValidPhone(phone)) return refuse('phoneInvalid');
    const others = await selectContacts(tx, communeId, [contact.personId]);
    if (others.some((other) => other.phone === phone)) return refuse('contactExists', { phone });
  }
  const newNumber = { phone, lastReachedOn: null, wrongNumberSince: null, told: null };
  const change = { relation, name, ...(isNewNumber ? newNumber : {}) };
  if (!(await updateContact(tx, communeId, contactId, change))) return refuse('contactExists', { phone });
  note({ communeId, subject: { person: contact.personId, contact: contactId } });
  return {};
}

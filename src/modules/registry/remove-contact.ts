import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_USER } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { removeContact as operation } from './contract.ts';
import { selectContact, updateContact } from './db/contacts.ts';

/** Removes a contact from sight; it stays in the book, and an import does not bring it back [RG11]. */
export async function removeContact(
  { communeId, contactId }: InputOf<typeof operation>,
  { tx, caller, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const contact = await selectContact(tx, communeId, contactId);
  if (contact === undefined) return refuse('notFound');
  await updateContact(tx, communeId, contactId, {
    removed: { at: clock.now(), by: caller.userId ?? SYSTEM_USER },
  });
  note({ communeId, subject: { person: contact.personId, contact: contactId } });
  return {};
}

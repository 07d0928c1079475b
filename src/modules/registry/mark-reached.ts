import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { markReached as operation } from './contract.ts';
import { selectContact, updateContact } from './db/contacts.ts';

/** Says that a contact was reached today: a number that was reached is not wrong [RG11]. */
export async function markReached(
  { communeId, contactId }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const contact = await selectContact(tx, communeId, contactId);
  if (contact === undefined) return refuse('notFound');
  await updateContact(tx, communeId, contactId, { lastReachedOn: clock.today(), wrongNumberSince: null });
  note({ communeId, subject: { person: contact.personId, contact: contactId } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { markWrongNumber as operation } from './contract.ts';
import { selectContact, updateContact } from './db/contacts.ts';

/** Says that a number is wrong from today on, or takes that back [RG11]. */
export async function markWrongNumber(
  { communeId, contactId, isWrong }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const contact = await selectContact(tx, communeId, contactId);
  if (contact === undefined) return refuse('notFound');
  await updateContact(tx, communeId, contactId, {
    wrongNumberSince: isWrong ? (contact.wrongNumberSince ?? clock.today()) : null,
  });
  note({ communeId, subject: { person: contact.personId, contact: contactId } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { addContact as operation } from './contract.ts';
import { enterContact } from './enter-contact.ts';

/** Adds a way to reach a person [RG11]. */
export async function addContact(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<
  Outcome<OutputOf<typeof operation>, 'phoneInvalid' | 'contactExists' | 'contactsFull' | 'notFound'>
> {
  return enterContact({ ...input, told: null }, context);
}

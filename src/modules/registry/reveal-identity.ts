import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { revealIdentityValue } from './contract.ts';
import { selectPerson } from './db/households.ts';

/** Opens one masked value in full; the audit says who opened what of whom, not what it says [RG13]. */
export async function revealIdentity(
  { communeId, personId, what }: InputOf<typeof revealIdentityValue>,
  { tx, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof revealIdentityValue>, 'valueMissing' | 'notFound'>> {
  const person = await selectPerson(tx, communeId, personId);
  if (person === undefined) return refuse('notFound');
  const value = what === 'identityNumber' ? person.identityNumber : person.ethnicityName;
  if (value === null || value === '')
    return refuse('valueMissing', { field: what === 'identityNumber' ? 'số căn cước' : 'dân tộc' });
  note({ communeId, subject: { person: personId, opened: what } });
  return { value };
}

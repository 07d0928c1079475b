import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { withdrawPersonValue as operation } from './contract.ts';
import { selectEntry, withdrawEntry } from './db/entries.ts';
import { onePerson, showAgain } from './db/shown-people.ts';

/** Withdraws an entered value; the bank's is shown again [RG10]. */
export async function withdrawPersonValue(
  { communeId, entryId }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'entryWithdrawn' | 'notFound'>> {
  const entry = await selectEntry(tx, communeId, entryId);
  if (entry === undefined) return refuse('notFound');
  if (!(await withdrawEntry(tx, { communeId, entryId, at: clock.now() }))) return refuse('entryWithdrawn');
  await showAgain(tx, { people: onePerson(communeId, entry.personId), at: clock.now() });
  note({ communeId, subject: { person: entry.personId, entry: entryId } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { fold } from '../../kernel/text.ts';
import { SYSTEM_USER } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { ENTRY_FIELDS, type enterPersonValue as operation } from './contract.ts';
import { insertEntry } from './db/entries.ts';
import { selectPerson } from './db/households.ts';
import { onePerson, showAgain } from './db/shown-people.ts';
import { problemOf } from './domain/entry-value.ts';
import { personTurn } from './turns.ts';

/** Enters a value in place of the bank's; no import overwrites it, and both are shown when they differ [RG10, RG14]. */
export async function enterPersonValue(
  { communeId, personId, field, value: typed }: InputOf<typeof operation>,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'entryValueInvalid' | 'notFound'>> {
  const value = plainLine(typed);
  const problem = problemOf(field, value, clock.today());
  if (problem !== undefined) return refuse('entryValueInvalid', { field: ENTRY_FIELDS[field], problem });
  if ((await selectPerson(tx, communeId, personId)) === undefined) return refuse('notFound');
  await takeTurn(tx, personTurn(communeId, personId));
  const entryId = newId();
  const foldedValue = field === 'full_name' ? fold(value) : null;
  const enteredBy = caller.userId ?? SYSTEM_USER;
  await insertEntry(tx, {
    communeId,
    personId,
    entryId,
    field,
    value,
    foldedValue,
    enteredBy,
    at: clock.now(),
  });
  await showAgain(tx, { people: onePerson(communeId, personId), at: clock.now() });
  note({ communeId, subject: { person: personId, field, entry: entryId } });
  return { entryId };
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_USER } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { bankValueOf } from './bank-value.ts';
import { GROUP_ENTRY_FIELDS, type enterGroupValue as operation } from './contract.ts';
import { insertEntry } from './db/entries.ts';
import { selectGroups } from './db/groups.ts';
import { problemOf, tidyEntry } from './domain/group-entry.ts';

/** Enters a value of a group beside the bank's; no import overwrites it [GR6]. */
export async function enterGroupValue(
  { communeId, groupCode, field, value: typed }: InputOf<typeof operation>,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'groupValueInvalid' | 'notFound'>> {
  const value = tidyEntry(field, typed);
  const problem = problemOf(field, value);
  if (problem !== undefined)
    return refuse('groupValueInvalid', { field: GROUP_ENTRY_FIELDS[field], problem });
  // One value a field stands: of two entered at once the later replaces the earlier [GR6].
  await takeTurn(tx, `groups.group:${communeId}:${groupCode}`);
  const [group] = await selectGroups(tx, { communeIds: [communeId], groupCode, dataDate: undefined });
  if (group === undefined) return refuse('notFound');
  const { villageCode, associationCode } = group;
  const entryId = newId();
  const entered = {
    enteredBy: caller.userId ?? SYSTEM_USER,
    at: clock.now(),
    bankValue: bankValueOf(group, field),
  };
  await insertEntry(tx, {
    communeId,
    groupCode,
    villageCode,
    associationCode,
    entryId,
    field,
    value,
    ...entered,
  });
  note({ communeId, subject: { group: groupCode, field, entry: entryId } });
  return { entryId };
}

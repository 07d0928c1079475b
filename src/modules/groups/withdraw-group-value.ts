import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { withdrawGroupValue as operation } from './contract.ts';
import { selectEntry, withdrawEntry } from './db/entries.ts';

/** Withdraws an entered value of a group; the bank's is shown again [GR6]. */
export async function withdrawGroupValue(
  { communeId, entryId }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'groupEntryWithdrawn' | 'notFound'>> {
  const entry = await selectEntry(tx, communeId, entryId);
  if (entry === undefined) return refuse('notFound');
  if (!(await withdrawEntry(tx, { communeId, entryId, at: clock.now() })))
    return refuse('groupEntryWithdrawn');
  note({ communeId, subject: { group: entry.groupCode, entry: entryId } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { withdrawAreaValue as operation } from './contract.ts';
import { withdrawAreaEntry } from './db/area-entries.ts';

/** Withdraws what was entered of an area; the value before it, or the name in the files, is shown again [RG17]. */
export async function withdrawAreaValue(
  { entryId }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'areaEntryGone'>> {
  const withdrawn = await withdrawAreaEntry(tx, { entryId, at: clock.now() });
  if (withdrawn === undefined) return refuse('areaEntryGone');
  note({
    communeId: SYSTEM_CHAIN,
    subject: { area: withdrawn.areaId, field: withdrawn.field, entry: entryId },
  });
  return {};
}

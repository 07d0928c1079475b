import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { withdrawAreaValue as operation } from './contract.ts';
import { withdrawAreaEntry } from './db/area-entries.ts';
import { AREA_REGISTER } from './turns.ts';

/** Withdraws what was entered of an area; the value before it, or the name in the files, is shown again [RG17]. */
export async function withdrawAreaValue(
  { entryId }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'areaEntryGone'>> {
  await takeTurn(tx, AREA_REGISTER);
  const withdrawn = await withdrawAreaEntry(tx, { entryId, at: clock.now() });
  if (withdrawn === undefined) return refuse('areaEntryGone');
  note({
    communeId: SYSTEM_CHAIN,
    subject: { area: withdrawn.areaId, field: withdrawn.field, entry: entryId },
  });
  return {};
}

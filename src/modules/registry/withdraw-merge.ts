import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { withdrawMerge as operation } from './contract.ts';
import { selectMerges, withdrawMergeRow } from './db/area-merges.ts';
import { isCodeReused } from './db/area-register.ts';
import { selectArea } from './db/areas.ts';
import { AREA_REGISTER } from './turns.ts';

/** Takes back a merge that was recorded wrongly; the old code it had ended is open again, unless it means another area [RG5]. */
export async function withdrawMerge(
  { oldAreaId, newAreaId, effectiveOn }: InputOf<typeof operation>,
  { tx, clock, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'mergeGone' | 'mergeCodeReused'>> {
  await takeTurn(tx, AREA_REGISTER);
  const merge = (await selectMerges(tx)).find(
    (one) => one.oldAreaId === oldAreaId && one.newAreaId === newAreaId && one.effectiveOn === effectiveOn,
  );
  if (merge === undefined) return refuse('mergeGone');
  const { oldCodeEndsOn } = merge;
  if (oldCodeEndsOn !== null && (await isCodeReused(tx, { areaId: oldAreaId, after: oldCodeEndsOn })))
    return refuse('mergeCodeReused', { name: (await selectArea(tx, oldAreaId))?.name ?? '' });
  await withdrawMergeRow(tx, merge, clock.now());
  note({ communeId: SYSTEM_CHAIN, subject: { from: oldAreaId, to: newAreaId, effectiveOn } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { recordMerge as operation } from './contract.ts';
import { insertMerge, selectMerges } from './db/area-merges.ts';
import { type Area, selectArea } from './db/areas.ts';
import { closesCircle } from './domain/merge-map.ts';
import { AREA_REGISTER } from './turns.ts';

type Merge = InputOf<typeof operation>;
type Code = (typeof operation)['refusals'][number];

/** Records that one area became part of another, by which document and from when [RG5]. */
export async function recordMerge(
  merge: Merge,
  { tx, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, Code>> {
  const { oldAreaId, newAreaId, effectiveOn } = merge;
  if (oldAreaId === newAreaId) return refuse('mergeIntoItself');
  await takeTurn(tx, AREA_REGISTER);
  const oldArea = await selectArea(tx, oldAreaId);
  const newArea = await selectArea(tx, newAreaId);
  if (oldArea === undefined || newArea === undefined) return refuse('areaUnknown');
  if (oldArea.kind !== newArea.kind) return refuse('mergeKindsDiffer');
  const known = await selectMerges(tx);
  const same = known.find((other) => other.oldAreaId === oldAreaId && other.newAreaId === newAreaId);
  if (same) return refuse('mergeRecorded', { effectiveOn: formatDate(same.effectiveOn) });
  if (closesCircle(merge, known)) return refuse('mergeCircular');
  const wrongDay = daysRefused(merge, oldArea, newArea);
  if (wrongDay !== undefined) return wrongDay;
  await insertMerge(tx, merge);
  note({ communeId: SYSTEM_CHAIN, subject: { from: oldAreaId, to: newAreaId, effectiveOn } });
  return {};
}

/** The old area is there before it merges and while its code is used, the new one afterwards. */
function daysRefused(
  { effectiveOn, oldCodeEndsOn }: Merge,
  oldArea: Area,
  newArea: Area,
): Refusal<Code> | undefined {
  const old = { name: oldArea.name, validFrom: formatDate(oldArea.validFrom) };
  if (effectiveOn < oldArea.validFrom) return refuse('mergeTooEarly', old);
  if (oldCodeEndsOn !== null && oldCodeEndsOn < oldArea.validFrom)
    return refuse('mergeCodeEndsTooEarly', old);
  if (newArea.validTo !== null && newArea.validTo < effectiveOn)
    return refuse('mergeTargetEnded', { name: newArea.name, validTo: formatDate(newArea.validTo) });
  return undefined;
}

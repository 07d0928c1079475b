import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { recordMerge as operation } from './contract.ts';
import { insertMerge, selectMerges } from './db/area-merges.ts';
import { selectArea } from './db/areas.ts';
import { closesCircle } from './domain/merge-map.ts';

type Code = 'areaUnknown' | 'mergeIntoItself' | 'mergeKindsDiffer' | 'mergeRecorded' | 'mergeCircular';

/** Records that one area became part of another, by which document and from when [RG5]. */
export async function recordMerge(
  merge: InputOf<typeof operation>,
  { tx, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, Code>> {
  const { oldAreaId, newAreaId, effectiveOn } = merge;
  if (oldAreaId === newAreaId) return refuse('mergeIntoItself');
  const oldArea = await selectArea(tx, oldAreaId);
  const newArea = await selectArea(tx, newAreaId);
  if (oldArea === undefined || newArea === undefined) return refuse('areaUnknown');
  if (oldArea.kind !== newArea.kind) return refuse('mergeKindsDiffer');
  const known = await selectMerges(tx);
  const same = known.find((other) => other.oldAreaId === oldAreaId && other.newAreaId === newAreaId);
  if (same) return refuse('mergeRecorded', { effectiveOn: formatDate(same.effectiveOn) });
  if (closesCircle(merge, known)) return refuse('mergeCircular');
  await insertMerge(tx, merge);
  note({ communeId: SYSTEM_CHAIN, subject: { from: oldAreaId, to: newAreaId, effectiveOn } });
  return {};
}

import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { areaNames } from '../registry/index.ts';
import type { listMyBriefings as operation } from './contract.ts';
import { selectNearest } from './db/briefings-around.ts';
import { nearestFirst } from './domain/briefing.ts';
import { holdBriefing } from './policy.ts';
import { seatOfCaller } from './seat-of-caller.ts';
import { headShown } from './shown.ts';

/** The nearest briefing of the caller: of who holds briefings any, of all others one to which their office is asked [GV118]. */
export async function listMyBriefings(
  { communeId }: InputOf<typeof operation>,
  { tx, caller, clock }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const today = clock.today();
  const communeIds = caller.scope.communeIds.filter((id) => communeId === undefined || id === communeId);
  const holds = caller.role !== null && holdBriefing.reach[caller.role] !== undefined;
  const seat = seatOfCaller(caller);
  const found =
    holds || seat !== null ? await selectNearest(tx, { communeIds, today, seat: holds ? null : seat }) : [];
  const nearest = nearestFirst(found);
  const names = await areaNames(
    tx,
    nearest.map((one) => one.communeId),
    today,
  );
  return {
    today,
    briefings: nearest.map((row) => {
      const { briefingId, pointName, state, metOn, startsAt, meetsAt, openedAt, place } = headShown(row);
      const communeName = names.get(row.communeId) ?? '';
      return {
        ...{ briefingId, communeId: row.communeId, communeName, pointName, state },
        ...{ metOn, startsAt, meetsAt, openedAt, place },
      };
    }),
  };
}

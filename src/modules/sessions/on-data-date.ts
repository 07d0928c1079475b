import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import type { Event } from '../../platform/outbox/outbox.ts';
import { calendarChanged } from './calendar-changed.ts';
import type { Settling } from './settle-points.ts';
import { takeBankPoints, type UndoneMonth, withdrawBankPoints } from './take-bank-points.ts';

/** When a month is published, its points and villages are taken from the leaders' file [SE10]. */
export const onDataDatePublished: EventHandler = {
  name: 'sessions.onDataDatePublished',
  event: 'portfolio.dataDatePublished',
  handle: (payload, context) =>
    follow(payload, context, (month, settling) =>
      takeBankPoints(context.tx, { ...month, batchId: payload.batchId as Id }, settling),
    ),
};

/** When a month is undone, what its files told of points counts no more [SE10]. */
export const onDataDateUndone: EventHandler = {
  name: 'sessions.onDataDateUndone',
  event: 'portfolio.dataDateUndone',
  handle: (payload, context) =>
    follow(payload, context, (month, settling) => withdrawBankPoints(context.tx, month, settling)),
};

async function follow(
  { communeIds, versionId, dataDate }: Event['payload'],
  { tx, caller, clock, newId, note, emit }: HandlerContext,
  change: (month: UndoneMonth, settling: Settling) => Promise<readonly Id[]>,
): Promise<void> {
  const month = {
    communeIds: communeIds as Id[],
    versionId: versionId as Id,
    dataDate: day(String(dataDate)),
  };
  // The month may have brought communes that its cause did not yet, or does no longer, have in scope.
  await setScope(tx, { ...caller.scope, communeIds: month.communeIds });
  const changed = await change(month, { at: clock.now(), newId });
  for (const communeId of changed) emit(calendarChanged(communeId));
  for (const communeId of month.communeIds) note({ communeId, subject: { dataDate: month.dataDate } });
}

import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { takeBankPoints } from './take-bank-points.ts';

/** When a month is published, its points and villages are taken from the leaders' file [SE10]. */
export const onDataDatePublished: EventHandler = {
  name: 'sessions.onDataDatePublished',
  event: 'portfolio.dataDatePublished',
  handle: async ({ communeIds, batchId, dataDate }, { tx, caller, newId, note }) => {
    const month = { communeIds: communeIds as Id[], batchId: batchId as Id, dataDate: day(String(dataDate)) };
    // The month may have brought communes that its cause did not yet have in scope.
    await setScope(tx, { ...caller.scope, communeIds: month.communeIds });
    await takeBankPoints(tx, month, newId);
    for (const communeId of month.communeIds) note({ communeId, subject: { dataDate: month.dataDate } });
  },
};

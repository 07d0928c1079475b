import { sql } from 'kysely';
import type { Cleaning } from './housekeep.ts';

/** Removes news that every handler has had; what still waits stays, however old [HK2]. */
export const cleanDeliveredNews: Cleaning = {
  name: 'platform.cleanDeliveredNews',
  clean: async ({ tx }, before) => {
    await sql`
      delete from platform.outbox_delivery where event_id in (
        select id from platform.outbox where delivered_at < ${before})
    `.execute(tx);
    const { numAffectedRows } = await sql`delete from platform.outbox where delivered_at < ${before}`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0n);
  },
};

/** Removes jobs that have ended; waiting and running ones stay [HK2]. */
export const cleanFinishedJobs: Cleaning = {
  name: 'platform.cleanFinishedJobs',
  clean: async ({ tx }, before) => {
    const { numAffectedRows } = await sql`
      delete from platform.job where state in ('done', 'failed', 'cancelled') and finished_at < ${before}
    `.execute(tx);
    return Number(numAffectedRows ?? 0n);
  },
};

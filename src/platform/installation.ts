import { sql } from 'kysely';
import type { BusinessDate } from '../kernel/dates.ts';
import { SYSTEM_CHAIN } from './audit/append-audit.ts';
import { systemCaller } from './caller.ts';
import { type Platform, runCommand } from './command.ts';
import { SYSTEM_SCOPE } from './db/scope.ts';
import { readDemoState, writeDemoDay } from './demo/demo-day.ts';

/** What a start finds: nothing yet, a demo that was cut off while it was filled, the demo, or a real installation. */
export type Installation = 'new' | 'demoUnfinished' | 'demo' | 'real';

/** Tells what the database is. It is new while the system's audit chain is empty: nobody has ever done anything. */
export async function findInstallation({ database }: Platform): Promise<Installation> {
  return database.read(SYSTEM_SCOPE, async (tx) => {
    const demo = await readDemoState(tx);
    if (demo !== 'noDemo') return demo === 'filled' ? 'demo' : 'demoUnfinished';
    const { rows } = await sql`select 1 from platform.audit_head where commune_id = ${SYSTEM_CHAIN}`.execute(
      tx,
    );
    return rows.length === 0 ? 'new' : 'real';
  });
}

/**
 * Writes the first entry of the audit trail: from here on the database is not new. A demo gets its day in the same
 * transaction: cut off at any moment afterwards it is a demo to be gone on with, never a real installation.
 */
export async function beginInstallation(
  platform: Platform,
  { demoDay }: { readonly demoDay: BusinessDate | null },
): Promise<void> {
  const caller = systemCaller(SYSTEM_SCOPE);
  await runCommand(platform, { name: 'installation.begin', caller }, async ({ tx, note }) => {
    if (demoDay !== null) await writeDemoDay(tx, demoDay);
    note({ communeId: SYSTEM_CHAIN, subject: { isDemo: demoDay !== null } });
  });
}

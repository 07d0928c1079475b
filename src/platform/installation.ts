import { sql } from 'kysely';
import { SYSTEM_CHAIN } from './audit/append-audit.ts';
import { systemCaller } from './caller.ts';
import { type Platform, runCommand } from './command.ts';
import { NO_SCOPE, type Scope } from './db/scope.ts';
import { readDemoState } from './demo/demo-day.ts';

/** What a start finds: nothing yet, a demo that was cut off while it was filled, the demo, or a real installation. */
export type Installation = 'new' | 'demoUnfinished' | 'demo' | 'real';

const SYSTEM: Scope = { ...NO_SCOPE, system: true };

/** Tells what the database is. It is new while the system's audit chain is empty: nobody has ever done anything. */
export async function findInstallation({ database }: Platform): Promise<Installation> {
  return database.read(SYSTEM, async (tx) => {
    const demo = await readDemoState(tx);
    if (demo !== 'noDemo') return demo === 'filled' ? 'demo' : 'demoUnfinished';
    const { rows } = await sql`select 1 from platform.audit_head where commune_id = ${SYSTEM_CHAIN}`.execute(
      tx,
    );
    return rows.length === 0 ? 'new' : 'real';
  });
}

/** Writes the first entry of the audit trail: from here on the database is not new. */
export async function beginInstallation(platform: Platform, { isDemo }: { isDemo: boolean }): Promise<void> {
  const caller = systemCaller(SYSTEM);
  await runCommand(platform, { name: 'installation.begin', caller }, async ({ note }) => {
    note({ communeId: SYSTEM_CHAIN, subject: { isDemo } });
  });
}

import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Database } from '../../platform/db/database.ts';
import { NO_SCOPE, type Scope } from '../../platform/db/scope.ts';

/** The scope of the system at work on this machine: every commune and counter, every office, the system's own rows. */
export async function wholeScope(database: Database): Promise<Scope> {
  return database.read(NO_SCOPE, async (tx) => {
    const communes = await sql<{ id: Id }>`
      select id from registry.area where kind in ('commune', 'counter') order by id`.execute(tx);
    const offices = await sql<{ id: Id }>`select id from registry.office order by id`.execute(tx);
    return {
      communeIds: communes.rows.map((row) => row.id),
      officeIds: offices.rows.map((row) => row.id),
      system: true,
    };
  });
}

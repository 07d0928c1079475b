import type { DatabaseAddress } from './database.ts';
import { connectOwner } from './provision.ts';

/** Held on the database while it is made what it will be: the demo, or a real installation. */
const PREPARATION_LOCK = 4_021_981;

/**
 * Runs work that only one process at a time may do on a database: filling a new one, or throwing the demo away. A
 * second process waits, and then finds done what the first has done. The lock belongs to a connection of its own, so
 * that a process that is killed lets go of it.
 *
 * @param onWait told once when another process is at it
 */
export async function prepareAlone<T>(
  owner: DatabaseAddress,
  work: () => Promise<T>,
  onWait: () => void = () => undefined,
): Promise<T> {
  const client = await connectOwner(owner);
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      PREPARATION_LOCK,
    ]);
    if (!rows[0]?.free) {
      onWait();
      await client.query('select pg_advisory_lock($1)', [PREPARATION_LOCK]);
    }
    return await work();
  } finally {
    await client.end();
  }
}

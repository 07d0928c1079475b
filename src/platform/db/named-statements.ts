import type { PostgresCursor, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** So many texts are kept prepared on a connection; a text that is met later is sent as ever. */
const MOST_NAMES = 500;

/**
 * A connection that prepares each text once and runs it by its name from then on: the server reads and plans it once instead of
 * every time. For one process that asks the same hundreds of questions thousands of times; not for connections that
 * something between here and the server hands from one to another.
 */
export function withNamedStatements(client: pg.PoolClient): PostgresPoolClient {
  const names = namesOf(client);
  const query = (text: string | PostgresCursor<never>, values: readonly unknown[] = []) => {
    if (typeof text !== 'string') throw new Error('nobody reads by cursor here');
    const name = values.length === 0 ? undefined : nameOf(names, text);
    return client.query({ text, values: [...values], ...(name !== undefined && { name }) });
  };
  // The type has a form for cursors as well, which is refused above.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}

/** The names outlive a borrowing of the connection, as what is prepared does. */
const known = new WeakMap<pg.PoolClient, Map<string, string>>();

function namesOf(client: pg.PoolClient): Map<string, string> {
  const names = known.get(client) ?? new Map<string, string>();
  known.set(client, names);
  return names;
}

function nameOf(names: Map<string, string>, text: string): string | undefined {
  const standing = names.get(text);
  if (standing !== undefined || names.size >= MOST_NAMES) return standing;
  const name = `statement_${names.size + 1}`;
  names.set(text, name);
  return name;
}

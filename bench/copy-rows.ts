import type pg from 'pg';

/**
 * Appends copies of a table's rows with some columns replaced; what the database generates it makes anew.
 *
 * @param replaced SQL for columns of the row `r`; names that the table does not have are passed over
 * @param from what follows `from <table> r`: joins and the condition
 */
export async function copyRows(
  superuser: pg.Client,
  table: string,
  { replaced, from }: { replaced: Readonly<Record<string, string>>; from: string },
): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' order by attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => replaced[name] ?? `r.${name}`);
  await superuser.query(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} r ${from}`,
  );
}

/** Makes the planner know the rows, as the server does by itself in time. */
export async function settle(superuser: pg.Client): Promise<void> {
  await superuser.query('vacuum analyze');
  await superuser.query('checkpoint');
}

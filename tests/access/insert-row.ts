import type pg from 'pg';

/** A row of a table, by column. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

const EMPTY: Readonly<Record<string, string | number | boolean>> = {
  text: '',
  'timestamp with time zone': '2026-11-01',
  date: '2026-11-01',
  boolean: false,
  jsonb: '{}',
  ARRAY: '{}',
};

/** Inserts a row once; columns that must be filled and are not named get 0, '' or the like. */
export async function insertRow(owner: pg.Client, table: string, row: Row): Promise<void> {
  const { rows: columns } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema || '.' || table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const filled: Row = {
    ...Object.fromEntries(columns.map(({ name, type }) => [name, EMPTY[type] ?? 0])),
    ...row,
  };
  const names = Object.keys(filled);
  const places = names.map((_, i) => `$${i + 1}`);
  await owner.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
    Object.values(filled),
  );
}

import type pg from 'pg';

/** A table as the catalogue knows it. */
export type CatalogueTable = {
  /** `schema.name` */
  readonly name: string;
  /** The first word of its comment: whose rows it holds. */
  readonly owner: string | null;
  readonly isSecured: boolean;
  readonly isForced: boolean;
  readonly columns: readonly string[];
  /** What the application may do. */
  readonly rights: readonly string[];
};

/** Every table outside the system's schemas; partitions are part of their table. */
export async function readCatalogue(owner: pg.Client): Promise<CatalogueTable[]> {
  const { rows } = await owner.query<CatalogueTable>(`
    select n.nspname || '.' || c.relname as name,
           substring(obj_description(c.oid, 'pg_class') from '^(\\w+): .') as owner,
           c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
           (select array_agg(attname::text) from pg_attribute a
            where a.attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
           array(select r from unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) r
                 where has_table_privilege('giaoban_app', c.oid, r)) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    order by 1`);
  return rows;
}

/** What a generated row holds where the scope looks; every other column gets any value of its type. */
export type ScopeValues = Readonly<Record<string, string>>;

/**
 * Makes a database take one generated row per table: checks are dropped, foreign keys are not asked, partitioned
 * tables get a partition for everything. For a database that is thrown away.
 */
export async function takeAnyRow(owner: pg.Client): Promise<void> {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`do $$ declare found record; begin
    for found in select conrelid::regclass as on_table, conname from pg_constraint k join pg_class c on c.oid = conrelid
      where contype = 'c' and not c.relispartition and c.relnamespace::regnamespace::text not like 'pg\\_%'
        and c.relnamespace::regnamespace::text <> 'information_schema'
    loop execute format('alter table %s drop constraint %I', found.on_table, found.conname); end loop;
    for found in select c.oid::regclass as on_table, n.nspname as in_schema, relname from pg_class c
      join pg_namespace n on n.oid = relnamespace where relkind = 'p'
    loop execute format('create table if not exists %I.%I partition of %s default', found.in_schema, found.relname || '_any', found.on_table);
    end loop; end $$`);
}

/** The statement that inserts one generated row: required columns, and those the scope looks at. */
export async function rowStatement(owner: pg.Client, table: string, values: ScopeValues): Promise<string> {
  const { rows } = await owner.query<{ name: string; type: string; category: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typcategory as category
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and (a.attnotnull or a.attname = any ($2)) order by a.attnum`,
    [table, Object.keys(values)],
  );
  const literals = rows.map((column) => `'${values[column.name] ?? anyValue(column)}'::${column.type}`);
  return `insert into ${table} (${rows.map((column) => column.name).join(', ')}) values (${literals.join(', ')}) on conflict do nothing`;
}

function anyValue({ type, category }: { type: string; category: string }): string {
  if (type === 'uuid') return '0192f0c8-0000-7000-8000-0000000000ee';
  if (type === 'jsonb' || category === 'A') return '{}';
  if (type.startsWith('time ') || type === 'time') return '08:00';
  const byCategory: Readonly<Record<string, string>> = { N: '1', S: 'x', B: 'true', D: '2026-10-31', U: '' };
  const value = byCategory[category];
  if (value === undefined) throw new Error(`no value for the type ${type}`);
  return value;
}

import type pg from 'pg';

/** One table of the product as the catalogue knows it. */
type Table = {
  readonly name: string;
  readonly owner: string | null;
  readonly rls: boolean;
  readonly forced: boolean;
  readonly key: readonly string[];
  readonly uniques: readonly (readonly string[])[];
};

const OWNERS = ['commune', 'office', 'system', 'reference', 'local'];
/** What the key and every unique key of such a table begin with. */
const KEY_BEGINS: Readonly<Record<string, string>> = { commune: 'commune_id', office: 'office_id' };

/**
 * What is wrong with the tables of a database, one sentence each: no owner named, row-level security not forced, a
 * primary or unique key that does not begin with the owner's id (docs/adr/0003, distributed servers).
 */
export async function tableFaults(client: pg.Client): Promise<string[]> {
  return (await readTables(client)).flatMap((table) => {
    const owner = table.owner?.split(':')[0] ?? '';
    if (!OWNERS.includes(owner))
      return [`${table.name}: its comment does not begin with ${OWNERS.join(', ')}`];
    if (owner === 'reference' || owner === 'local') return [];
    const first = KEY_BEGINS[owner];
    const wrongUniques = table.uniques.filter((columns) => first !== undefined && !columns.includes(first));
    return [
      ...(table.rls && table.forced ? [] : [`${table.name}: row-level security is not enabled and forced`]),
      ...(first === undefined || table.key[0] === first
        ? []
        : [`${table.name}: the key does not begin with ${first}`]),
      ...wrongUniques.map((columns) => `${table.name}: unique (${columns.join(', ')}) is without ${first}`),
    ];
  });
}

async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, obj_description(c.oid, 'pg_class') as owner,
           c.relrowsecurity as rls, c.relforcerowsecurity as forced,
           coalesce((select array_agg(a.attname::text order by k.n) from pg_index i
                     cross join unnest(i.indkey) with ordinality k (attnum, n)
                     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                     where i.indrelid = c.oid and i.indisprimary), '{}') as key,
           (select coalesce(json_agg(columns), '[]') from (
              select array_agg(a.attname::text order by k.n) as columns from pg_index i
              cross join unnest(i.indkey) with ordinality k (attnum, n)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
              where i.indrelid = c.oid and i.indisunique and not i.indisprimary group by i.indexrelid) u) as uniques
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker', 'pgboss')
    order by 1`);
  return rows;
}

/**
 * The schema as text, one line per column, constraint, index, policy, function and right, sorted: the same for a fresh
 * database and for one that was migrated step by step, and a readable difference where they are not.
 */
export async function schemaText(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    with mine as (
      select c.oid, n.nspname || '.' || c.relname as name, c.relkind from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'pgboss')
        and not c.relispartition)
    select line from (
      select name || ' column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
             || case when a.attnotnull then ' not null' else '' end
             || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from mine join pg_attribute a on a.attrelid = mine.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = mine.oid and d.adnum = a.attnum where relkind in ('r', 'p', 'v', 'm')
      union all
      select name || ' constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) from mine
      join pg_constraint k on k.conrelid = mine.oid where k.contype <> 'n'
      union all
      select name || ' index ' || pg_get_indexdef(i.indexrelid) from mine join pg_index i on i.indrelid = mine.oid
      union all
      select name || ' policy ' || p.polname || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')
             || ' check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
      from mine join pg_policy p on p.polrelid = mine.oid
      union all
      select mine.name || ' right ' || r.grantee || ' ' || r.privilege_type from mine
      join information_schema.role_table_grants r on r.table_schema || '.' || r.table_name = mine.name
      where r.grantee = 'giaoban_app'
      union all
      select mine.name || ' is ' || coalesce(obj_description(mine.oid, 'pg_class'), 'undescribed') from mine
      where relkind in ('r', 'p')
      union all
      select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') function '
             || md5(pg_get_functiondef(p.oid))
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'pgboss')
    ) lines order by line collate "C"`);
  return `${rows.map((row) => row.line.replace(/\s+/g, ' ')).join('\n')}\n`;
}

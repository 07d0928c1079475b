import type pg from 'pg';

/** One table of the product as the catalogue knows it. */
type Table = {
  readonly name: string;
  readonly owner: string | null;
  readonly rls: boolean;
  readonly forced: boolean;
  readonly key: readonly string[];
  readonly uniques: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly triggers: readonly string[];
  readonly links: readonly Link[];
};

/** A foreign key: pairs of a column here and the column there that it must equal. */
type Link = { readonly name: string; readonly to: string; readonly pairs: readonly (readonly string[])[] };

const OWNERS = ['commune', 'office', 'system', 'reference', 'local'];
/** What the key and every unique key of such a table begin with. */
const KEY_BEGINS: Readonly<Record<string, string>> = { commune: 'commune_id', office: 'office_id' };

/** Read by everybody, whatever their scope: nothing of one commune or of a person stands in them. */
const OPEN_TO_ALL = ['reference', 'local'];
const PERSONAL =
  /phone|identity_|^(born|birth|full_name|folded_name|spouse|customer_code|person_|login|password|mail|address|sex$)/;
/** Tables open to all that name communes, and why. */
const MAY_NAME_COMMUNES: Readonly<Record<string, string>> = {
  'registry.office_service':
    'which communes an office serves decides the scope, so it is read before there is one',
};

/**
 * What is wrong with the tables of a database, one sentence each: no owner named, row-level security not forced, a
 * primary or unique key that does not begin with the owner's id, a foreign key that leaves the commune, a trigger, and data of
 * communes or people where everybody reads (docs/adr/0003, distributed servers).
 */
export async function tableFaults(client: pg.Client): Promise<string[]> {
  const tables = await readTables(client);
  const ofCommunes = new Set(tables.filter((table) => ownerOf(table) === 'commune').map(({ name }) => name));
  return tables.flatMap((table) =>
    [
      ...ownFaults(table),
      ...table.links.filter((link) => leavesCommune(link, ofCommunes)).map(linkFault),
      ...table.triggers.map((trigger) => `trigger ${trigger}: a distributed server refuses it`),
    ].map((fault) => `${table.name}: ${fault}`),
  );
}

function ownerOf({ owner }: Table): string {
  return owner?.split(':')[0] ?? '';
}

function ownFaults(table: Table): string[] {
  const owner = ownerOf(table);
  if (!OWNERS.includes(owner)) return [`its comment does not begin with ${OWNERS.join(', ')}`];
  return OPEN_TO_ALL.includes(owner) ? openFaults(table, owner) : ownedFaults(table, KEY_BEGINS[owner]);
}

function openFaults({ name, columns }: Table, owner: string): string[] {
  const isCommunes = (column: string) => column === 'commune_id' && !Object.hasOwn(MAY_NAME_COMMUNES, name);
  return columns
    .filter((column) => isCommunes(column) || PERSONAL.test(column))
    .map((column) => `${column} stands in a ${owner} table, which everybody reads`);
}

function ownedFaults({ rls, forced, key, uniques }: Table, first: string | undefined): string[] {
  const isWrong = (columns: readonly string[]) => first !== undefined && columns[0] !== first;
  return [
    ...(rls && forced ? [] : ['row-level security is not enabled and forced']),
    ...(isWrong(key) ? [`the key does not begin with ${first}`] : []),
    ...uniques
      .filter(isWrong)
      .map((columns) => `unique (${columns.join(', ')}) does not begin with ${first}`),
  ];
}

/** Whether a foreign key into a commune's table could point into another commune. */
function leavesCommune({ to, pairs }: Link, ofCommunes: ReadonlySet<string>): boolean {
  return (
    ofCommunes.has(to) && !pairs.some(([here, there]) => here === 'commune_id' && there === 'commune_id')
  );
}

function linkFault({ name, to }: Link): string {
  return `foreign key ${name} to ${to} is without commune_id`;
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
              where i.indrelid = c.oid and i.indisunique and not i.indisprimary group by i.indexrelid) u) as uniques,
           array(select a.attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by 1) as columns,
           array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by 1)
             as triggers,
           (select coalesce(json_agg(json_build_object('name', k.conname, 'to', tn.nspname || '.' || tc.relname,
              'pairs', (select json_agg(json_build_array(h.attname, r.attname) order by p.n)
                        from unnest(k.conkey, k.confkey) with ordinality p (here, there, n)
                        join pg_attribute h on h.attrelid = k.conrelid and h.attnum = p.here
                        join pg_attribute r on r.attrelid = k.confrelid and r.attnum = p.there)) order by k.conname), '[]')
            from pg_constraint k join pg_class tc on tc.oid = k.confrelid join pg_namespace tn on tn.oid = tc.relnamespace
            where k.conrelid = c.oid and k.contype = 'f') as links
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
             || coalesce(a.aggtransfn || ' from ' || coalesce(a.agginitval, 'null'), md5(pg_get_functiondef(p.oid)))
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace left join pg_aggregate a on a.aggfnoid = p.oid
      where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'pgboss')
    ) lines order by line collate "C"`);
  return `${rows.map((row) => row.line.replace(/\s+/g, ' ')).join('\n')}\n`;
}

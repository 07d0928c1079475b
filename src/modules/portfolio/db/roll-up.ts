import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ListBounds } from '../domain/lists.ts';
import type { Publishing } from './append-positions.ts';
import {
  ADDITIVE_COLUMNS,
  additiveOrZero,
  additiveSums,
  MEASURE_COLUMNS,
  measureAggregates,
} from './measures.ts';

const CUBE_KEY = sql.raw('village_code, association_code, programme_code, fund_source, group_code');

/** Sums the version's positions along all dimensions at once: the only roll-up that reads loans for its amounts. */
export async function rollUpCube(tx: Tx, publishing: Publishing, bounds: ListBounds): Promise<void> {
  const { versionId, dataDate, communeIds } = publishing;
  await sql`
    insert into portfolio.cube (commune_id, data_date, version_id, ${CUBE_KEY}, ${ADDITIVE_COLUMNS})
    select p.commune_id, p.data_date, p.version_id, ${CUBE_KEY}, ${measureAggregates(bounds)}
    from portfolio.position p
    where p.commune_id = any (${[...communeIds]}::uuid[]) and p.data_date = ${dataDate} and p.version_id = ${versionId}
    group by p.commune_id, p.data_date, p.version_id, ${CUBE_KEY}`.execute(tx);
}

/** The dimensions of `figure` and what their key is, of a cube row or a position `c`. */
const KEYS = {
  total: `''`,
  village: 'c.village_code',
  association: 'c.association_code',
  programme: 'c.programme_code',
  fund_source: 'c.fund_source',
  group: 'c.group_code',
} as const;

/** The dimensions that an office has figures of. */
const OFFICE_KEYS = ['total', 'association', 'programme', 'fund_source'] as const;

const asRows = (dimensions: readonly (keyof typeof KEYS)[]) =>
  sql.raw(`(values ${dimensions.map((name) => `('${name}', ${KEYS[name]})`).join(', ')}) d (dimension, key)`);

const DIMENSIONS = asRows(['total', 'village', 'association', 'programme', 'fund_source', 'group']);
const OFFICE_DIMENSIONS = asRows(OFFICE_KEYS);

/** Customers of each key of one dimension; codes are compared by bytes, which is many times faster than by language. */
function customersBy(dimension: string, key: string): RawBuilder<unknown> {
  return sql`
    select commune_id, ${sql.lit(dimension)} as dimension, key, count(*)::integer as customers
    from (select distinct c.commune_id, ${sql.raw(key)} as key, c.customer_code from borrower c) customer
    group by commune_id, key`;
}

/** Savings know neither programme nor fund source. */
const SAVING_DIMENSIONS = sql.raw(`(values ('total', ''), ('village', c.village_code),
  ('association', c.association_code), ('group', c.group_code)) d (dimension, key)`);

/** The one code all rows share, or '' where they differ: what a narrowed scope may compare with. */
const onlyCode = (column: string) =>
  sql.raw(`case when min(c.${column}) = max(c.${column}) then min(c.${column}) else '' end`);

/**
 * The figures of each commune along each dimension. Every commune gets a total row, also one without a loan: that
 * it has none is then known, not missing.
 */
export async function rollUpFigures(tx: Tx, publishing: Publishing): Promise<void> {
  const { versionId, dataDate, communeIds } = publishing;
  const communes = sql`${[...communeIds]}::uuid[]`;
  const ofVersion = sql`c.commune_id = any (${communes}) and c.data_date = ${dataDate} and c.version_id = ${versionId}`;
  await sql`
    with amounts as (
      select c.commune_id, d.dimension, d.key, ${additiveSums('c')},
        count(distinct nullif(c.group_code, '')) filter (where c.loans > 0)::integer as groups,
        count(distinct c.programme_code) filter (where c.loans > 0)::integer as programmes,
        count(distinct c.village_code) filter (where c.loans > 0)::integer as villages,
        ${onlyCode('village_code')} as village_code, ${onlyCode('association_code')} as association_code
      from portfolio.cube c cross join lateral ${DIMENSIONS}
      where ${ofVersion} group by 1, 2, 3
    ), borrower as materialized (
      select c.commune_id, c.customer_code collate "C" as customer_code, c.village_code collate "C" as village_code,
        c.association_code collate "C" as association_code, c.programme_code collate "C" as programme_code,
        c.fund_source collate "C" as fund_source, c.group_code collate "C" as group_code
      from portfolio.position c where ${ofVersion} and c.outstanding_vnd > 0
    ), people as (
      ${sql.join(
        Object.entries(KEYS).map(([dimension, key]) => customersBy(dimension, key)),
        sql` union all `,
      )}
    ), savings as (
      select c.commune_id, d.dimension, d.key, sum(c.balance_vnd)::bigint as savings_vnd,
        ${onlyCode('village_code')} as village_code, ${onlyCode('association_code')} as association_code
      from portfolio.saving c cross join lateral ${SAVING_DIMENSIONS}
      where ${ofVersion} group by 1, 2, 3
    ), keys as (
      select commune_id, dimension, key from amounts union select commune_id, dimension, key from savings
      union select commune_id, 'total', '' from unnest(${communes}) as commune (commune_id)
    )
    insert into portfolio.figure (commune_id, data_date, version_id, dimension, key, village_code, group_code,
      association_code, ${MEASURE_COLUMNS})
    select keys.commune_id, ${dataDate}::date, ${versionId}::uuid, keys.dimension, keys.key,
      case when keys.dimension in ('village', 'group') then coalesce(amounts.village_code, savings.village_code) else '' end,
      case when keys.dimension = 'group' then keys.key else '' end,
      case when keys.dimension in ('association', 'group') then coalesce(amounts.association_code, savings.association_code) else '' end,
      ${additiveOrZero('amounts')}, coalesce(people.customers, 0), coalesce(amounts.groups, 0),
      coalesce(amounts.programmes, 0), coalesce(amounts.villages, 0), coalesce(savings.savings_vnd, 0)
    from keys
    left join amounts using (commune_id, dimension, key)
    left join people on people.commune_id = keys.commune_id and people.dimension = keys.dimension and people.key = keys.key
    left join savings on savings.commune_id = keys.commune_id and savings.dimension = keys.dimension
      and savings.key = keys.key`.execute(tx);
}

/**
 * Makes the office's figures of a date anew from what its communes show for it now: after publishing and after undo.
 * A customer with loans in two communes is one customer of the office: the communes' customers are added up, and those
 * few who stand in several are taken off again. Nothing shown, no row.
 */
export async function rollUpOffice(
  tx: Tx,
  { officeId, dataDate }: { officeId: Id; dataDate: Publishing['dataDate'] },
): Promise<void> {
  const shown = sql`portfolio.publication shown
    where shown.office_id = ${officeId} and shown.data_date = ${dataDate}
      and c.commune_id = shown.commune_id and c.data_date = shown.data_date and c.version_id = shown.version_id`;
  const roaming = await customersOfSeveral(tx, shown);
  await sql`delete from portfolio.office_figure where office_id = ${officeId} and data_date = ${dataDate}`.execute(
    tx,
  );
  await sql`
    with amounts as (
      select d.dimension, d.key, count(distinct c.commune_id)::integer as communes, ${additiveSums('c')},
        count(distinct nullif(c.group_code, '')) filter (where c.loans > 0)::integer as groups,
        count(distinct c.programme_code) filter (where c.loans > 0)::integer as programmes,
        count(distinct c.village_code) filter (where c.loans > 0)::integer as villages
      from portfolio.cube c cross join lateral ${OFFICE_DIMENSIONS}, ${shown} group by 1, 2
    ), counted_twice as (
      select d.dimension, d.key,
        count(distinct (c.commune_id, c.customer_code)) - count(distinct c.customer_code) as customers
      from portfolio.position c cross join lateral ${OFFICE_DIMENSIONS}, ${shown} and c.outstanding_vnd > 0
        and c.customer_code = any (${roaming}::text[]) group by 1, 2
    ), people as (
      select c.dimension, c.key, (sum(c.customers) - coalesce(max(twice.customers), 0))::integer as customers
      from portfolio.figure c
      left join counted_twice twice on twice.dimension = c.dimension and twice.key = c.key,
      ${shown} group by 1, 2
    ), savings as (
      select c.dimension, c.key, sum(c.savings_vnd)::bigint as savings_vnd
      from portfolio.figure c, ${shown} and c.dimension in ('total', 'association') group by 1, 2
    )
    insert into portfolio.office_figure (office_id, data_date, dimension, key, communes, ${MEASURE_COLUMNS})
    select ${officeId}::uuid, ${dataDate}::date, savings.dimension, savings.key, coalesce(amounts.communes, 0),
      ${additiveOrZero('amounts')}, coalesce(people.customers, 0), coalesce(amounts.groups, 0),
      coalesce(amounts.programmes, 0), coalesce(amounts.villages, 0), savings.savings_vnd
    from (
      select dimension, key, savings_vnd from savings
      union all
      select dimension, key, 0 from amounts where dimension in ('programme', 'fund_source')
    ) savings
    left join amounts using (dimension, key)
    left join people on people.dimension = savings.dimension and people.key = savings.key`.execute(tx);
}

/** Customers with open loans in more than one commune: few, so they are named to the roll-up rather than joined. */
async function customersOfSeveral(tx: Tx, shown: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ customerCode: string }>`
    select customer_code as "customerCode"
    from (
      select distinct c.commune_id, c.customer_code collate "C" as customer_code
      from portfolio.position c, ${shown} and c.outstanding_vnd > 0
    ) borrower
    group by customer_code having count(*) > 1`.execute(tx);
  return rows.map((row) => row.customerCode);
}

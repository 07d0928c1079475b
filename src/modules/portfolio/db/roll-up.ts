import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Publishing } from './append-positions.ts';
import type { Judging } from './by-loan.ts';
import {
  ADDITIVE_COLUMNS,
  additiveOrZero,
  additiveSums,
  MEASURE_COLUMNS,
  MEASURED_COLUMNS,
  measureAggregates,
} from './measures.ts';

const CUBE_KEYS = ['village_code', 'association_code', 'programme_code', 'fund_source', 'group_code'];
const CUBE_KEY = sql.raw(CUBE_KEYS.join(', '));
/** Codes compared by their bytes, which is many times cheaper than by the language and tells the same ones apart. */
const byBytes = (codes: readonly string[]) =>
  sql.raw(codes.map((code) => `${code} collate "C" as ${code}`).join(', '));
const CUBE_KEY_BY_BYTES = byBytes(CUBE_KEYS);

/**
 * Sums the version's positions along all dimensions at once: the only roll-up that reads loans for its amounts. This and
 * the roll-ups below are written for a transaction that groups by hashing (`groupByHashing`).
 */
export async function rollUpCube(tx: Tx, publishing: Publishing, judging: Judging): Promise<void> {
  const { versionId, dataDate, communeIds } = publishing;
  await sql`
    insert into portfolio.cube (commune_id, data_date, version_id, ${CUBE_KEY}, ${ADDITIVE_COLUMNS})
    select p.commune_id, ${dataDate}::date, ${versionId}::uuid, ${CUBE_KEY}, ${measureAggregates(judging)}
    from (
      select commune_id, ${CUBE_KEY_BY_BYTES}, ${MEASURED_COLUMNS} from portfolio.position
      where commune_id = any (${[...communeIds]}::uuid[]) and data_date = ${dataDate} and version_id = ${versionId}
    ) p group by p.commune_id, ${CUBE_KEY}`.execute(tx);
}

/** The dimensions of `figure` and the column of a cube row or a position that their key is; the total has no key. */
const KEYS = {
  total: null,
  village: 'village_code',
  association: 'association_code',
  group: 'group_code',
  programme: 'programme_code',
  fund_source: 'fund_source',
} as const;

type Dimension = keyof typeof KEYS;

/** Where a loan stands, and what kind of loan it is: summed apart first, so that few rows are summed along each. */
const PLACE: readonly Dimension[] = ['total', 'village', 'association', 'group'];
const KIND: readonly Dimension[] = ['programme', 'fund_source'];
const PLACE_CODES = 'village_code, association_code, group_code';
const KIND_CODES = 'programme_code, fund_source';

/** The dimensions that an office has figures of. */
const OFFICE: readonly Dimension[] = ['total', 'association', 'programme', 'fund_source'];

const keyOf = (dimension: Dimension) => (KEYS[dimension] === null ? `''` : `c.${KEYS[dimension]}`);

/** Each dimension with its key, beside a row `c`. Compared by bytes, like the codes. */
const asRows = (dimensions: readonly Dimension[]) =>
  sql.raw(
    `(values ${dimensions.map((name) => `('${name}' collate "C", ${keyOf(name)})`).join(', ')}) d (dimension, key)`,
  );

/** What is counted apart along each dimension, and over which rows of `cell`, `place` or `kind`. */
const COUNTED_CODES = {
  groups: { code: 'group_code', where: `c.loans > 0 and c.group_code <> ''` },
  programmes: { code: 'programme_code', where: 'c.loans > 0' },
  villages: { code: 'village_code', where: 'c.loans > 0' },
  communes: { code: 'commune_id', where: 'true' },
} as const;

type Counted = keyof typeof COUNTED_CODES;

/**
 * A common table of how many different codes stand behind each key, dimension by dimension: hashed twice, which is
 * many times faster than sorting for `count(distinct)`.
 *
 * @param by `commune_id, ` for the figures of each commune, nothing for those of all together
 */
function counted(
  name: Counted,
  dimensions: readonly Dimension[],
  by: 'commune_id, ' | '',
): RawBuilder<unknown> {
  const { code, where } = COUNTED_CODES[name];
  const alongOne = (dimension: Dimension) => `
    select ${by}'${dimension}' collate "C" as dimension, key, count(*)::integer as number
    from (select distinct ${by}${keyOf(dimension)} as key, c.${code} as code from ${smallestWith(KEYS[dimension], code)} c
      where ${where}) different
    group by ${by}key`;
  return sql.raw(`${name} as (${dimensions.map(alongOne).join(' union all ')})`);
}

/** Of the relations that hold a key and a code, the one with the fewest rows. */
function smallestWith(key: string | null, code: string): 'place' | 'kind' | 'cell' {
  const holds = (codes: string) =>
    [key, code].every((one) => one === null || one === 'commune_id' || codes.split(', ').includes(one));
  if (holds(KIND_CODES)) return 'kind';
  return holds(PLACE_CODES) ? 'place' : 'cell';
}

/**
 * A common table of how many open loans along each key are a customer's second or later one there: what the loans are more
 * than the customers. Only the loans of customers who have several, few of all, need a look.
 */
function laterLoans(dimensions: readonly Dimension[]): RawBuilder<unknown> {
  const alongOne = (dimension: Dimension) => `
    select commune_id, '${dimension}' collate "C" as dimension, key, sum(loans - 1)::integer as number
    from (select commune_id, ${keyOf(dimension)} as key, count(*) as loans from several c group by 1, 2, c.customer_code) customer
    group by commune_id, key`;
  return sql.raw(`later as (${dimensions.map(alongOne).join(' union all ')})`);
}

/** The one code all rows share, or '' where they differ: what a narrowed scope may compare with. */
const onlyCode = (column: string) =>
  sql.raw(`case when min(c.${column}) = max(c.${column}) then min(c.${column}) else '' end as ${column}`);

/**
 * The figures of each commune along each dimension. Every commune gets a total row, also one without a loan: that
 * it has none is then known, not missing.
 */
export async function rollUpFigures(tx: Tx, publishing: Publishing): Promise<void> {
  const { versionId, dataDate, communeIds } = publishing;
  const communes = sql`${[...communeIds]}::uuid[]`;
  const ofVersion = sql`c.commune_id = any (${communes}) and c.data_date = ${dataDate} and c.version_id = ${versionId}`;
  const dimensions = [...PLACE, ...KIND];
  await sql`
    with cell as materialized (
      select c.commune_id, ${CUBE_KEY_BY_BYTES}, ${ADDITIVE_COLUMNS} from portfolio.cube c where ${ofVersion}
    ), borrower as materialized (
      select c.commune_id, c.customer_code collate "C" as customer_code, ${CUBE_KEY_BY_BYTES}
      from portfolio.position c where ${ofVersion} and c.outstanding_vnd > 0
    ), several as materialized (
      select * from borrower where ((commune_id, customer_code) in (
        select commune_id, customer_code from borrower group by 1, 2 having count(*) > 1)) is true
    ), place as materialized (
      select c.commune_id, ${sql.raw(PLACE_CODES)}, ${additiveSums('c')} from cell c group by 1, 2, 3, 4
    ), kind as materialized (
      select c.commune_id, ${sql.raw(KIND_CODES)}, ${additiveSums('c')} from cell c group by 1, 2, 3
    ), amounts as (
      select c.commune_id, d.dimension, d.key, ${additiveSums('c')}, ${onlyCode('village_code')},
        ${onlyCode('association_code')}
      from place c cross join lateral ${asRows(PLACE)} group by 1, 2, 3
      union all
      select c.commune_id, d.dimension, d.key, ${additiveSums('c')}, '', ''
      from kind c cross join lateral ${asRows(KIND)} group by 1, 2, 3
    ),
    ${laterLoans(dimensions)}, ${counted('groups', dimensions, 'commune_id, ')},
    ${counted('programmes', dimensions, 'commune_id, ')}, ${counted('villages', dimensions, 'commune_id, ')},
    saved as (
      select c.commune_id, ${byBytes(['village_code', 'association_code', 'group_code'])},
        portfolio.sum_vnd(c.balance_vnd) as balance_vnd
      from portfolio.saving c where ${ofVersion} group by 1, 2, 3, 4
    ), savings as (
      select c.commune_id, d.dimension, d.key, portfolio.sum_vnd(c.balance_vnd) as savings_vnd, ${onlyCode('village_code')},
        ${onlyCode('association_code')}
      from saved c cross join lateral ${asRows(PLACE)} group by 1, 2, 3
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
      ${additiveOrZero('amounts')}, coalesce(amounts.loans - coalesce(later.number, 0), 0),
      coalesce(groups.number, 0), coalesce(programmes.number, 0), coalesce(villages.number, 0),
      coalesce(savings.savings_vnd, 0)
    from keys
    left join amounts using (commune_id, dimension, key)
    left join later using (commune_id, dimension, key)
    left join groups using (commune_id, dimension, key)
    left join programmes using (commune_id, dimension, key)
    left join villages using (commune_id, dimension, key)
    left join savings using (commune_id, dimension, key)`.execute(tx);
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
    with cell as materialized (
      select c.commune_id, ${CUBE_KEY_BY_BYTES}, c.loans from portfolio.cube c, ${shown}
    ), place as materialized (
      select commune_id, ${sql.raw(PLACE_CODES)}, sum(loans) as loans from cell group by 1, 2, 3, 4
    ), kind as materialized (
      select commune_id, ${sql.raw(KIND_CODES)}, sum(loans) as loans from cell group by 1, 2, 3
    ),
    ${counted('communes', OFFICE, '')}, ${counted('groups', OFFICE, '')}, ${counted('programmes', OFFICE, '')},
    ${counted('villages', OFFICE, '')},
    counted_twice as (
      select d.dimension, d.key,
        count(distinct (c.commune_id, c.customer_code)) - count(distinct c.customer_code) as customers
      from portfolio.position c cross join lateral ${asRows(OFFICE)}, ${shown} and c.outstanding_vnd > 0
        and c.customer_code = any (${roaming}::text[]) group by 1, 2
    ), amounts as (
      select c.dimension, c.key, ${additiveSums('c')}, portfolio.sum_vnd(c.savings_vnd) as savings_vnd,
        (sum(c.customers) - coalesce(max(twice.customers), 0))::integer as customers
      from portfolio.figure c
      left join counted_twice twice on twice.dimension = c.dimension and twice.key = c.key,
      ${shown} and c.dimension in ('total', 'association', 'programme', 'fund_source') group by 1, 2
    )
    insert into portfolio.office_figure (office_id, data_date, dimension, key, communes, ${MEASURE_COLUMNS})
    select ${officeId}::uuid, ${dataDate}::date, amounts.dimension, amounts.key, coalesce(communes.number, 0),
      ${additiveOrZero('amounts')}, amounts.customers, coalesce(groups.number, 0), coalesce(programmes.number, 0),
      coalesce(villages.number, 0), amounts.savings_vnd
    from amounts
    left join communes using (dimension, key)
    left join groups using (dimension, key)
    left join programmes using (dimension, key)
    left join villages using (dimension, key)`.execute(tx);
}

/** Customers with open loans in more than one commune: few, so they are named to the roll-up rather than joined. */
async function customersOfSeveral(tx: Tx, shown: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ customerCode: string }>`
    select customer_code as "customerCode" from (
      select distinct c.commune_id, c.customer_code collate "C" as customer_code
      from portfolio.position c, ${shown} and c.outstanding_vnd > 0
    ) customer
    group by customer_code having count(*) > 1`.execute(tx);
  return rows.map((row) => row.customerCode);
}

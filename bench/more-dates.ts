import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import { copyRows, settle } from './copy-rows.ts';
import { DATA_DATE, DATE_BEFORE } from './office-files.ts';

/** How many months stand before the two that were imported. */
const EARLIER = 22;

const ROLL_UPS = [
  'portfolio.data_version',
  'portfolio.publication',
  'portfolio.office_figure',
  'portfolio.figure',
  'groups.bank_version',
  'groups.group_score',
];
/** No page reads the cube, from which the figures are made; it would be four fifths of what a hundred offices hold. */
const LOANS = ['portfolio.position', 'portfolio.saving', 'portfolio.list_entry', 'portfolio.cube'];

/**
 * Copies the earlier of the two imported months to the 22 month-ends before it, by SQL: with 24 real imports the
 * bench would take half an hour longer and the pages would read the same number of rows.
 *
 * @param positions false: the earlier months have the figures only
 */
export async function addEarlierMonths(
  superuser: pg.Client,
  { positions }: { positions: boolean },
): Promise<void> {
  await superuser.query(`create temporary table earlier as
    select (date_trunc('month', date '${DATE_BEFORE}') - make_interval(months => n - 1))::date - 1 as data_date,
      gen_random_uuid() as version_id from generate_series(1, ${EARLIER}) n`);
  await superuser.query('select portfolio.ensure_month(data_date) from earlier');
  const from = `cross join earlier e where r.data_date = '${DATE_BEFORE}'`;
  for (const table of positions ? [...ROLL_UPS, ...LOANS] : ROLL_UPS) {
    const replaced = { data_date: 'e.data_date', version_id: 'e.version_id' };
    const isVersion = table === 'portfolio.data_version';
    await copyRows(superuser, table, {
      replaced: isVersion ? { ...replaced, id: 'e.version_id' } : replaced,
      from,
    });
  }
  await settle(superuser);
}

/** What the pages then stand on, for the note. */
export async function sizeOf(superuser: pg.Client): Promise<string> {
  const { rows } = await superuser.query<Record<'dates' | 'positions' | 'loans', bigint>>(
    `select (select count(distinct data_date) from portfolio.publication) as dates,
       (select count(*) from portfolio.position) as positions,
       (select count(*) from portfolio.position where data_date = '${DATA_DATE}') as loans`,
  );
  const [size] = rows;
  return `${size?.loans} loans at the newest of ${size?.dates} dates, ${size?.positions} positions`;
}

/** The commune with most loans: the slowest to read. */
export async function largestCommune(superuser: pg.Client): Promise<Id> {
  const { rows } = await superuser.query<{ commune_id: Id }>(
    'select commune_id from portfolio.position group by 1 order by count(*) desc, 1 limit 1',
  );
  return rows[0]?.commune_id as Id;
}

import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import { copyRows, settle } from './copy-rows.ts';

/** A copy of the first office: its number, from 0, and the ids that replace the first one's. */
export type OfficeCopy = {
  readonly number: number;
  readonly officeId: Id;
  /** The commune that is read. */
  readonly communeId: Id;
};

/** Rows of communes, then of offices. No page reads the cube. What waits to be published, and what the audit and the sessions keep, stays out. */
const OF_COMMUNES = [
  'registry.household',
  'registry.person',
  'registry.person_bank_record',
  'registry.bank_version',
  'registry.contact',
  'groups.bank_version',
  'groups.group_record',
  'groups.group_score',
  'portfolio.publication',
  'portfolio.position',
  'portfolio.saving',
  'portfolio.figure',
  'portfolio.list_entry',
];
const OF_OFFICES = ['portfolio.data_version', 'portfolio.office_figure'];

/** A new id (version 8) from an old one, the same in every table. People, contracts and groups keep theirs within their commune. */
const idOf = (column: string) =>
  `overlay(overlay(md5(${column}::text || c.number) placing '8' from 13) placing '8' from 17)::uuid`;
/** Codes of areas are the bank's and must differ. */
const codeOf = (column: string) => `'K' || c.number || ${column}`;
const IS_FIRST = 'r.commune_id = any (c.commune_ids)';

/**
 * Multiplies the first office by SQL, all of it except files: with real imports a hundred would take half a day. One
 * office after another, as imports come: a commune's rows lie together on the disk.
 */
export async function addOffices(
  superuser: pg.Client,
  { first, from, to }: { first: OfficeCopy; from: number; to: number },
): Promise<OfficeCopy[]> {
  await beforeCopying(superuser);
  const offices: OfficeCopy[] = [];
  for (let number = from; number < to; number++) offices.push(await addOffice(superuser, first, number));
  await afterCopying(superuser);
  return offices;
}

async function addOffice(superuser: pg.Client, first: OfficeCopy, number: number): Promise<OfficeCopy> {
  await superuser.query('begin');
  await superuser.query('drop table if exists copied');
  await superuser.query(
    `create temporary table copied as
     select $2::integer as number, $1::uuid as office_id,
       array(select commune_id from registry.office_commune where office_id = $1) as commune_ids`,
    [first.officeId, number],
  );
  await copyAreas(superuser);
  for (const table of OF_COMMUNES) await copyRows(superuser, table, ofCommune(table));
  for (const table of OF_OFFICES)
    await copyRows(superuser, table, {
      replaced: {
        office_id: idOf('r.office_id'),
        version_id: idOf('r.version_id'),
        ...(table === 'portfolio.data_version' ? { id: idOf('r.id') } : {}),
      },
      from: 'join copied c on c.office_id = r.office_id',
    });
  const { rows } = await superuser.query<OfficeCopy>(
    `select number, ${idOf('c.office_id')} as "officeId", ${idOf('$1::uuid')} as "communeId" from copied c`,
    [first.communeId],
  );
  await superuser.query('commit');
  return rows[0] as OfficeCopy;
}

function ofCommune(table: string): { replaced: Record<string, string>; from: string } {
  const isFigure = table === 'portfolio.figure';
  return {
    replaced: {
      commune_id: idOf('r.commune_id'),
      office_id: idOf('r.office_id'),
      version_id: idOf('r.version_id'),
      bank_version_id: idOf('r.bank_version_id'),
      village_code: `case when r.village_code = '' then '' else ${codeOf('r.village_code')} end`,
      ...(isFigure
        ? { key: `case when r.dimension = 'village' then ${codeOf('r.key')} else r.key end` }
        : {}),
    },
    from: `join copied c on ${IS_FIRST}`,
  };
}

async function copyAreas(superuser: pg.Client): Promise<void> {
  const area = { id: idOf('r.id'), bank_code: codeOf('r.bank_code') };
  await copyRows(superuser, 'registry.area', {
    replaced: area,
    from: 'join copied c on r.id = any (c.commune_ids)',
  });
  await copyRows(superuser, 'registry.area', {
    replaced: { ...area, parent_id: idOf('r.parent_id') },
    from: 'join copied c on r.parent_id = any (c.commune_ids)',
  });
  const from = 'join copied c on c.office_id = r.id';
  await copyRows(superuser, 'registry.office', { replaced: area, from });
  await copyRows(superuser, 'registry.office_commune', {
    replaced: { office_id: idOf('r.office_id'), commune_id: idOf('r.commune_id') },
    from: 'join copied c on c.office_id = r.office_id',
  });
}

const NOT_BY = ['seqscan', 'indexscan'];

/** While rows are made nothing is forced to the disk: it is not this that is measured. */
async function beforeCopying(superuser: pg.Client): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'autovacuum'])
    await superuser.query(`alter system set ${name} = off`);
  await superuser.query('select pg_reload_conf()');
  // The planner knows the tables as they were with the first office alone, and would read them whole for each copy.
  // A bitmap finds the first office's rows and gives them in the order in which they lie.
  for (const way of NOT_BY) await superuser.query(`set enable_${way} = off`);
  await superuser.query(`set session_replication_role = replica`);
  await superuser.query(`set synchronous_commit = off`);
}

async function afterCopying(superuser: pg.Client): Promise<void> {
  for (const way of NOT_BY) await superuser.query(`reset enable_${way}`);
  for (const name of ['fsync', 'full_page_writes', 'autovacuum'])
    await superuser.query(`alter system reset ${name}`);
  await superuser.query('select pg_reload_conf()');
  await settle(superuser);
}

import { createHash } from 'node:crypto';
import type pg from 'pg';
import { day } from '../../src/kernel/dates.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { fold } from '../../src/kernel/text.ts';
import { insertAccount } from '../../src/modules/identity/db/accounts.ts';
import { insertAssignment } from '../../src/modules/identity/db/assignments.ts';
import { insertSession } from '../../src/modules/identity/db/sessions.ts';
import { publishImport } from '../../src/modules/portfolio/index.ts';
import { systemCaller } from '../../src/platform/caller.ts';
import { type Platform, runCommand } from '../../src/platform/command.ts';
import { marksOf, owedVnd } from './marks.ts';
import { ASSIGNMENTS, BRANCH_OF_OFFICE, idOf, PLACES, type Place, type Seat } from './places.ts';
import { type Insert, seedBriefing, seedDifficulties } from './seed-briefings.ts';
import { seedTasks } from './seed-tasks.ts';

/** The day of the figures. */
export const DATA_DATE = day('2026-10-31');
/** The secret of each commune's feed. */
export const FEED_SECRET = 'a-secret-address-of-a-feed-00001';

const OFFICE_NUMBERS = Object.keys(BRANCH_OF_OFFICE).map(Number);

/** The kinds of ids in the seeded world. */
export const KIND = {
  village: 3,
  batch: 4,
  person: 5,
  household: 6,
  group: 7,
  contact: 8,
  personEntry: 9,
  groupEntry: 10,
  point: 11,
  notice: 12,
  feed: 13,
  job: 14,
  user: 15,
  assignment: 16,
  session: 17,
  openBatch: 18,
  file: 19,
} as const;

/** What there is besides the six places: groups with a household each, and places that have commune-wide rows too. */
export type Crowd = { readonly groups: readonly Place[]; readonly communeWide: readonly Place[] };

/** The world of the six places alone. */
export const NOBODY_MORE: Crowd = { groups: [], communeWide: [] };

/** Fills the database: areas and offices, one publication per office, what people entered, a person for every role. */
export async function seed(
  owner: pg.Client,
  platform: Platform,
  { groups, communeWide }: Crowd = NOBODY_MORE,
): Promise<ReadonlyMap<string, string>> {
  const places = [...PLACES, ...groups];
  await seedAreas(owner);
  for (const number of OFFICE_NUMBERS) await publishOffice(owner, platform, { number, places });
  const put: Insert = (table, row) => insert(owner, table, row);
  for (const place of [...PLACES, ...communeWide]) {
    await seedCommuneWide(owner, place);
    await seedBriefing(put, place);
    await seedTasks(put, place);
  }
  for (const place of places) {
    await seedEntries(owner, place);
    await seedDifficulties(put, place);
  }
  return seedPeople(platform);
}

async function seedAreas(owner: pg.Client): Promise<void> {
  const area = (row: Row) => insert(owner, 'registry.area', { valid_from: '2020-01-01', ...row });
  for (const [number, code] of [
    [1, '540101'],
    [2, '540102'],
    [3, '540201'],
    [4, '540301'],
  ] as const)
    await area({ id: idOf(2, number), kind: 'commune', bank_code: code, name: `Xã ${code}` });
  const villages = new Map([...PLACES].reverse().map((place) => [place.villageCode, place]));
  for (const [code, { number, communeId }] of villages)
    await area({
      id: idOf(KIND.village, number),
      kind: 'village',
      bank_code: code,
      name: `Thôn ${code}`,
      parent_id: communeId,
    });
  for (const number of OFFICE_NUMBERS)
    await insert(owner, 'registry.office', {
      id: idOf(1, number),
      bank_code: `00482${number}`,
      branch_code: BRANCH_OF_OFFICE[number] ?? '',
      name: `PGD ${number}`,
    });
  const served = new Map(PLACES.map(({ communeId, officeId }) => [communeId, officeId]));
  for (const [commune_id, office_id] of served)
    await insert(owner, 'registry.office_commune', { office_id, commune_id, valid_from: '2020-01-01' });
}

async function publishOffice(
  owner: pg.Client,
  platform: Platform,
  { number, places: everywhere }: { number: number; places: readonly Place[] },
): Promise<void> {
  const places = everywhere.filter(({ officeId }) => officeId === idOf(1, number));
  const batch = idOf(KIND.batch, number);
  const office_id = idOf(1, number);
  await insert(owner, 'extracts.batch', { office_id, id: batch, state: 'ready', data_date: DATA_DATE });
  await insert(owner, 'extracts.batch', {
    office_id,
    id: idOf(KIND.openBatch, number),
    state: 'ready',
    data_date: '2026-09-30',
  });
  for (const batch_id of [batch, idOf(KIND.openBatch, number)])
    await insert(owner, 'extracts.batch_file', {
      office_id,
      batch_id,
      id: batch_id,
      position: 1,
      name: 'bao-cao-31.xlsx',
      sha256: batch_id,
      state: 'read',
      kind: 'report31',
    });
  for (const place of places) {
    await stage(owner, place, batch);
    const { communeCode: commune_code, villageCode } = place;
    const known = { office_id, batch_id: batch, commune_code, is_new: false };
    await insert(owner, 'extracts.staged_area', {
      ...known,
      kind: 'commune',
      bank_code: commune_code,
      area_id: place.communeId,
    });
    const first = PLACES.find((one) => one.villageCode === villageCode);
    await insert(owner, 'extracts.staged_area', {
      ...known,
      kind: 'village',
      bank_code: villageCode,
      area_id: idOf(KIND.village, first?.number ?? 0),
    });
    await insert(owner, 'extracts.fault', {
      office_id,
      batch_id: idOf(KIND.openBatch, number),
      code: 'D1',
      number: place.number,
      file_id: batch,
      contract_no: marksOf(place).contractNo,
    });
  }
  const communeIds = [...new Set(places.map(({ communeId }) => communeId))];
  const caller = systemCaller({ communeIds, officeIds: [office_id], system: false });
  const outcome = await runCommand(platform, { name: 'test.publish', caller }, (context) =>
    publishImport({ batchId: batch }, context),
  );
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
}

async function stage(owner: pg.Client, place: Place, batch_id: string): Promise<void> {
  const marks = marksOf(place);
  const at = {
    commune_id: place.communeId,
    batch_id,
    village_code: place.villageCode,
    group_code: place.groupCode,
    association_code: place.associationCode,
  };
  const owed = owedVnd(place).toString();
  await insert(owner, 'extracts.staged_person', {
    ...at,
    customer_code: marks.customerCode,
    new_person_id: idOf(KIND.person, place.number),
    new_household_id: idOf(KIND.household, place.number),
    full_name: marks.fullName,
    folded_name: fold(marks.fullName),
    identity_number: marks.identityNumber,
    ethnicity_name: 'Ê Đê',
    phone: marks.phone,
    sex: 'female',
  });
  await insert(owner, 'extracts.staged_loan', {
    ...at,
    contract_no: marks.contractNo,
    customer_code: marks.customerCode,
    programme_code: '02',
    fund_source: '1',
    rate_bps_per_year: 660,
    session_day: 23,
    overdue_since: '2026-09-01',
    signed_on: '2024-01-01',
    due_on_contract: '2026-09-01',
    due_on_session: '2026-09-01',
    first_disbursed_on: '2024-01-01',
    last_disbursed_on: '2024-01-01',
    approved_vnd: owed,
    disbursed_vnd: owed,
    overdue_vnd: owed,
    outstanding_vnd: owed,
  });
  await insert(owner, 'extracts.staged_saving', {
    ...at,
    book_no: marks.bookNo,
    customer_code: marks.customerCode,
  });
  await insert(owner, 'extracts.staged_group', {
    ...at,
    new_group_id: idOf(KIND.group, place.number),
    leader_name: marks.leaderName,
  });
  await insert(owner, 'extracts.staged_score', {
    commune_id: place.communeId,
    batch_id,
    group_code: place.groupCode,
    total_points: 90,
  });
}

async function seedEntries(owner: pg.Client, place: Place): Promise<void> {
  const { number, communeId: commune_id, villageCode: village_code, groupCode: group_code } = place;
  const at = { commune_id, village_code, group_code, association_code: place.associationCode };
  const person_id = idOf(KIND.person, number);
  const entered = { entered_by: idOf(KIND.user, 99), entered_at: '2026-11-01' };
  await insert(owner, 'registry.contact', {
    ...at,
    ...entered,
    id: idOf(KIND.contact, number),
    person_id,
    relation: 'neighbour',
    // Another number than the bank's: a number stands once among the contacts of a person.
    phone: `096123456${number}`,
    source: 'entered',
  });
  await insert(owner, 'registry.person_entry', {
    ...at,
    ...entered,
    id: idOf(KIND.personEntry, number),
    person_id,
    field: 'address',
    value: marksOf(place).fullName,
  });
  await insert(owner, 'groups.group_entry', {
    ...at,
    ...entered,
    id: idOf(KIND.groupEntry, number),
    field: 'meeting_note',
    value: marksOf(place).leaderName,
  });
}

/** What belongs to a commune or an office as a whole. */
async function seedCommuneWide(owner: pg.Client, place: Place): Promise<void> {
  const { number, communeId: commune_id } = place;
  await insert(owner, 'sessions.point', {
    commune_id,
    id: idOf(KIND.point, number),
    point_code: `TXN${number}`,
    name: `Điểm ${number}`,
    fixed_day: 23,
    valid_from: '2020-01-01',
    source: 'entered',
  });
  await insert(owner, 'sessions.notice', {
    commune_id,
    id: idOf(KIND.notice, number),
    point_id: idOf(KIND.point, number),
    regular_on: '2027-02-23',
    held_on: '2027-02-10',
    reason: 'Tết',
    document: 'TB 1',
  });
  const secret_hash = createHash('sha256').update(`${FEED_SECRET}${number}`).digest('hex');
  await insert(owner, 'sessions.calendar_feed', { commune_id, id: idOf(KIND.feed, number), secret_hash });
  await insert(owner, 'platform.job', {
    office_id: place.officeId,
    id: idOf(KIND.job, number),
    task: 'test.nothing',
    payload: '{}',
    caller: '{}',
    state: 'queued',
  });
}

/** One person for every seat and one without an office, each signed in; answers their tokens. */
async function seedPeople({ database, clock }: Platform): Promise<ReadonlyMap<string, string>> {
  const at = clock.now();
  const tokens = new Map<string, string>();
  const seats = ['noOffice', ...(Object.keys(ASSIGNMENTS) as Seat[])] as const;
  await database.write({ communeIds: [], officeIds: [], system: true }, async (tx) => {
    for (const [i, asker] of seats.entries()) {
      const userId = idOf(KIND.user, i);
      const assignmentId = asker === 'noOffice' ? null : idOf(KIND.assignment, i);
      const login = `user-${asker}`;
      await insertAccount(tx, {
        id: userId,
        fullName: asker,
        login,
        phone: null,
        passwordHash: null,
        isSample: true,
        createdAt: at,
      });
      if (asker !== 'noOffice' && assignmentId)
        await insertAssignment(tx, userId, { ...ASSIGNMENTS[asker], id: assignmentId });
      const token = `token-of-${asker}`;
      await insertSession(tx, {
        id: idOf(KIND.session, i),
        token,
        userId,
        assignmentId,
        at,
        awaitsSecondFactor: false,
      });
      tokens.set(asker, token);
    }
  });
  return tokens;
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

const EMPTY: Readonly<Record<string, string | number | boolean>> = {
  text: '',
  'timestamp with time zone': '2026-11-01',
  date: '2026-11-01',
  boolean: false,
  jsonb: '{}',
  ARRAY: '{}',
};

/** Inserts a row once; columns that must be filled and are not named get 0, '' or the like. */
async function insert(owner: pg.Client, table: string, row: Row): Promise<void> {
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

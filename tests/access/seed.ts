import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Platform } from '../../src/platform/command.ts';
import { insertRow, type Row } from './insert-row.ts';
import { marksOf } from './marks.ts';
import { BRANCH_OF_OFFICE, ENTERED_HOLIDAY, idOf, KIND, PLACES, type Place } from './places.ts';
import { publishOffice } from './seed-batches.ts';
import { type Insert, seedBriefings, seedDifficulties } from './seed-briefings.ts';
import { seedPeople } from './seed-people.ts';
import { seedTasks } from './seed-tasks.ts';

/** The moment of the world's clock. */
export const NOW = new Date('2026-11-03T02:00:00Z');
/** The secret of each commune's feed. */
export const FEED_SECRET = 'a-secret-address-of-a-feed-00001';

const OFFICE_NUMBERS = Object.keys(BRANCH_OF_OFFICE).map(Number);

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
  await seedHoliday(owner);
  for (const number of OFFICE_NUMBERS) await publishOffice(owner, platform, { number, places });
  const put: Insert = (table, row) => insertRow(owner, table, row);
  for (const place of [...PLACES, ...communeWide]) {
    await seedCommuneWide(owner, place);
    await seedBriefings(put, place);
    await seedTasks(put, place);
  }
  for (const place of places) {
    await seedEntries(owner, place);
    await seedDifficulties(put, place);
  }
  return seedPeople(platform);
}

/** A public holiday that a person entered: those of the product are not taken back. */
async function seedHoliday(owner: pg.Client): Promise<void> {
  await insertRow(owner, 'sessions.holiday', {
    ...{ id: ENTERED_HOLIDAY, name: 'Ngày nghỉ bù', calendar: 'solar', month: 11, day: 21 },
    ...{ valid_from: '2026-01-01', document: 'văn bản thử', confidence: 'found' },
    ...{ entered_by: idOf(KIND.user, 99), entered_at: '2026-01-01T00:00:00Z' },
  });
}

async function seedAreas(owner: pg.Client): Promise<void> {
  const area = (row: Row) => insertRow(owner, 'registry.area', { valid_from: '2020-01-01', ...row });
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
    await insertRow(owner, 'registry.office', {
      id: idOf(1, number),
      bank_code: `00482${number}`,
      branch_code: BRANCH_OF_OFFICE[number] ?? '',
      name: `PGD ${number}`,
    });
  const served = new Map(PLACES.map(({ communeId, officeId }) => [communeId, officeId]));
  for (const [commune_id, office_id] of served)
    await insertRow(owner, 'registry.office_commune', { office_id, commune_id, valid_from: '2020-01-01' });
}

async function seedEntries(owner: pg.Client, place: Place): Promise<void> {
  const { number, communeId: commune_id, villageCode: village_code, groupCode: group_code } = place;
  const at = { commune_id, village_code, group_code, association_code: place.associationCode };
  const person_id = idOf(KIND.person, number);
  const entered = { entered_by: idOf(KIND.user, 99), entered_at: '2026-11-01' };
  await insertRow(owner, 'registry.contact', {
    ...at,
    ...entered,
    id: idOf(KIND.contact, number),
    person_id,
    relation: 'neighbour',
    // Another number than the bank's: a number stands once among the contacts of a person.
    phone: `096123456${number}`,
    source: 'entered',
  });
  await insertRow(owner, 'registry.person_entry', {
    ...at,
    ...entered,
    id: idOf(KIND.personEntry, number),
    person_id,
    field: 'address',
    value: marksOf(place).fullName,
  });
  await insertRow(owner, 'groups.group_entry', {
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
  await insertRow(owner, 'sessions.point', {
    commune_id,
    id: idOf(KIND.point, number),
    point_code: `TXN${number}`,
    name: `Điểm ${number}`,
    fixed_day: 23,
    valid_from: '2020-01-01',
    source: 'entered',
  });
  await insertRow(owner, 'sessions.point', {
    ...{ commune_id, id: idOf(KIND.coming, number), point_code: `TXP${number}`, name: `Điểm gần ${number}` },
    fixed_day: 10,
    valid_from: '2020-01-01',
    source: 'entered',
  });
  await insertRow(owner, 'sessions.notice', {
    commune_id,
    id: idOf(KIND.notice, number),
    point_id: idOf(KIND.point, number),
    regular_on: '2027-02-23',
    held_on: '2027-02-10',
    reason: 'Tết',
    document: 'TB 1',
  });
  const secret_hash = createHash('sha256').update(`${FEED_SECRET}${number}`).digest('hex');
  await insertRow(owner, 'sessions.calendar_feed', { commune_id, id: idOf(KIND.feed, number), secret_hash });
  await insertRow(owner, 'platform.job', {
    office_id: place.officeId,
    id: idOf(KIND.job, number),
    task: 'test.nothing',
    payload: '{}',
    caller: '{}',
    state: 'queued',
  });
}

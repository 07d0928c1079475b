import type pg from 'pg';
import { day } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { fold } from '../../src/kernel/text.ts';
import { publishImport } from '../../src/modules/portfolio/index.ts';
import { systemCaller } from '../../src/platform/caller.ts';
import { type Platform, runCommand } from '../../src/platform/command.ts';
import { insertRow, type Row } from './insert-row.ts';
import { marksOf, owedVnd } from './marks.ts';
import { idOf, KIND, PLACES, type Place } from './places.ts';

/** The day of the figures. */
export const DATA_DATE = day('2026-10-31');

/** Stages the rows of an office's places in its batches, and publishes one of them through the product. */
export async function publishOffice(
  owner: pg.Client,
  platform: Platform,
  { number, places: everywhere }: { number: number; places: readonly Place[] },
): Promise<void> {
  const places = everywhere.filter(({ officeId }) => officeId === idOf(1, number));
  const batch = idOf(KIND.batch, number);
  const office_id = idOf(1, number);
  await seedBatches(owner, number);
  for (const place of places) {
    for (const batch_id of [batch, idOf(KIND.openBatch, number)]) await stage(owner, place, batch_id);
    await insertRow(owner, 'extracts.fault', {
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

/** One batch that is published, one that can be, with a file to take out, and one that waits for an answer, with a file twice. */
async function seedBatches(owner: pg.Client, office: number): Promise<void> {
  const office_id = idOf(1, office);
  const published = idOf(KIND.batch, office);
  const open = idOf(KIND.openBatch, office);
  const batch = (row: Row) => insertRow(owner, 'extracts.batch', { office_id, ...row });
  await batch({ id: published, state: 'ready', data_date: DATA_DATE });
  await batch({ id: open, state: 'ready', data_date: '2026-09-30' });
  const waiting = idOf(KIND.waitingBatch, office);
  await batch({ id: waiting, state: 'question', questions: '[]' });
  const file = (batch_id: Id, id: Id, kind: string, row: Row) =>
    insertRow(owner, 'extracts.batch_file', {
      ...{ office_id, batch_id, id, kind, state: 'read', sha256: id, name: `${kind}.xlsx`, ...row },
    });
  for (const batch_id of [published, open, waiting])
    await file(batch_id, batch_id, 'report31', { position: 1 });
  await file(open, idOf(KIND.file, office), 'groupLeaders', { position: 2 });
  await file(waiting, idOf(KIND.file, office), 'report31', { position: 2, state: 'duplicate' });
}

/** Where a batch's rows lie: its commune and village, both known. */
async function stageAreas(owner: pg.Client, place: Place, batch_id: Id): Promise<void> {
  const { officeId: office_id, communeCode: commune_code, communeId, villageCode } = place;
  const first = PLACES.find((one) => one.villageCode === villageCode);
  for (const [kind, bank_code, area_id] of [
    ['commune', commune_code, communeId],
    ['village', villageCode, idOf(KIND.village, first?.number ?? 0)],
  ] as const)
    await insertRow(owner, 'extracts.staged_area', {
      ...{ office_id, batch_id, commune_code, kind, bank_code, area_id },
      is_new: false,
    });
}

async function stage(owner: pg.Client, place: Place, batch_id: Id): Promise<void> {
  await stageAreas(owner, place, batch_id);
  const marks = marksOf(place);
  const at = {
    commune_id: place.communeId,
    batch_id,
    village_code: place.villageCode,
    group_code: place.groupCode,
    association_code: place.associationCode,
  };
  const owed = owedVnd(place).toString();
  await insertRow(owner, 'extracts.staged_person', {
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
  await insertRow(owner, 'extracts.staged_loan', {
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
  await insertRow(owner, 'extracts.staged_saving', {
    ...at,
    book_no: marks.bookNo,
    customer_code: marks.customerCode,
  });
  await insertRow(owner, 'extracts.staged_group', {
    ...at,
    new_group_id: idOf(KIND.group, place.number),
    leader_name: marks.leaderName,
  });
  await insertRow(owner, 'extracts.staged_score', {
    commune_id: place.communeId,
    batch_id,
    group_code: place.groupCode,
    total_points: 90,
  });
}

import { randomBytes } from 'node:crypto';
import { type BusinessDate, day, dayNumber } from '../../../kernel/dates.ts';
import { type Id, uuidV7 } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import { fold } from '../../../kernel/text.ts';
import type { Caller } from '../../../platform/caller.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { acceptPeople } from '../index.ts';

let moment = Date.UTC(2026, 10, 3);

/** Ids for tests: each later than the one before, as those of versions must be. */
export const nextId = (): Id => uuidV7(moment++, randomBytes(10));

/** A person of the bank under an office with this scope. */
export function callerWith(role: Role, scope: Partial<Scope>): Caller {
  const whole = { communeIds: [], officeIds: [], system: false, ...scope };
  return {
    kind: 'person',
    userId: nextId(),
    sessionId: nextId(),
    assignmentId: nextId(),
    role,
    scope: whole,
  };
}

/** A customer as a batch stages it; sample data. */
export type StagedPerson = {
  communeId: Id;
  customerCode: string;
  fullName: string;
  bornOn: string | null;
  sex: 'male' | 'female' | null;
  ethnicityName: string | null;
  identityNumber: string | null;
  identityIssuedOn: string | null;
  spouseName: string | null;
  address: string | null;
  phone: string | null;
  villageCode: string;
  groupCode: string;
  associationCode: string;
};

/** A sample customer; name only what matters. */
export const stagedPerson = (overrides: Partial<StagedPerson> & { communeId: Id }): StagedPerson => ({
  customerCode: '4800000001',
  fullName: 'Nguyễn Thị Mẫu',
  bornOn: '1985-04-12',
  sex: 'female',
  ethnicityName: 'Ê Đê',
  identityNumber: '054185123456',
  identityIssuedOn: '2021-05-10',
  spouseName: 'Trần Văn Mẫu',
  address: 'Thôn Mẫu',
  phone: '0312345678',
  villageCode: '54010101',
  groupCode: '0026000',
  associationCode: '11',
  ...overrides,
});

/** A commune with one village and its office, inserted as they stand after an import. */
export async function givenCommune(
  database: TestDatabase,
  { communeCode = '540101', name = 'Xã Mẫu' }: { communeCode?: string; name?: string } = {},
): Promise<{ communeId: Id; officeId: Id; villageId: Id }> {
  const [communeId, officeId, villageId] = [nextId(), nextId(), nextId()];
  const area = `insert into registry.area (id, kind, bank_code, name, parent_id, valid_from) values ($1, $2, $3, $4, $5, '2024-10-31')`;
  await database.owner.query(area, [communeId, 'commune', communeCode, name, null]);
  await database.owner.query(area, [villageId, 'village', `${communeCode}01`, 'Thôn Mẫu', communeId]);
  await database.owner.query(
    `insert into registry.office (id, bank_code, name) values ($1, $2, 'Phòng giao dịch mẫu')`,
    [officeId, `T${communeCode}`],
  );
  await database.owner.query(
    `insert into registry.office_commune (office_id, commune_id, valid_from) values ($1, $2, '2024-10-31')`,
    [officeId, communeId],
  );
  return { communeId, officeId, villageId };
}

/** Stages customers and accepts them as one version of a data date, as a publication does. */
export async function givenPeople(
  database: TestDatabase,
  people: readonly StagedPerson[],
  {
    dataDate = day('2026-10-31'),
    communeIds = [...new Set(people.map((person) => person.communeId))],
  }: {
    dataDate?: BusinessDate;
    communeIds?: readonly Id[];
  } = {},
): Promise<{ versionId: Id }> {
  const [batchId, versionId] = [nextId(), nextId()];
  for (const person of people) await stage(database, batchId, person);
  const at = new Date((dayNumber(dataDate) + 3) * 86_400_000);
  await database.app.write({ communeIds, officeIds: [], system: false }, (tx) =>
    acceptPeople(tx, { source: 'extracts.staged_person', communeIds, batchId, dataDate, versionId, at }),
  );
  return { versionId };
}

async function stage(database: TestDatabase, batchId: Id, person: StagedPerson): Promise<void> {
  await database.owner.query(
    `insert into extracts.staged_person
       (commune_id, batch_id, customer_code, new_person_id, new_household_id, full_name, folded_name, born_on, sex,
        ethnicity_name, identity_number, identity_issued_on, identity_issuer, spouse_name, address, phone,
        village_code, group_code, association_code)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'CỤC CS QLHC', $13, $14, $15, $16, $17, $18)`,
    [
      person.communeId,
      batchId,
      person.customerCode,
      nextId(),
      nextId(),
      person.fullName,
      fold(person.fullName),
      person.bornOn,
      person.sex,
      person.ethnicityName,
      person.identityNumber,
      person.identityIssuedOn,
      person.spouseName,
      person.address,
      person.phone,
      person.villageCode,
      person.groupCode,
      person.associationCode,
    ],
  );
}

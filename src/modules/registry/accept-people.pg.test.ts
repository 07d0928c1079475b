import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { withdrawPeople } from './index.ts';
import { givenCommune, givenPeople, stagedPerson } from './testing/build.ts';

const AUGUST = day('2026-08-31');
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let communeId: Id;
let communeNumber = 0;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  ({ communeId } = await givenCommune(database, { communeCode: String(540_100 + ++communeNumber) }));
});
afterAll(() => database.close());

const told = (overrides: Partial<Parameters<typeof stagedPerson>[0]> = {}) => [
  stagedPerson({ communeId, ...overrides }),
];
const withdraw = (versionId: Id) =>
  database.app.write({ communeIds: [communeId], officeIds: [], system: false }, (tx) =>
    withdrawPeople(tx, { versionId, communeIds: [communeId], at: new Date('2026-11-04T00:00:00Z') }),
  );

async function shown() {
  const { rows } = await database.owner.query(
    `select full_name, phone, bank_data_date, (select count(*)::int from registry.person p where p.commune_id = $1) as people
     from registry.person where commune_id = $1 order by customer_code limit 1`,
    [communeId],
  );
  return rows[0];
}
async function recordDates(): Promise<string[]> {
  const { rows } = await database.owner.query<{ data_date: string; full_name: string }>(
    'select data_date, full_name from registry.person_bank_record where commune_id = $1 order by data_date, version_id',
    [communeId],
  );
  return rows.map((row) => `${row.data_date} ${row.full_name}`);
}
async function contacts() {
  const { rows } = await database.owner.query(
    `select phone, removed_at is null as active, wrong_number_since from registry.contact where commune_id = $1 order by phone`,
    [communeId],
  );
  return rows;
}

describe('accepting customers', () => {
  it('[RG6] a new customer becomes a person in a household of their own, with the bank contact', async () => {
    await givenPeople(database, told());
    expect(await shown()).toMatchObject({
      full_name: 'Nguyễn Thị Mẫu',
      bank_data_date: '2026-10-31',
      people: 1,
    });
    expect(await contacts()).toMatchObject([{ phone: '0312345678', active: true }]);
    await givenPeople(database, told(), { dataDate: day('2026-11-30') });
    expect(await shown()).toMatchObject({ people: 1 });
  });

  it('[RG7] a month that says nothing new writes no record', async () => {
    await givenPeople(database, told(), { dataDate: SEPTEMBER });
    await givenPeople(database, told(), { dataDate: OCTOBER });
    expect(await recordDates()).toEqual(['2026-09-30 Nguyễn Thị Mẫu']);
    await givenPeople(database, told({ fullName: 'Nguyễn Thị Mận' }), { dataDate: day('2026-11-30') });
    expect(await recordDates()).toEqual(['2026-09-30 Nguyễn Thị Mẫu', '2026-11-30 Nguyễn Thị Mận']);
    expect(await shown()).toMatchObject({ full_name: 'Nguyễn Thị Mận' });
  });

  it('[RG8] an older month that comes later changes nothing shown, and nothing of the months after it', async () => {
    await givenPeople(database, told({ fullName: 'Tên tháng tám' }), { dataDate: AUGUST });
    await givenPeople(database, told({ fullName: 'Tên tháng tám' }), { dataDate: OCTOBER });
    await givenPeople(database, told({ fullName: 'Tên tháng chín' }), { dataDate: SEPTEMBER });
    expect(await shown()).toMatchObject({ full_name: 'Tên tháng tám' });
    expect(await recordDates()).toEqual([
      '2026-08-31 Tên tháng tám',
      '2026-09-30 Tên tháng chín',
      '2026-10-31 Tên tháng tám',
    ]);
  });

  it('[RG8] a customer not named after the older month is shown as that month says', async () => {
    await givenPeople(database, told({ fullName: 'Tên tháng tám' }), { dataDate: AUGUST });
    await givenPeople(database, [], { dataDate: OCTOBER, communeIds: [communeId] });
    await givenPeople(database, told({ fullName: 'Tên tháng chín' }), { dataDate: SEPTEMBER });
    expect(await shown()).toMatchObject({ full_name: 'Tên tháng chín' });
  });

  it('[RG8] undoing a version shows the people as before, and the next version counts again', async () => {
    await givenPeople(database, told(), { dataDate: SEPTEMBER });
    const { versionId } = await givenPeople(database, told({ fullName: 'Tên sai', phone: '0399999999' }));
    await withdraw(versionId);
    expect(await shown()).toMatchObject({
      full_name: 'Nguyễn Thị Mẫu',
      phone: '0312345678',
      bank_data_date: '2026-09-30',
    });
    expect(await contacts()).toMatchObject([
      { phone: '0312345678', active: true },
      { phone: '0399999999', active: false },
    ]);
    await givenPeople(database, told({ fullName: 'Tên đúng' }));
    expect(await shown()).toMatchObject({ full_name: 'Tên đúng' });
  });

  it('[RG8] undoing an older month leaves what a later month relied on', async () => {
    const { versionId } = await givenPeople(database, told({ fullName: 'Tên tháng chín' }), {
      dataDate: SEPTEMBER,
    });
    await givenPeople(database, told({ fullName: 'Tên tháng chín' }), { dataDate: OCTOBER });
    await withdraw(versionId);
    expect(await shown()).toMatchObject({ full_name: 'Tên tháng chín', bank_data_date: '2026-10-31' });
  });

  it('[RG8] a customer known only from an undone version is not found any more, until a version names it again', async () => {
    const { versionId } = await givenPeople(database, told());
    await withdraw(versionId);
    const reach = () =>
      database.owner.query('select person_id from registry.person_reach where commune_id = $1', [communeId]);
    expect((await reach()).rows).toHaveLength(0);
    expect(await contacts()).toMatchObject([{ active: false }]);
    await givenPeople(database, told());
    expect((await reach()).rows).toHaveLength(1);
    expect(await contacts()).toMatchObject([{ active: true }]);
  });

  it('[RG8] [RG15] a number is shared by who stands: with a relative who is no customer, not with a customer whose version was undone', async () => {
    const { versionId } = await givenPeople(database, told({ customerCode: '4800000009' }));
    await withdraw(versionId);
    await givenPeople(database, told());
    // A number that somebody entered outlives the version.
    await database.owner.query(
      `update registry.person set phone = (select max(phone) from registry.person where commune_id = $1)
       where commune_id = $1 and bank_data_date is null`,
      [communeId],
    );
    const shared = async () => {
      const { rows } = await database.owner.query(
        `select (select phone_people from registry.customer where commune_id = $1) as of_customer,
                (select max(phone_people) from registry.person_reach where commune_id = $1) as of_list`,
        [communeId],
      );
      return rows;
    };
    expect(await shared()).toEqual([{ of_customer: 1, of_list: 1 }]);
    await database.owner.query(
      'update registry.person set customer_code = null where commune_id = $1 and bank_data_date is null',
      [communeId],
    );
    expect(await shared()).toEqual([{ of_customer: 2, of_list: 2 }]);
  });

  it('[RG8] the kind of paper and whether the number can be dialled follow what the bank says now', async () => {
    const kinds = async () => {
      const { rows } = await database.owner.query(
        'select identity_kind, phone_state from registry.person_reach where commune_id = $1',
        [communeId],
      );
      return rows.map((row) => `${row.identity_kind} ${row.phone_state}`);
    };
    await givenPeople(database, told({ identityNumber: '123456789', phone: '0312345678' }), {
      dataDate: AUGUST,
    });
    expect(await kinds()).toEqual(['nineDigits valid']);
    await givenPeople(database, told({ identityNumber: '001234567890', phone: '312345678' }), {
      dataDate: SEPTEMBER,
    });
    expect(await kinds()).toEqual(['twelveDigits invalid']);
    await givenPeople(database, told({ identityNumber: null, phone: null }));
    expect(await kinds()).toEqual(['missing missing']);
  });

  it('[RG11] a number that the bank gives again is the same contact with its marks', async () => {
    await givenPeople(database, told(), { dataDate: AUGUST });
    await database.owner.query(
      `update registry.contact set wrong_number_since = '2026-09-01' where commune_id = $1`,
      [communeId],
    );
    await givenPeople(database, told({ phone: null }), { dataDate: SEPTEMBER });
    expect(await contacts()).toMatchObject([{ active: false }]);
    await givenPeople(database, told(), { dataDate: OCTOBER });
    expect(await contacts()).toMatchObject([{ active: true, wrong_number_since: '2026-09-01' }]);
  });

  it('[RG10] [RG11] a number that a person entered stays where the bank’s is another since', async () => {
    await givenPeople(database, told(), { dataDate: AUGUST });
    await database.owner.query(
      `insert into registry.contact (commune_id, id, person_id, village_code, group_code, association_code, relation, phone, source,
                                     entered_at)
       select commune_id, gen_random_uuid(), id, village_code, group_code, association_code, 'self', '0987654321', 'entered', now()
       from registry.person where commune_id = $1`,
      [communeId],
    );
    await givenPeople(database, told({ phone: '0399999999' }), { dataDate: SEPTEMBER });
    expect(await contacts()).toMatchObject([
      { phone: '0312345678', active: false },
      { phone: '0399999999', active: true },
      { phone: '0987654321', active: true },
    ]);
  });

  it('[RG11] a contact that a person removed is not brought back by an import', async () => {
    await givenPeople(database, told(), { dataDate: AUGUST });
    await database.owner.query(
      `update registry.contact set removed_at = '2026-09-01', removed_by = person_id where commune_id = $1`,
      [communeId],
    );
    await givenPeople(database, told({ fullName: 'Tên mới' }), { dataDate: SEPTEMBER });
    expect(await contacts()).toMatchObject([{ active: false }]);
  });

  it('[RG10] contacts and entries follow the person to another group', async () => {
    await givenPeople(database, told(), { dataDate: SEPTEMBER });
    await givenPeople(database, told({ groupCode: '0026009', villageCode: '54010102' }));
    const { rows } = await database.owner.query(
      'select group_code, village_code from registry.contact where commune_id = $1',
      [communeId],
    );
    expect(rows).toEqual([{ group_code: '0026009', village_code: '54010102' }]);
  });
});

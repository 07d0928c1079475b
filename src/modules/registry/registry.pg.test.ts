import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import { addContact } from './add-contact.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { changeContact } from './change-contact.ts';
import { enterPersonValue } from './enter-person-value.ts';
import { findCustomer } from './find-customer.ts';
import { markReached } from './mark-reached.ts';
import { markWrongNumber } from './mark-wrong-number.ts';
import { movePersonToHousehold } from './move-person-to-household.ts';
import { removeContact } from './remove-contact.ts';
import { revealIdentity } from './reveal-identity.ts';
import { search } from './search.ts';
import { showHousehold } from './show-household.ts';
import { callerWith, givenCommune, givenPeople, type StagedPerson, stagedPerson } from './testing/build.ts';
import { answered, givenRegister } from './testing/given-register.ts';
import { withdrawPersonValue } from './withdraw-person-value.ts';

const register = givenRegister();
const { ask, order } = register;
let communeId: Id;
let officer: Caller;
beforeEach(() => {
  ({ communeId, officer } = register);
});

const given = (people: Partial<StagedPerson>[], dataDate = day('2026-10-31')) =>
  givenPeople(
    register.database,
    people.map((person, i) => stagedPerson({ communeId, customerCode: `480000000${i}`, ...person })),
    { dataDate, communeIds: [communeId] },
  );
const customer = (i = 0, caller = officer) =>
  ask((context) => findCustomer({ communeId, customerCode: `480000000${i}` }, context), caller);
async function household(i = 0, caller = officer) {
  const { householdId } = await customer(i, caller);
  return ask((context) => showHousehold({ communeId, householdId }, context), caller);
}
async function member(i = 0) {
  const first = (await household(i)).members[0];
  if (!first) throw new Error('no member');
  return first;
}
const found = (text: string, caller = officer) => ask((context) => search({ text }, context), caller);
const names = async (text: string, caller = officer) =>
  (await found(text, caller)).hits.map((hit) => hit.fullName);

describe('what people enter', () => {
  it('[RG10] an import does not overwrite an entry, and the newer value of the bank is shown beside it', async () => {
    await given([{}], day('2026-09-30'));
    const { personId } = await customer();
    const entered = { communeId, personId, field: 'full_name', value: 'Nguyễn Thị  Mận' } as const;
    const { entryId } = answered(await order((context) => enterPersonValue(entered, context)));
    await given([{ fullName: 'Nguyễn Thị Mẫn' }]);
    expect(await member()).toMatchObject({
      fullName: 'Nguyễn Thị Mận',
      entries: [
        {
          value: 'Nguyễn Thị Mận',
          bankValueThen: 'Nguyễn Thị Mẫu',
          bankValueNow: 'Nguyễn Thị Mẫn',
          differs: true,
          bankChanged: true,
        },
      ],
    });
    expect(await names('nguyen thi man')).toEqual(['Nguyễn Thị Mận']);
    await order((context) => withdrawPersonValue({ communeId, entryId }, context));
    expect(await member()).toMatchObject({ fullName: 'Nguyễn Thị Mẫn', entries: [] });
    const again = await order((context) => withdrawPersonValue({ communeId, entryId }, context));
    expect(again).toMatchObject({ refused: 'entryWithdrawn' });
  });

  it('[RG10] a second entry of a field takes the place of the first', async () => {
    await given([{}]);
    const { personId } = await customer();
    for (const value of ['1980-01-01', '1981-01-01'])
      await order((context) => enterPersonValue({ communeId, personId, field: 'born_on', value }, context));
    expect(await member()).toMatchObject({ bornOn: '1981-01-01', entries: [{ value: '1981-01-01' }] });
  });

  it('[RG14] a value that cannot be is refused and nothing is written', async () => {
    await given([{}]);
    const { personId } = await customer();
    const wrong = { communeId, personId, field: 'identity_number', value: '123' } as const;
    expect(await order((context) => enterPersonValue(wrong, context))).toMatchObject({
      refused: 'entryValueInvalid',
    });
    expect((await member()).entries).toEqual([]);
  });
});

describe('identity', () => {
  it('[RG13] number and ethnicity are masked everywhere, in entries too, and one opening is audited', async () => {
    await given([{}]);
    const { personId } = await customer();
    const entered = { communeId, personId, field: 'identity_number', value: '054185999999' } as const;
    await order((context) => enterPersonValue(entered, context));
    const everything = JSON.stringify([await household(), await found('Nguyễn')]);
    expect(everything).not.toMatch(/(?<![0-9a-f-])\d{12}(?![0-9a-f])|Ê Đê/);
    expect(await member()).toMatchObject({ identityNumberMasked: '054*******99', ethnicityMasked: '***' });
    const opened = await order((context) =>
      revealIdentity({ communeId, personId, what: 'identityNumber' }, context),
    );
    expect(opened).toEqual({ value: '054185999999' });
    const { rows } = await register.database.owner.query<{ subject: string }>(
      'select subject from platform.audit_entry where commune_id = $1 order by sequence desc limit 1',
      [communeId],
    );
    expect(rows[0]?.subject).toBe(JSON.stringify({ opened: 'identityNumber', person: personId }));
  });

  it('[RG9] a number that disagrees with sex or year is a warning of the household', async () => {
    await given([{ sex: 'male', bornOn: '1990-01-01' }]);
    expect((await member()).identityWarnings).toEqual(['sexDiffers', 'birthYearDiffers']);
  });
});

describe('contacts', () => {
  it('[RG11] a wrong number makes unreachable, another contact reachable again', async () => {
    await given([{}]);
    const { personId, contacts } = await member();
    const bankContact = contacts[0]?.contactId;
    if (!bankContact) throw new Error('no contact');
    await order((context) => markWrongNumber({ communeId, contactId: bankContact, isWrong: true }, context));
    const { fullName } = await member();
    const shownInSearch = async () => (await found(fullName)).hits[0];
    expect(await member()).toMatchObject({
      isReachable: false,
      contacts: [{ wrongNumberSince: '2026-11-03' }],
    });
    expect(await shownInSearch()).toMatchObject({ phoneWrongSince: '2026-11-03' });
    const son = {
      communeId,
      personId,
      relation: 'child',
      name: 'Con mẫu',
      phone: '+84 912 345 678',
    } as const;
    const { contactId } = answered(await order((context) => addContact(son, context)));
    expect(await member()).toMatchObject({
      isReachable: true,
      contacts: [{ phone: '0912345678' }, { source: 'bank' }],
    });
    expect(await shownInSearch()).toMatchObject({ phone: '0912345678', phoneWrongSince: null });
    expect(await order((context) => addContact(son, context))).toMatchObject({ refused: 'contactExists' });
    const short = await order((context) => addContact({ ...son, phone: '12' }, context));
    expect(short).toMatchObject({ refused: 'phoneInvalid' });
    await order((context) => markReached({ communeId, contactId }, context));
    expect((await member()).contacts[0]).toMatchObject({ contactId, lastReachedOn: '2026-11-03' });
    const changed = { communeId, contactId, relation: 'spouse', name: null, phone: '0987654321' } as const;
    await order((context) => changeContact(changed, context));
    expect((await member()).contacts.map((one) => [one.phone, one.lastReachedOn])).toContainEqual([
      '0987654321',
      null,
    ]);
    const bank = await order((context) => changeContact({ ...changed, contactId: bankContact }, context));
    expect(bank).toMatchObject({ refused: 'contactFromBank' });
    await order((context) => removeContact({ communeId, contactId }, context));
    expect(await member()).toMatchObject({ isReachable: false, contacts: [{ source: 'bank' }] });
  });

  it('[RG15] what is published of a customer says reach and paper, never the number', async () => {
    await given([{}, { phone: '123', identityNumber: '123456789' }, { phone: null, identityNumber: null }]);
    const { rows } = await register.database.owner.query(
      `select identity_kind, phone_state, phone_people, is_reachable from registry.customer
       where commune_id = $1 order by customer_code`,
      [communeId],
    );
    expect(rows).toEqual([
      { identity_kind: 'twelveDigits', phone_state: 'valid', phone_people: 1, is_reachable: true },
      { identity_kind: 'nineDigits', phone_state: 'invalid', phone_people: 1, is_reachable: false },
      { identity_kind: 'missing', phone_state: 'missing', phone_people: 0, is_reachable: false },
    ]);
    await given([{}, {}, {}], day('2026-11-30'));
    for (const view of ['customer', 'person_reach']) {
      const shared = await register.database.owner.query(
        `select phone_state, phone_people from registry.${view} where commune_id = $1`,
        [communeId],
      );
      expect(shared.rows).toEqual(Array(3).fill({ phone_state: 'valid', phone_people: 3 }));
    }
  });
});

describe('households', () => {
  it('[RG6] people join a household, and part again', async () => {
    await given([{}, { fullName: 'Trần Văn Mẫu' }]);
    const { householdId } = await customer(0);
    const spouse = await customer(1);
    await order((context) =>
      movePersonToHousehold({ communeId, personId: spouse.personId, householdId }, context),
    );
    const child = {
      communeId,
      householdId,
      fullName: 'Trần Mẫu Con',
      relation: 'child',
      bornOn: null,
      sex: null,
    } as const;
    await order((context) => addHouseholdMember(child, context));
    expect((await household()).members.map((one) => [one.fullName, one.relation])).toEqual([
      ['Nguyễn Thị Mẫu', null],
      ['Trần Văn Mẫu', null],
      ['Trần Mẫu Con', 'child'],
    ]);
    const same = await order((context) =>
      movePersonToHousehold({ communeId, personId: spouse.personId, householdId }, context),
    );
    expect(same).toMatchObject({ refused: 'householdSame' });
    await order((context) =>
      movePersonToHousehold({ communeId, personId: spouse.personId, householdId: null }, context),
    );
    expect((await household(1)).members).toHaveLength(1);
  });

  it('[RG6] people with the same name are told apart by their years', async () => {
    await given([{ bornOn: '1985-01-01' }, { bornOn: '1990-01-01' }]);
    expect((await member()).sameName).toMatchObject([{ birthYear: 1990 }]);
  });
});

describe('search', () => {
  const people = [
    'Nguyễn Văn Hòa',
    'Lê Thị Hoà',
    'Trần Thị Hoa',
    'Đào Văn Hoàng',
    'Nguyễn Thị Ân',
    'Nguyễn Thị An',
    'Nguyễn Thị Ánh',
  ];
  beforeEach(() =>
    given(
      people.map((fullName, i) => ({ fullName, phone: `091234500${i}`, identityNumber: `05418512345${i}` })),
    ).then(() => undefined),
  );

  it('[RG12] with or without diacritics, those spelt as typed first, hòa is hoà', async () => {
    expect((await names('hoà')).slice(0, 2).sort()).toEqual(['Lê Thị Hoà', 'Nguyễn Văn Hòa']);
    expect(await names('hoà')).toHaveLength(4);
    expect(await names('hòa')).toEqual(await names('hoà'));
    expect((await names('hoa'))[0]).toBe('Trần Thị Hoa');
    expect(await names('dao')).toEqual(['Đào Văn Hoàng']);
  });

  it('[RG12] parts of words in any order; ordered by given name, an before ân', async () => {
    expect(await names('hoa ngu')).toEqual(['Nguyễn Văn Hòa']);
    expect(await names('nguyen thi')).toEqual(['Nguyễn Thị An', 'Nguyễn Thị Ánh', 'Nguyễn Thị Ân']);
    expect(await names('guyen')).toEqual([]);
  });

  it('[RG12] phone by beginning and end, identity number and customer code only whole', async () => {
    expect(await found('0912 345')).toMatchObject({ total: 7, hits: Array(7).fill({ matchedBy: 'phone' }) });
    expect(await names('45003')).toEqual(['Đào Văn Hoàng']);
    expect(await found('054185123451')).toMatchObject({
      hits: [{ matchedBy: 'identityNumber', identityNumberMasked: '054*******51' }],
    });
    expect(await names('05418512345')).toEqual([]);
    expect(await found('4800000002')).toMatchObject({
      hits: [{ matchedBy: 'customerCode', fullName: 'Trần Thị Hoa' }],
    });
  });

  it('[RG12] at most 20 hits, and how many there are', async () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      stagedPerson({ communeId, customerCode: `49000000${String(i).padStart(2, '0')}`, fullName: 'Y Mẫu' }),
    );
    await givenPeople(register.database, many, { dataDate: day('2026-11-30') });
    const answer = await found('y mau');
    expect(answer.total).toBe(25);
    expect(answer.hits).toHaveLength(20);
  });

  it('[RG12] other communes are not searched, named or not', async () => {
    const stranger = callerWith('creditOfficer', {
      communeIds: [(await givenCommune(register.database, { communeCode: '549001' })).communeId],
    });
    expect(await names('nguyen', stranger)).toEqual([]);
    expect(await ask((context) => search({ text: 'nguyen', communeId }, context), stranger)).toEqual({
      total: 0,
      hits: [],
    });
  });
});

describe('narrowed scopes', () => {
  it('[RG16] a leader sees their group, a village head their village, an association head their groups', async () => {
    await given([
      { fullName: 'Người Tổ Một' },
      { fullName: 'Người Tổ Hai', groupCode: '0026001', villageCode: '54010102', associationCode: '12' },
    ]);
    const narrow = (role: Caller['role'] & string, scope: object) =>
      callerWith(role, { communeIds: [communeId], ...scope });
    expect(await names('nguoi', narrow('groupLeader', { groupCodes: ['0026001'] }))).toEqual([
      'Người Tổ Hai',
    ]);
    expect(await names('nguoi', narrow('villageHead', { villageCodes: ['54010101'] }))).toEqual([
      'Người Tổ Một',
    ]);
    expect(await names('nguoi', narrow('associationHead', { associationCodes: ['12'] }))).toEqual([
      'Người Tổ Hai',
    ]);
    expect(await names('nguoi', narrow('groupLeader', { groupCodes: [] }))).toEqual([]);
  });

  it('[RG16] a leader marks contacts of their group and reaches no other', async () => {
    await given([{}, { groupCode: '0026001' }]);
    const leader = callerWith('groupLeader', { communeIds: [communeId], groupCodes: ['0026000'] });
    const own = (await member(0)).contacts[0]?.contactId;
    const other = (await member(1)).contacts[0]?.contactId;
    if (!own || !other) throw new Error('no contact');
    expect(await order((context) => markReached({ communeId, contactId: own }, context), leader)).toEqual({});
    const refused = await order((context) => markReached({ communeId, contactId: other }, context), leader);
    expect(refused).toMatchObject({ refused: 'notFound' });
    const { householdId } = await customer(1);
    const unseen = await register.try(
      (context) => showHousehold({ communeId, householdId }, context),
      leader,
    );
    expect(unseen).toMatchObject({ refused: 'notFound' });
  });
});

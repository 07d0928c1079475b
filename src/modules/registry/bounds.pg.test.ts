import { expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { addContact } from './add-contact.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { findCustomer } from './find-customer.ts';
import { movePersonToHousehold } from './move-person-to-household.ts';
import { showHousehold } from './show-household.ts';
import { givenPeople, stagedPerson } from './testing/build.ts';
import { answered, givenRegister } from './testing/given-register.ts';

const register = givenRegister();
const { ask, order } = register;

/** Two customers, each in a household of their own. */
async function givenTwo() {
  const { communeId } = register;
  const people = ['4800000000', '4800000001'].map((customerCode) =>
    stagedPerson({ communeId, customerCode }),
  );
  await givenPeople(register.database, people, { dataDate: day('2026-10-31'), communeIds: [communeId] });
  const [first, second] = await Promise.all(
    people.map(({ customerCode }) => ask((context) => findCustomer({ communeId, customerCode }, context))),
  );
  if (!first || !second) throw new Error('not there');
  return { communeId, first, second };
}

const membersOf = async (householdId: Awaited<ReturnType<typeof givenTwo>>['first']['householdId']) =>
  (await ask((context) => showHousehold({ communeId: register.communeId, householdId }, context))).members;

it('[RG11] a person has fifty contacts, and then one is taken out first', async () => {
  const { communeId, first } = await givenTwo();
  const { personId } = first;
  const contact = { communeId, personId, relation: 'neighbour', name: null } as const;
  const add = (i: number) =>
    order((context) => addContact({ ...contact, phone: `09${String(i).padStart(8, '0')}` }, context));
  const [before] = await membersOf(first.householdId);
  for (let i = before?.contacts.length ?? 0; i < 50; i++) answered(await add(i));
  expect(await add(50)).toMatchObject({ refused: 'contactsFull', data: { most: 50 } });
  const [after] = await membersOf(first.householdId);
  expect(after?.contacts).toHaveLength(50);
});

it('[RG6] a household has a hundred people: neither added nor moved there is one more', async () => {
  const { communeId, first, second } = await givenTwo();
  const { householdId } = first;
  const person = { relation: 'child', fullName: 'Nguyễn Văn Con', bornOn: null, sex: null } as const;
  const add = () => order((context) => addHouseholdMember({ communeId, householdId, ...person }, context));
  for (let people = 1; people < 100; people++) answered(await add());
  expect(await add()).toMatchObject({ refused: 'householdFull', data: { most: 100 } });
  const move = { communeId, personId: second.personId, householdId };
  expect(await order((context) => movePersonToHousehold(move, context))).toMatchObject({
    refused: 'householdFull',
  });
  expect(await membersOf(householdId)).toHaveLength(100);
});

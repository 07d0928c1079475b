import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { addContact } from './add-contact.ts';
import { changeContact } from './change-contact.ts';
import { givenPeople, stagedPerson } from './testing/build.ts';
import { answered, givenRegister, type Run } from './testing/given-register.ts';

const register = givenRegister();
const { order } = register;
let communeId: Id;
beforeEach(() => {
  ({ communeId } = register);
});

async function givenPerson(): Promise<Id> {
  const people = [stagedPerson({ communeId, customerCode: '4800000000' })];
  await givenPeople(register.database, people, { dataDate: day('2026-10-31'), communeIds: [communeId] });
  const { rows } = await register.database.owner.query(
    'select id from registry.person where commune_id = $1',
    [communeId],
  );
  return rows[0].id;
}
async function phonesOf(personId: Id): Promise<string[]> {
  const { rows } = await register.database.owner.query(
    'select phone from registry.contact where person_id = $1 and removed_at is null',
    [personId],
  );
  return rows.map(({ phone }) => phone);
}

/** Runs the second while the first has written and is not through yet. @returns what each came to */
async function atOnce<T>(first: Run<T>, second: Run<T>): Promise<(T | Refusal)[]> {
  let later: Promise<T | Refusal> | undefined;
  const earlier = await order(async (context) => {
    const outcome = await first(context);
    later = order(second);
    await Promise.race([later, waitsForLock(register.database.owner)]);
    return outcome;
  });
  if (!later) throw new Error('the second was not begun');
  return [earlier, await later];
}

describe('contacts at once', () => {
  it('[RG11] a number stands once, also where it is sent twice at once', async () => {
    const personId = await givenPerson();
    const son = { communeId, personId, relation: 'child', name: null, phone: '0912345678' } as const;
    const add = (context: HandlerContext) => addContact(son, context);
    expect(await atOnce(add, add)).toMatchObject([{}, { refused: 'contactExists' }]);
    const phones = await phonesOf(personId);
    expect(phones.filter((phone) => phone === son.phone)).toHaveLength(1);
  });

  it('[RG11] of two contacts changed to one number at once, one keeps its own', async () => {
    const personId = await givenPerson();
    const child = { communeId, relation: 'child', name: null } as const;
    const added = async (phone: string) =>
      answered(await order((context) => addContact({ ...child, personId, phone }, context))).contactId;
    const [one, other] = [await added('0912345671'), await added('0912345672')];
    const change = (contactId: Id) => (context: HandlerContext) =>
      changeContact({ ...child, contactId, phone: '0912345679' }, context);
    expect(await atOnce(change(one), change(other))).toMatchObject([{}, { refused: 'contactExists' }]);
    const phones = await phonesOf(personId);
    expect(phones).toEqual(expect.arrayContaining(['0912345679', '0912345672']));
  });
});

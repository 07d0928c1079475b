import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand } from '../../platform/command.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { addContact } from './add-contact.ts';
import { changeContact } from './change-contact.ts';
import { callerWith, givenCommune, givenPeople, stagedPerson } from './testing/build.ts';

type Run<T> = (context: HandlerContext) => Promise<T | Refusal>;

let database: TestDatabase;
let platform: Platform;
let communeId: Id;
let officer: Caller;
let communeNumber = 0;
beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
});
beforeEach(async () => {
  ({ communeId } = await givenCommune(database, { communeCode: String(540_100 + ++communeNumber) }));
  officer = callerWith('creditOfficer', { communeIds: [communeId] });
});
afterAll(() => database.close());

const answered = <T>(outcome: T | Refusal): T => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome as T;
};
const order = <T>(run: Run<T>) => runCommand(platform, { name: 'registry.test', caller: officer }, run);
async function givenPerson(): Promise<Id> {
  const people = [stagedPerson({ communeId, customerCode: '4800000000' })];
  await givenPeople(database, people, { dataDate: day('2026-10-31'), communeIds: [communeId] });
  const { rows } = await database.owner.query('select id from registry.person where commune_id = $1', [
    communeId,
  ]);
  return rows[0].id;
}
async function phonesOf(personId: Id): Promise<string[]> {
  const { rows } = await database.owner.query(
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
    await Promise.race([later, waitsForLock(database.owner)]);
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import * as identity from './contract.ts';
import { anAssignment, type Browser, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
const ADMINISTRATORS = ['keeper-1', 'keeper-2'] as const;
type Keeper = {
  readonly browser: Browser;
  readonly userId: Id;
  readonly assignmentIds: readonly Id[];
};
let keepers: Keeper[];

beforeAll(async () => {
  world = await identityWorld();
  keepers = await Promise.all(
    ADMINISTRATORS.map(async (login) => {
      const assignments = [anAssignment({ role: 'administrator' })];
      const person = await world.addPerson({ login, assignments });
      const browser = world.browser();
      await browser.call(identity.signIn, { login, password: GOOD_PASSWORD });
      return { browser, ...person };
    }),
  );
});
afterAll(() => world.close());

/** Sets the last day of an office, as the first administrator unless told otherwise. */
const ended = (
  ending: { userId: Id; assignmentId: Id | undefined; lastDay: string; isBesideOther?: true },
  by = keepers[0],
) => {
  const { assignmentId, lastDay, ...rest } = ending;
  if (!by || !assignmentId) throw new Error('nobody, or no office, to end');
  return by.browser.call(identity.endAssignment, { ...rest, assignmentId, lastDay: day(lastDay) });
};

describe('a last day that is changed', () => {
  const chair = async (code: string, days: readonly (readonly [from: string, to: string | null])[]) => {
    const communeId = await world.addCommune(code, `Xã ${code}`);
    const held = days.map(([from, to]) =>
      anAssignment({
        ...{ role: 'communeChair', communeId, validFrom: day(from) },
        validTo: to === null ? null : day(to),
      }),
    );
    return { communeId, held };
  };

  it('[ID27] is not moved into the days of another holder without asking, and then moved all the same', async () => {
    const { held } = await chair('540911', [
      ['2026-01-01', '2026-11-30'],
      ['2026-12-01', null],
    ]);
    const [first, next] = held;
    if (!first || !next) throw new Error('two terms were given');
    const before = await world.addPerson({ login: 'term-1', assignments: [first] });
    await world.addPerson({ login: 'term-2', fullName: 'H Hai Niê', assignments: [next] });
    const { userId, assignmentIds } = before;
    const ending = { userId, assignmentId: assignmentIds[0], lastDay: '2026-12-01' };
    expect(await ended(ending)).toMatchObject({
      refused: 'officeHeldByOther',
      data: { holder: 'H Hai Niê' },
    });
    expect(await ended({ ...ending, lastDay: '2026-11-29' })).toMatchObject({ ok: true });
    expect(await ended({ ...ending, lastDay: '2026-11-30' })).toMatchObject({ ok: true });
    expect(await ended({ ...ending, isBesideOther: true })).toMatchObject({ ok: true });
  });

  it('[ID26] is not moved into the days of the same office that the person holds afterwards', async () => {
    const { held } = await chair('540912', [
      ['2026-01-01', '2026-06-30'],
      ['2026-12-01', null],
    ]);
    const { userId, assignmentIds } = await world.addPerson({ login: 'again', assignments: held });
    const ending = { userId, assignmentId: assignmentIds[0] };
    expect(await ended({ ...ending, lastDay: '2026-12-01' })).toMatchObject({
      refused: 'officeHeldAlready',
      data: { from: '01/12/2026' },
    });
    expect(await ended({ ...ending, lastDay: '2026-11-30' })).toMatchObject({ ok: true });
  });
});

it('[ID17] of two administrators who end each other at the same moment one stays', async () => {
  const [one, other] = keepers;
  if (!one || !other) throw new Error('there are two administrators');
  const endOf = ({ userId, assignmentIds }: Keeper) => ({
    ...{ userId, assignmentId: assignmentIds[0] },
    lastDay: '2026-11-02',
  });
  const answers = await Promise.all([ended(endOf(other), one), ended(endOf(one), other)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refused: 'lastAdministrator' });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../src/kernel/contract.ts';
import { declaredOperations } from './declared-operations.ts';
import { besides, COMMUNES, OFFICES, OWN_PLACE, PLACES, type Place, VISIBLE } from './places.ts';
import { ASKERS, type Asker, columnOf, expectations, readPolicyTable } from './policy-table.ts';
import type { Crowd } from './seed.ts';
import { ask, openWorld, type World } from './world.ts';

/**
 * Counts, totals, averages, ranks: whatever is made of rows may not tell of rows one does not see. Each asker is asked
 * in two worlds that differ only where they see nothing, which there has twice as much of everything. The answers are
 * the same, to the letter.
 */
const OPERATIONS = await declaredOperations();
const EXPECTED = expectations(readPolicyTable());
const SIGNED_IN = ASKERS.filter((asker) => asker !== 'nobody');

const worlds = new Map<string, World>();

const isSeen = (asker: Asker) => (place: Place) => VISIBLE[asker].includes(place.number);

/** The totals of a whole office are no secret inside it: who sees them is compared on what lies outside it. */
function crowdFor(asker: Asker): Crowd {
  const unseen = PLACES.filter((place) => !isSeen(asker)(place) && !OFFICES[asker].includes(place.officeId));
  const elsewhere = unseen.filter((place) => !COMMUNES[asker].includes(place.communeId));
  return { groups: unseen.map(besides), communeWide: elsewhere.map(besides) };
}

/** Who reads one commune with the figures of its office beside it. */
const OF_A_COMMUNE: readonly Asker[] = ['communeChair', 'readerOfCommune'];

/** Twice as much in the other commune of their office. */
const NEIGHBOURS: Crowd = (() => {
  const others = PLACES.filter(
    ({ officeId, communeId }) => officeId === OWN_PLACE.officeId && communeId !== OWN_PLACE.communeId,
  ).map(besides);
  return { groups: others, communeWide: others };
})();

const keyOf = (crowd: Crowd) =>
  JSON.stringify([crowd.groups, crowd.communeWide].map((part) => part.map((one) => one.number)));

beforeAll(async () => {
  worlds.set('alone', await openWorld());
  for (const crowd of [...SIGNED_IN.map(crowdFor), NEIGHBOURS])
    if (!worlds.has(keyOf(crowd))) worlds.set(keyOf(crowd), await openWorld(crowd));
}, 240_000);
afterAll(async () => {
  for (const world of worlds.values()) await world.close();
});

/** What differs between any two worlds: ids and secrets made there, and the reference of an answer. */
const MADE_HERE =
  /"(?:secret|qrSvg)":"(?:[^"\\]|\\.)*"|"address":"otpauth:[^"]*"|"recoveryCodes":\[[^\]]*\]|"reference":"\w+"|(?!00000000)[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|#[\w-]{43}|[\w-]{32}\.ics/g;

async function answer(world: World | undefined, operation: Operation, asker: Asker): Promise<string> {
  if (!world) throw new Error('no such world');
  const { statusCode, body } = await ask(world, operation, asker, OWN_PLACE);
  return `${statusCode} ${body.replace(MADE_HERE, '…')}`;
}

/** Whoever knows the secret address of a feed sees the calendar of its whole commune, signed in or not. */
const BY_SECRET = new Set(['sessions.readFeed']);
const COMPARED = OPERATIONS.filter(({ name }) => !BY_SECRET.has(name));

/** Figures of the whole office on a commune's page, to compare with: they may tell of the office's other communes. */
const OFFICE_FIGURES = /"(office|compared)":\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g;

describe.each(COMPARED.map((operation) => ({ name: operation.name, operation })))(
  '$name',
  ({ operation }) => {
    const allowed = SIGNED_IN.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] !== '-');

    it('[ID22] tells nothing of how much there is where one does not look', async () => {
      for (const asker of allowed) {
        const alone = await answer(worlds.get('alone'), operation, asker);
        const beside = await answer(worlds.get(keyOf(crowdFor(asker))), operation, asker);
        expect(beside, asker).toBe(alone);
      }
    });

    it("[ID22] tells a commune nothing of the other communes of its office but the office's own figures", async () => {
      for (const asker of allowed.filter((one) => OF_A_COMMUNE.includes(one))) {
        const alone = await answer(worlds.get('alone'), operation, asker);
        const beside = await answer(worlds.get(keyOf(NEIGHBOURS)), operation, asker);
        expect(beside.replace(OFFICE_FIGURES, ''), asker).toBe(alone.replace(OFFICE_FIGURES, ''));
      }
    });
  },
);

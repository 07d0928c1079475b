import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { selectDirective } from './db/directives.ts';
import { giveDirective } from './give-directive.ts';
import { showDirective } from './show-directive.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ORDER, ordered, shownTask } from './testing/given-tasks.ts';

/** A resolution that says no measure of success. */
const RESOLUTION = {
  ...{ source: 'resolution' as const, measure: null, paperNumber: '05/NQ-BĐD', paperOn: day('2026-11-20') },
  paperIssuer: 'Ban đại diện Hội đồng quản trị tỉnh',
};

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
}, 60_000);
afterAll(() => commune.database.close());

const shownNow = (directiveId: Id) =>
  question(commune, as.chair(), (context) =>
    showDirective({ communeId: commune.communeId, directiveId }, context),
  );

it('[GV32] a directive and its tasks say who gave it and what has to come of it; under which office it was given is kept', async () => {
  const said = { measure: ORDER.measure, issuerName: PEOPLE.communeChair };
  const given = await shownNow(await ordered(commune, {}));
  expect(given).toMatchObject(said);
  const taskId = given.tasks[0]?.taskId ?? given.directiveId;
  const task = await shownTask(commune, as.head(), { communeId: commune.communeId, taskId });
  expect(task).toMatchObject({ directive: said });
  const directiveId = nextId();
  await command(commune, as.officer(), (context) =>
    giveDirective({ communeId: commune.communeId, directiveId, ...ORDER, ...RESOLUTION }, context),
  );
  expect(await shownNow(directiveId)).toMatchObject({ measure: null, issuerName: PEOPLE.creditOfficer });
  const seats = await question(commune, as.chair(), ({ tx }) =>
    Promise.all(
      [given.directiveId, directiveId].map(
        async (id) => (await selectDirective(tx, commune.communeId, id))?.issuerSeat,
      ),
    ),
  );
  expect(seats).toEqual(['communeChair', 'creditOfficer']);
});

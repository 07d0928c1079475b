import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { selectDirective } from './db/directives.ts';
import { giveDirective } from './give-directive.ts';
import { listDirectives } from './list-directives.ts';
import { showDirective } from './show-directive.ts';
import { showTask } from './show-task.ts';
import { givenCommune, PEOPLE, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, ORDER, ordered } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(() => commune.clock.moveTo('2026-12-01T02:00:00Z'));

const RESOLUTION = {
  paperNumber: '05/NQ-BĐD',
  paperOn: day('2026-11-20'),
  paperIssuer: 'Ban đại diện Hội đồng quản trị tỉnh',
};

type Order = Parameters<typeof giveDirective>[0];

const within = () => ({ communeId: commune.communeId });

const give = (overrides: Partial<Order>, caller = as.chair()) =>
  tryCommand(commune, caller, (context) =>
    giveDirective({ ...within(), directiveId: nextId(), ...ORDER, ...overrides }, context),
  );
const whole = (directiveId: Awaited<ReturnType<typeof ordered>>) =>
  question(commune, as.chair(), (context) => showDirective({ ...within(), directiveId }, context));

describe('[GV32] a directive goes out', () => {
  it('with its legal ground: the directive, its tasks and the list say it; without one they say none', async () => {
    const legalGround = 'Nghị quyết 12/NQ-HĐND ngày 15/07/2026, khoản 3 Điều 2';
    const told = async (directiveId: Awaited<ReturnType<typeof ordered>>) => {
      const directive = await whole(directiveId);
      const taskId = directive.tasks[0]?.taskId ?? directiveId;
      const task = await question(commune, as.head(), (context) =>
        showTask({ ...within(), taskId }, context),
      );
      const { directives } = await question(commune, as.chair(), (context) =>
        listDirectives({ ...within(), progress: 'all', source: 'order' }, context),
      );
      const listed = directives.find((one) => one.directiveId === directiveId);
      return [directive.legalGround, task.directive.legalGround, listed?.legalGround];
    };
    expect(await told(await ordered(commune, { legalGround }))).toEqual([
      legalGround,
      legalGround,
      legalGround,
    ]);
    expect(await told(await ordered(commune, {}))).toEqual([null, null, null]);
    const directiveId = nextId();
    expect(await give({ directiveId, legalGround })).toEqual({ tasks: 1 });
    expect(await give({ directiveId, legalGround: 'Nghị quyết khác' })).toMatchObject({ refused: 'idTaken' });
  });

  it('with who gave it, under which office, and what has to come of it; the directive and its tasks say so', async () => {
    const said = { measure: ORDER.measure, issuerName: PEOPLE.communeChair };
    const given = await whole(await ordered(commune, {}));
    expect(given).toMatchObject(said);
    const taskId = given.tasks[0]?.taskId ?? given.directiveId;
    const task = await question(commune, as.head(), (context) => showTask({ ...within(), taskId }, context));
    expect(task).toMatchObject({ directive: said });
    const directiveId = nextId();
    const resolution = { source: 'resolution', ...RESOLUTION, measure: null } as const;
    expect(await give({ ...resolution, directiveId }, as.officer())).toEqual({ tasks: 1 });
    expect(await whole(directiveId)).toMatchObject({ measure: null, issuerName: PEOPLE.creditOfficer });
    const seats = await question(commune, as.chair(), ({ tx }) =>
      Promise.all(
        [given.directiveId, directiveId].map(
          async (id) => (await selectDirective(tx, commune.communeId, id))?.issuerSeat,
        ),
      ),
    );
    expect(seats).toEqual(['communeChair', 'creditOfficer']);
  });
});

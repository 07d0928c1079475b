import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { runQuestion } from '../../platform/command.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { giveDirective } from './give-directive.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { reportTask } from './report-task.ts';
import { showOversight } from './show-oversight.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ORDER, ordered, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
}, 60_000);
afterAll(() => commune.database.close());

/** The officer of both communes. */
const ofBoth = () => commune.as('creditOfficer', { communeIds: [commune.communeId, commune.otherCommuneId] });

const overseen = (caller = ofBoth(), communeId?: TestCommune['communeId']) =>
  question(commune, caller, (context) => showOversight({ communeId }, context));

/** The tasks of a commune that the address of one of the numbers lists. */
async function listed(communeId: TestCommune['communeId'], state: 'late' | 'waiting') {
  return question(commune, ofBoth(), (context) => listTasksOfCommune({ communeId, state }, context));
}

/** Orders something in the other commune as its chair. */
async function orderedThere(dueOn: string): Promise<void> {
  const communeId = commune.otherCommuneId;
  const chair = commune.as('communeChair', { communeIds: [communeId] });
  const recipients = [{ seat: null, name: 'Ban công tác mặt trận' }];
  await command(commune, chair, (context) =>
    giveDirective({ communeId, directiveId: nextId(), ...ORDER, dueOn: day(dueOn), recipients }, context),
  );
}

describe('[GV127] what waits for bank and chair', () => {
  it('is nothing where nothing waits', async () => {
    expect(await overseen()).toEqual({
      ...{ today: '2026-12-01', waiting: 0, late: 0 },
      ...{ communes: [], latest: [] },
    });
  });

  it('is counted over all communes, those with most first, each number as its list has it', async () => {
    const { communeId, otherCommuneId } = commune;
    const reported = await taskOf(commune, as.head(), await ordered(commune));
    const said = { text: 'Đã rà soát', outcome: 'done' as const, doneOn: day('2026-12-01') };
    await command(commune, as.head(), (context) =>
      reportTask({ ...reported, ...said, eventId: nextId(), fileIds: [], records: [] }, context),
    );
    for (const dueOn of ['2026-12-08', '2026-12-06', '2026-12-07', '2026-12-09'])
      await ordered(commune, { dueOn: day(dueOn) });
    await orderedThere('2026-12-09');
    await orderedThere('2026-12-10');
    commune.clock.moveTo('2026-12-10T02:00:00Z');
    const { waiting, late, communes, latest } = await overseen();
    expect({ waiting, late, latest }).toEqual({ waiting: 1, late: 5, latest: [] });
    expect(communes).toEqual([
      { communeId, waiting: 1, late: 4 },
      { communeId: otherCommuneId, waiting: 0, late: 1 },
    ]);
    for (const counts of communes) {
      expect((await listed(counts.communeId, 'waiting')).total).toBe(counts.waiting);
      expect((await listed(counts.communeId, 'late')).total).toBe(counts.late);
    }
  });

  it('names the three longest late of one commune; of another commune nothing is told', async () => {
    const { communeId, otherCommuneId } = commune;
    const ofOne = await overseen(ofBoth(), communeId);
    expect(ofOne.communes.map((counts) => counts.communeId)).toEqual([communeId]);
    expect(ofOne.latest.map(({ dueOn }) => dueOn)).toEqual(['2026-12-06', '2026-12-07', '2026-12-08']);
    expect(await overseen(as.chair())).toEqual(ofOne);
    const refused = await runQuestion(commune.platform, { caller: as.chair() }, (context) =>
      showOversight({ communeId: otherCommuneId }, context as never),
    );
    expect(refused).toMatchObject({ refused: 'notFound' });
  });
});

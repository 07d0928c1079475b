import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { listBriefings } from './list-briefings.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { openBriefing } from './open-briefing.ts';
import { exportPaper } from './papers/export-paper.ts';
import { listPapers } from './papers/list-papers.ts';
import { numberPaper } from './papers/number-paper.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { opened, pointOf, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';

const REASON = 'Bão số 12 đổ bộ, đường vào xã ngập.\nTổ giao dịch không vào được.';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune?.database.close());

const officer = () => commune.as('creditOfficer');
const cancel = (
  within: TestBriefing,
  reason = REASON,
  by: Parameters<TestCommune['as']>[0] = 'creditOfficer',
) =>
  tryCommand(commune, commune.as(by), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason }, context),
  );
const begin = (within: TestBriefing, metOn?: BusinessDate) =>
  tryCommand(commune, officer(), (context) => openBriefing({ ...within, metOn }, context));
const close = (within: TestBriefing) =>
  tryCommand(commune, officer(), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
const list = () =>
  question(commune, officer(), (context) => listBriefings({ communeId: commune.communeId }, context));

describe('a briefing that is not held', () => {
  it('[GV109] is ended with the reason, once; the same person who sends it again has done it, another is told', async () => {
    const within = await prepared(commune, day('2026-11-23'));
    expect([await cancel(within), await cancel(within)]).toEqual([{}, {}]);
    expect(await shown(commune, within)).toMatchObject({
      state: 'cancelled',
      cancelled: { byName: PEOPLE.creditOfficer, at: '2026-11-23T01:00:00.000Z', reason: REASON },
    });
    const told = { heldOn: '23/11/2026', by: PEOPLE.creditOfficer };
    expect(await cancel(within, 'Lý do khác')).toMatchObject({ refused: 'briefingCancelled', data: told });
    expect(await cancel(within, REASON, 'officeDirector')).toMatchObject({ refused: 'briefingCancelled' });
  });

  it('[GV109] takes nothing more, has no papers and keeps the figures of its last moment', async () => {
    const within = await prepared(commune, day('2026-12-23'));
    await cancel(within);
    for (const refused of [
      await begin(within),
      await close(within),
      await tryCommand(commune, officer(), (context) =>
        addAttendee(
          {
            ...within,
            attendeeId: nextId(),
            part: 'other',
            seat: null,
            fullName: 'Khách',
            capacity: 'Khách',
          },
          context,
        ),
      ),
    ])
      expect(refused).toMatchObject({ refused: 'briefingCancelled', data: { heldOn: '23/12/2026' } });
    expect(await question(commune, officer(), (context) => listPapers(within, context))).toEqual({
      papers: [],
      minutes: null,
    });
    const paper = { ...within, kind: 'invitation', format: 'pdf', form: 'list' } as const;
    const refused = await tryCommand(commune, officer(), (context) => exportPaper(paper, context));
    expect(refused).toMatchObject({ refused: 'noPapersOfCancelled', data: { heldOn: '23/12/2026' } });
    const numbered = { ...within, kind: 'invitation', number: 7, issuedOn: day('2026-12-23') } as const;
    expect(await tryCommand(commune, officer(), (context) => numberPaper(numbered, context))).toMatchObject({
      refused: 'noPapersOfCancelled',
    });
    const figures = await question(commune, officer(), (context) => showBriefingFigures(within, context));
    expect(figures).toMatchObject({ fixedAt: '2026-12-23T01:00:00.000Z', other: null });
    expect((await shown(commune, within)).agenda.length).toBeGreaterThan(3);
  });

  it('[GV109] one that has begun or is closed is not ended so, and says what to do', async () => {
    const within = await opened(commune, day('2027-01-23'));
    expect(await cancel(within)).toMatchObject({
      refused: 'tooLateToCancel',
      data: { heldOn: '23/01/2027' },
    });
    await close(within);
    expect(await cancel(within)).toMatchObject({ refused: 'briefingClosed' });
  });

  it('[GV109] at once with its beginning, and twice at once, one of both is done and the other told', async () => {
    for (const month of ['02', '03', '04', '05']) {
      const within = await prepared(commune, day(`2027-${month}-23`));
      const outcomes = await Promise.all([
        begin(within),
        cancel(within),
        cancel(within, 'Mất điện', 'officeDirector'),
      ]);
      const { state } = await shown(commune, within);
      const refused = outcomes.filter(isRefusal).map((one) => one.refused);
      if (state === 'open') {
        expect(refused).toEqual(['tooLateToCancel', 'tooLateToCancel']);
        await close(within);
      } else {
        expect([state, refused]).toEqual(['cancelled', ['briefingCancelled', 'briefingCancelled']]);
      }
    }
  });

  it('[GV109] is prepared anew for its session, by two at once as one, and while another cancels it', async () => {
    const heldOn = day('2027-06-23');
    const pointCode = await pointOf(commune, heldOn);
    const prepare = () =>
      tryCommand(commune, officer(), (context) =>
        prepareBriefing({ communeId: commune.communeId, pointCode, heldOn }, context),
      );
    const first = await prepared(commune, heldOn);
    await cancel(first);
    expect((await list()).coming).toContainEqual(expect.objectContaining({ heldOn, canPrepare: true }));
    expect((await shown(commune, first)).cancelled?.preparedAnew).toBeNull();
    const [one, two] = await Promise.all([prepare(), prepare()]);
    expect(one).toEqual(two);
    const { briefingId } = one as { briefingId: Id };
    expect(briefingId).not.toBe(first.briefingId);
    expect((await shown(commune, first)).cancelled?.preparedAnew).toBe(briefingId);
    const states = (await list()).briefings.filter((row) => row.heldOn === heldOn);
    expect(states.map(({ state, cancelReason }) => [state, cancelReason])).toEqual([
      ['preparing', null],
      ['cancelled', REASON],
    ]);
    const again = { communeId: commune.communeId, briefingId };
    const [cancelled, prepares] = await Promise.all([cancel(again), Promise.all([prepare(), prepare()])]);
    expect([cancelled, prepares.filter(isRefusal)]).toEqual([{}, []]);
  });

  it('[GV109] stays where it was when the calendar changes, and is never the briefing before another', async () => {
    const held = await opened(commune, day('2027-07-23'));
    await close(held);
    const storm = await prepared(commune, day('2027-08-23'));
    await cancel(storm);
    await command(commune, officer(), (context) =>
      onCalendarChanged.handle({ communeId: commune.communeId }, context).then(() => ({})),
    );
    expect(await shown(commune, storm)).toMatchObject({ state: 'cancelled', heldOn: '2027-08-23' });
    const next = await prepared(commune, day('2027-09-23'));
    expect((await shown(commune, next)).before).toMatchObject({ briefingId: held.briefingId });
    await cancel(next);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeAttendee } from './remove-attendee.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { settleConclusion } from './settle-conclusion.ts';
import { CONCLUSION, opened, shown } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

it('[GV8] [GV97] two people changing one line: both versions stay, a person chooses; who chooses otherwise then is told who was first', async () => {
  const within = await opened(commune);
  const conclusionId = nextId();
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, conclusionId }, context),
  );
  const change = (role: 'creditOfficer' | 'communeChair', text: string, baseVersion: number) =>
    command(commune, commune.as(role), (context) =>
      changeConclusion(
        { ...within, ...CONCLUSION, conclusionId, baseVersion, changeId: nextId(), text },
        context,
      ),
    );
  const outcomes = await Promise.all([
    change('creditOfficer', 'Mời hộ làm việc ngày 25', 1),
    change('communeChair', 'Mời hộ làm việc ngày 26', 1),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'conflict']);
  const line = (await shown(commune, within)).conclusions.find((one) => one.conclusionId === conclusionId);
  const texts = [line?.text, line?.others[0]?.text].sort();
  expect(texts).toEqual(['Mời hộ làm việc ngày 25', 'Mời hộ làm việc ngày 26']);
  const versionId = line?.others[0]?.versionId;
  if (!versionId) throw new Error('no other version');
  const early = await tryCommand(commune, officer(), (context) =>
    removeConclusion({ ...within, conclusionId, baseVersion: 2 }, context),
  );
  expect(early).toMatchObject({ refused: 'conclusionInConflict' });
  const other = nextId();
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, conclusionId: other }, context),
  );
  const besides = await tryCommand(commune, officer(), (context) =>
    removeConclusion({ ...within, conclusionId: other, baseVersion: 1 }, context),
  );
  expect(besides, 'a line beside the one in two versions').toEqual({});
  const unseen = await tryCommand(commune, officer(), (context) =>
    settleConclusion({ ...within, conclusionId, versionId, keep: 'standing', baseVersion: 1 }, context),
  );
  expect(unseen).toMatchObject({ refused: 'lineChanged' });
  await command(commune, officer(), (context) =>
    settleConclusion({ ...within, conclusionId, versionId, keep: 'other', baseVersion: 2 }, context),
  );
  const settled = (await shown(commune, within)).conclusions.find((one) => one.conclusionId === conclusionId);
  expect(settled).toMatchObject({ text: line?.others[0]?.text, others: [], version: 3 });
  const { rows } = await commune.database.owner.query(
    'select state from governance.conclusion_version where id = $1',
    [versionId],
  );
  expect(rows).toEqual([{ state: 'chosen' }]);
  const otherwise = await tryCommand(commune, commune.as('communeChair'), (context) =>
    settleConclusion({ ...within, conclusionId, versionId, keep: 'standing', baseVersion: 2 }, context),
  );
  const choice = `lấy bản của ${line?.others[0]?.writtenByName}`;
  expect(otherwise, '[GV97]').toMatchObject({
    refused: 'versionChosen',
    data: { by: PEOPLE.creditOfficer, choice },
  });
});

it('[GV8] [GV119] a line taken out is told with its name; a change of it brings it back', async () => {
  const within = await opened(commune, day('2027-02-23'));
  const conclusionId = nextId();
  const line = { ...within, ...CONCLUSION, dueOn: null, conclusionId };
  await command(commune, officer(), (context) => addConclusion(line, context));
  const remove = (baseVersion: number) =>
    tryCommand(commune, officer(), (context) =>
      removeConclusion({ ...within, conclusionId, baseVersion }, context),
    );
  expect(await remove(2), 'as it was not seen').toMatchObject({ refused: 'lineChanged' });
  expect(await remove(1)).toEqual({});
  const without = await shown(commune, within);
  expect(without.conclusions.some((one) => one.conclusionId === conclusionId)).toBe(false);
  expect(without.takenOut).toMatchObject([{ conclusionId, byName: PEOPLE.creditOfficer }]);
  await command(commune, commune.as('communeChair'), (context) =>
    changeConclusion({ ...line, text: 'Vẫn cần làm', baseVersion: 1, changeId: nextId() }, context),
  );
  const { conclusions, takenOut } = await shown(commune, within);
  expect(takenOut).toEqual([]);
  expect(conclusions.find((one) => one.conclusionId === conclusionId)).toMatchObject({
    text: 'Vẫn cần làm',
    writtenByName: PEOPLE.communeChair,
  });
});

/** A briefing of its own with a line that was taken out, and what measures it, each time by no figures. */
async function takenOut(heldOn: string, { isMeasured }: { readonly isMeasured: boolean }) {
  const within = await opened(commune, day(heldOn));
  const conclusionId = nextId();
  const measure = (baseVersion: number) =>
    tryCommand(commune, commune.as('communeChair'), (context) =>
      measureConclusion({ ...within, conclusionId, baseVersion, measuredBy: null }, context),
    );
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, dueOn: null, conclusionId }, context),
  );
  if (isMeasured) await measure(1);
  await command(commune, officer(), (context) =>
    removeConclusion({ ...within, conclusionId, baseVersion: isMeasured ? 2 : 1 }, context),
  );
  return { within, conclusionId, measure };
}

it('[GV119] by which figures a line that was taken out is told brings it back, unless it changed before', async () => {
  const { within, conclusionId, measure } = await takenOut('2026-12-23', { isMeasured: false });
  expect(await measure(2)).toMatchObject({ refused: 'lineChanged' });
  expect(await measure(1)).toMatchObject({ version: 2 });
  const { conclusions, takenOut: out } = await shown(commune, within);
  expect(conclusions.map((one) => one.conclusionId)).toContain(conclusionId);
  expect(out).toEqual([]);
});

it('[GV93] [GV119] a line that was measured and then taken out is not answered as measured, and stays out', async () => {
  const { within, conclusionId, measure } = await takenOut('2027-01-23', { isMeasured: true });
  expect(await measure(1)).toMatchObject({ refused: 'lineChanged' });
  expect((await shown(commune, within)).takenOut).toMatchObject([{ conclusionId }]);
});

it('[GV119] who was taken off the list is told with the name of who did it; what is told of them brings them back to their place', async () => {
  const within = await opened(commune);
  const before = (await shown(commune, within)).attendees;
  const [first] = before;
  if (!first) throw new Error('nobody is asked');
  const { attendeeId } = first;
  const tell = (baseVersion: number, presence: 'absent' | 'present') =>
    tryCommand(commune, commune.as('communeChair'), (context) =>
      recordAttendance(
        { ...within, attendeeId, presence, deputyName: null, note: null, baseVersion },
        context,
      ),
    );
  const takeOff = () =>
    command(commune, officer(), (context) => removeAttendee({ ...within, attendeeId }, context));
  await takeOff();
  const { attendees, takenOff } = await shown(commune, within);
  expect(attendees).toHaveLength(before.length - 1);
  expect(takenOff).toMatchObject([
    { attendeeId, fullName: first.fullName, byName: PEOPLE.creditOfficer, version: 1 },
  ]);
  expect(await tell(1, 'absent')).toEqual({});
  const back = await shown(commune, within);
  expect(back.takenOff).toEqual([]);
  expect(back.attendees[0]).toMatchObject({ attendeeId, presence: 'absent', version: 2 });
  await takeOff();
  expect(await tell(1, 'present')).toEqual({});
  expect(await tell(1, 'absent')).toMatchObject({ refused: 'attendanceChanged' });
});

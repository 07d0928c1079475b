import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { CONCLUSION, opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { writeAgenda } from './write-agenda.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

const GUEST = { part: 'other', seat: null, fullName: 'Khách mời (mẫu)', capacity: 'Trạm y tế' } as const;

let commune: TestCommune;
let within: TestBriefing;
let attendeeId: Id;
beforeAll(async () => {
  commune = await givenCommune();
  within = await opened(commune);
  attendeeId = (await shown(commune, within)).attendees[0]?.attendeeId ?? nextId();
}, 60_000);
afterAll(() => commune.database.close());

type Handling<T> = Parameters<typeof tryCommand<T>>[2];
const press = <T>(handling: Handling<T>) => tryCommand(commune, commune.as('creditOfficer'), handling);

const ids = {
  line: nextId(),
  change: nextId(),
  removed: nextId(),
  guest: nextId(),
  item: nextId(),
  point: nextId(),
};
const POINT = { key: 'moved-to-overdue', preparedText: 'Câu máy.', isDropped: false, baseVersion: 0 };
const AGENDA = { kind: 'conclusions', title: 'Kết luận', minutes: 10, note: null } as const;

/** What is written in the meeting, as it may be sent once more after its answer was lost. */
const WRITTEN: Record<string, (word?: string) => Promise<unknown>> = {
  'a conclusion': (text = CONCLUSION.text) =>
    press((context) => addConclusion({ ...within, ...CONCLUSION, text, conclusionId: ids.line }, context)),
  'a change of it': (text = 'Mời hộ làm việc lần 4') =>
    press((context) =>
      changeConclusion(
        { ...within, ...CONCLUSION, text, conclusionId: ids.line, baseVersion: 1, changeId: ids.change },
        context,
      ),
    ),
  'a person': (capacity = GUEST.capacity) =>
    press((context) => addAttendee({ ...within, ...GUEST, capacity, attendeeId: ids.guest }, context)),
  'a presence': (note = 'đi họp tỉnh') =>
    press((context) =>
      recordAttendance(
        { ...within, attendeeId, presence: 'excused', deputyName: null, note, baseVersion: 1 },
        context,
      ),
    ),
  'a point': (ownText = 'Câu của tôi.') =>
    press((context) => writeTalkingPoint({ ...within, ...POINT, ownText, changeId: ids.point }, context)),
  'the agenda': (title = AGENDA.title) =>
    press((context) =>
      writeAgenda({ ...within, items: [{ ...AGENDA, title, itemId: ids.item }], baseVersion: 1 }, context),
    ),
};

describe('[GV93] sent once more after its answer was lost', () => {
  it.each(Object.keys(WRITTEN))(
    '%s: it is done, changes nothing, and stands for no other words',
    async (what) => {
      const write = WRITTEN[what];
      expect(await write?.()).not.toHaveProperty('refused');
      const { revision } = await shown(commune, within);
      expect(await write?.()).not.toHaveProperty('refused');
      expect((await shown(commune, within)).revision).toBe(revision);
      const refused = { 'a presence': 'attendanceChanged', 'the agenda': 'agendaChanged' }[what] ?? 'idTaken';
      expect(await write?.('Lời khác')).toMatchObject({ refused });
    },
  );

  it('a line that another has changed meanwhile was added all the same', async () => {
    expect(await WRITTEN['a conclusion']?.()).toEqual({ version: 2 });
  });

  it('[GV105] after another has closed the meeting it is not told as missing in the minutes; what they do not have is', async () => {
    const removed = { ...within, ...CONCLUSION, text: 'Bỏ ra trước khi kết thúc', conclusionId: ids.removed };
    await press((context) => addConclusion(removed, context));
    await press((context) =>
      removeConclusion({ ...within, conclusionId: ids.removed, baseVersion: 1 }, context),
    );
    const closed = await tryCommand(commune, commune.as('officeDirector'), (context) =>
      closeBriefing({ ...within, withoutConclusions: false }, context),
    );
    expect(closed).not.toHaveProperty('refused');
    for (const write of Object.values(WRITTEN)) {
      expect(await write()).not.toHaveProperty('refused');
      expect(await write('Lời khác')).toMatchObject({ refused: 'briefingClosed' });
    }
    const back = { ...removed, baseVersion: 1, changeId: nextId() };
    expect(await press((context) => changeConclusion(back, context))).toMatchObject({
      refused: 'briefingClosed',
    });
  });
});

it('[GV119] a line that was taken out does not come back as the 501st, be it changed or measured', async () => {
  const full = await opened(commune, day('2026-12-23'));
  const removed = { ...full, ...CONCLUSION, dueOn: null, conclusionId: nextId() };
  await press((context) => addConclusion(removed, context));
  await press((context) =>
    removeConclusion({ ...full, conclusionId: removed.conclusionId, baseVersion: 1 }, context),
  );
  await commune.database.owner.query(
    `insert into governance.conclusion (commune_id, id, briefing_id, position, text, written_by_name, written_at)
     select $1, gen_random_uuid(), $2, n, 'Việc ' || n, 'Người ghi (mẫu)', now() from generate_series(2, 501) n`,
    [full.communeId, full.briefingId],
  );
  const back = { ...removed, baseVersion: 1, changeId: nextId() };
  expect(await press((context) => changeConclusion(back, context))).toMatchObject({
    refused: 'tooManyLines',
  });
  const { conclusionId } = removed;
  const measured = { ...full, conclusionId, baseVersion: 1, measuredBy: null };
  expect(await press((context) => measureConclusion(measured, context))).toMatchObject({
    refused: 'tooManyLines',
  });
});

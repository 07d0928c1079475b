import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listInvitations } from './list-invitations.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { numberPaper } from './papers/number-paper.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { reportTask } from './report-task.ts';
import { atOnce, somebodyElse } from './testing/at-once.ts';
import { closed, opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { inviting, recipientNamed, WITH_MAIL } from './testing/given-mail.ts';
import { callers, REPORT, tasksOf } from './testing/given-tasks.ts';
import { closedAnyhow, given, raised } from './testing/raised-difficulties.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune?.database.close());

const cancel = (within: TestBriefing) =>
  tryCommand(commune, as.officer(), (context) =>
    cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context),
  );

it('[GV66] [GV68] slips of two briefings numbered at once: the later sees the numbers of the first, which begin elsewhere', async () => {
  const owners = ['Ban giảm nghèo', 'Ban dân số', 'Ban khuyến nông'];
  const [january, february] = [
    await closed(commune, '2027-01-23', owners),
    await closed(commune, '2027-02-23', owners),
  ];
  const number = (within: TestBriefing, first: number) =>
    [
      as.officer(),
      (context: Parameters<typeof numberPaper>[1]) =>
        numberPaper({ ...within, kind: 'assignment', number: first, issuedOn: day('2027-02-24') }, context),
    ] as const;
  const taken = { refused: 'paperNumberTaken', data: { number: 7 } };
  expect(await atOnce(commune, number(january, 5), number(february, 7))).toMatchObject([{}, taken]);
});

it('[GV116] of two who tell somebody at once the first is kept', async () => {
  const within = await prepared(commune, day('2027-03-23'));
  const desk = inviting(commune, within);
  const { attendeeId, fullName: toName } = await desk.person('Trần Thị Mai');
  await desk.print([attendeeId]);
  expect(await cancel(within)).toEqual({});
  const tell = (context: Parameters<typeof recordToldInPerson>[1]) =>
    recordToldInPerson({ ...within, attendeeId, toName, isTold: true }, context);
  expect(await atOnce(commune, [as.officer(), tell], [as.director(), tell])).toEqual([{}, {}]);
  const { recipients } = await question(commune, as.officer(), (context) =>
    listInvitations(WITH_MAIL)(within, context),
  );
  const { cancellation } = recipientNamed(recipients, 'Trần Thị Mai');
  expect(cancellation).toMatchObject({ state: 'told', toldByName: PEOPLE.creditOfficer });
});

it('[GV120] [GV109] a meeting is closed while the next is said not to be held: both end, and nothing unanswered is lost', async () => {
  // Prepared later for an earlier day: by their days and by their ids the two stand in different orders.
  const next = await prepared(commune, day('2027-05-23'));
  const within = await opened(commune, day('2027-04-23'));
  const difficultyId = await raised(commune, within, { text: 'Cầu treo hỏng' });
  const answerer = await somebodyElse(commune);
  await answerer.does('select from governance.difficulty where id = $1 for update', [difficultyId]);
  const closing = closedAnyhow(commune, within);
  await answerer.isWaitedFor();
  const cancelling = cancel(next);
  await answerer.isWaitedFor(2);
  await answerer.ends();
  expect(await closing).toMatchObject({ minutesYear: 2027 });
  expect(await cancelling).toEqual({});
  expect(await cancel(within)).toMatchObject({ refused: 'briefingClosed' });
  const { difficulties } = await question(commune, as.officer(), (context) =>
    listWaitingDifficulties({ communeId: commune.communeId }, context),
  );
  expect(difficulties.map(({ text }) => text)).toEqual(['Cầu treo hỏng']);
});

it('[GV125] a report is accepted while somebody has its difficulty in hand: both end', async () => {
  const within = await opened(commune, day('2027-06-23'));
  const difficultyId = await raised(commune, within, { text: 'Hộ khóa cửa' });
  const police = { seat: 'communePolice', name: `${PEOPLE.communePolice}, Công an xã` };
  await given(commune, difficultyId, { ...police, dueOn: day('2027-06-30') });
  await closedAnyhow(commune, within);
  const [asked] = (await tasksOf(commune, as.police())).tasks;
  const task = { communeId: commune.communeId, taskId: asked?.taskId ?? nextId() };
  await command(commune, as.police(), (context) =>
    reportTask({ ...task, ...REPORT, doneOn: day('2027-06-23'), eventId: nextId() }, context),
  );
  const answerer = await somebodyElse(commune);
  await answerer.does('select from governance.briefing where id = $1 for update', [within.briefingId]);
  const accepting = tryCommand(commune, as.chair(), (context) =>
    acceptTask({ ...task, eventId: nextId(), baseVersion: 2 }, context),
  );
  await answerer.isWaitedFor();
  // An answer goes on to the difficulty's row: were that locked already, each would wait for the other.
  await answerer.does('select from governance.difficulty where id = $1 for update', [difficultyId]);
  await answerer.ends();
  expect(await accepting).toEqual({ version: 3 });
  const { difficulties } = await shown(commune, within);
  const closedWith = { state: 'answered', answer: REPORT.text };
  expect(difficulties.find((one) => one.difficultyId === difficultyId)).toMatchObject(closedWith);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { closeBriefing } from './close-briefing.ts';
import { selectMinutes } from './db/minutes.ts';
import type { Minutes } from './domain/minutes.ts';
import type { PaperKind } from './domain/papers/paper-kinds.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { recordAttendance } from './record-attendance.ts';
import { CONCLUSION, meetAt, opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';

const PLACE = 'Nhà văn hóa thôn Ngọc Phước 1';
const POLICE = { seat: 'communePolice', name: PEOPLE.communePolice };

let commune: TestCommune;
let within: TestBriefing;
/** Group leaders, by how they came. */
let leaders: Readonly<Record<'late' | 'deputy' | 'excused', string>>;
let content: Minutes;

const officer = () => commune.as('creditOfficer');

beforeAll(async () => {
  commune = await givenCommune();
  await meetAt(commune, PLACE);
  within = await opened(commune);
  leaders = await attended();
  await concluded();
  await raised('Máy chiếu hỏng', (difficultyId) =>
    command(commune, officer(), (context) =>
      answerDifficulty(
        {
          communeId: within.communeId,
          difficultyId,
          answer: 'Mượn máy của trường',
          contactId: null,
          found: null,
        },
        context,
      ),
    ),
  );
  await raised('Chưa rõ nơi ở của hộ', (difficultyId) =>
    command(commune, officer(), (context) =>
      giveDifficulty(
        {
          ...{ communeId: within.communeId, difficultyId, baseVersion: 1 },
          ...{ ...POLICE, dueOn: day('2026-12-08') },
        },
        context,
      ),
    ),
  );
  await command(commune, officer(), (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context),
  );
  const minutes = await question(commune, officer(), async ({ tx }) =>
    selectMinutes(tx, within.communeId, within.briefingId),
  );
  if (!minutes) throw new Error('closing fixed no minutes');
  content = minutes.content;
}, 60_000);
afterAll(() => commune.database.close());

/** No head of an association came; of the group leaders one late, one by a deputy, one excused. */
async function attended(): Promise<typeof leaders> {
  const { attendees } = await shown(commune, within);
  const said = (
    attendeeId: Id,
    told: Pick<Parameters<typeof recordAttendance>[0], 'presence' | 'deputyName' | 'note'>,
  ) =>
    command(commune, officer(), (context) =>
      recordAttendance({ ...within, attendeeId, baseVersion: 1, ...told }, context),
    );
  for (const { attendeeId, part } of attendees)
    if (part === 'associationHead')
      await said(attendeeId, { presence: 'absent', deputyName: null, note: null });
  const [late, deputy, excused] = attendees.filter(({ part }) => part === 'groupLeader');
  if (!late || !deputy || !excused) throw new Error('the sample has no three group leaders');
  await said(late.attendeeId, { presence: 'late', deputyName: null, note: 'xe hỏng' });
  await said(deputy.attendeeId, { presence: 'deputy', deputyName: 'Lê Thị Thay (mẫu)', note: null });
  await said(excused.attendeeId, { presence: 'excused', deputyName: null, note: 'đi viện' });
  return { late: late.fullName, deputy: deputy.fullName, excused: excused.fullName };
}

async function concluded(): Promise<void> {
  const line = { ...CONCLUSION, dueOn: day('2026-12-04'), conclusionId: nextId() };
  await command(commune, officer(), (context) => addConclusion({ ...within, ...line }, context));
}

async function raised(text: string, then: (difficultyId: Id) => Promise<unknown>): Promise<void> {
  const difficultyId = nextId();
  const about = { about: 'matter' as const, householdId: null, personId: null, contractNo: null };
  await command(commune, officer(), (context) =>
    raiseDifficulty(
      { ...within, ...about, difficultyId, groupCode: null, text, saidBy: 'Đỗ Hữu Sơn (mẫu)' },
      context,
    ),
  );
  await then(difficultyId);
}

/** The words of a paper of the closed meeting. */
async function wordsOf(kind: PaperKind): Promise<string> {
  const papers = await question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    return isRefusal(sources) ? sources : writePapers(sources, kind, 'list');
  });
  return JSON.stringify(papers).replaceAll('\u00a0', ' ');
}

it('[GV10] [GV4] closing fixes where people met, who came how, by whom and why not, and which compulsory part was not there', async () => {
  expect(content.point.place).toBe(PLACE);
  expect(content.missingParts).toEqual(['associationHead']);
  const came = (name: string) => content.attendees.find(({ fullName }) => fullName === name);
  expect(came(leaders.late)).toMatchObject({ presence: 'late', deputyName: null, note: 'xe hỏng' });
  expect(came(leaders.deputy)).toMatchObject({ presence: 'deputy', deputyName: 'Lê Thị Thay (mẫu)' });
  expect(came(leaders.excused)).toMatchObject({ presence: 'excused', note: 'đi viện' });
});

it('[GV10] closing fixes conclusions and difficulties with their owners and days', async () => {
  expect(content.conclusions).toMatchObject([
    { text: CONCLUSION.text, ownerName: CONCLUSION.ownerName, dueOn: '2026-12-04' },
  ]);
  expect(content.difficulties).toMatchObject([
    {
      ...{ text: 'Máy chiếu hỏng', raisedByName: 'Đỗ Hữu Sơn (mẫu)', answer: 'Mượn máy của trường' },
      ...{ answeredByName: PEOPLE.creditOfficer, dueOn: null },
    },
    { text: 'Chưa rõ nơi ở của hộ', givenName: POLICE.name, dueOn: '2026-12-08', answer: null },
  ]);
});

it('[GV65] the papers say what was fixed: place, who was late, deputies, reasons, what was missing, days', async () => {
  const minutes = await wordsOf('minutes');
  expect(minutes).toContain(`tại ${PLACE},`);
  expect(minutes).toMatch(new RegExp(`Đến muộn: .{1,40}${leaders.late.replace(/[()]/g, '\\$&')}`));
  expect(minutes).toContain(`Lê Thị Thay (mẫu) thay ${leaders.deputy}`);
  expect(minutes).toMatch(/Vắng có lý do.*\(đi viện\)/);
  expect(minutes).toMatch(/Thành phần bắt buộc không có người dự.{1,40}[Hh]ội/);
  expect(minutes).toContain('04/12/2026');
  expect(minutes).toContain(`Giao ${POLICE.name}`);
  expect(minutes).toContain('hạn 08/12/2026');
  expect(await wordsOf('conclusions')).toContain('04/12/2026');
  const slips = await wordsOf('assignment');
  expect(slips).toContain('04/12/2026');
  expect(slips).toContain('08/12/2026');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { formatInteger } from '../../kernel/money.ts';
import { dropZeros, formatMillions } from '../../kernel/quantity.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Paper } from '../documents/index.ts';
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
import { figuresOf } from './testing/given-figures.ts';

const PLACE = 'Nhà văn hóa thôn Ngọc Phước 1';
const POLICE = { seat: 'communePolice', name: PEOPLE.communePolice };

let commune: TestCommune;
let within: TestBriefing;
/** Group leaders, by how they came. */
let leaders: Readonly<Record<'late' | 'deputy' | 'excused', string>>;
let content: Minutes;
/** As the page shows them to the meeting. */
let figures: Awaited<ReturnType<typeof figuresOf>>;

const officer = () => commune.as('creditOfficer');

beforeAll(async () => {
  commune = await givenCommune();
  await meetAt(commune, PLACE);
  await frozenInPart();
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
  figures = await figuresOf(commune, within);
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

/** The sample office has no frozen debts: a tenth of what is in term becomes that. */
async function frozenInPart(): Promise<void> {
  await commune.database.owner.query(
    'update portfolio.figure set frozen_vnd = in_term_vnd / 10, in_term_vnd = in_term_vnd - in_term_vnd / 10 where commune_id = $1',
    [commune.communeId],
  );
}

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

function papersOf(kind: PaperKind): Promise<Paper[]> {
  return question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    return isRefusal(sources) ? sources : writePapers(sources, kind, 'list');
  });
}

/** The words of a paper of the closed meeting. */
async function wordsOf(kind: PaperKind): Promise<string> {
  const papers = await papersOf(kind);
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

type PartShown = (typeof figures.associations)[number];

/** What minutes keep of a part. */
function keptOf({
  key,
  name,
  inactiveLoans,
  ...part
}: PartShown): Minutes['figures']['associations'][number] {
  const change = part.outstandingChangeVnd;
  return {
    ...{ key, name, inactiveLoans },
    outstandingVnd: Number(part.outstandingVnd),
    outstandingChangeVnd: change === null ? null : Number(change),
    overdueVnd: Number(part.overdueVnd),
    frozenVnd: Number(part.frozenVnd),
    unpaidInterestVnd: Number(part.unpaidInterestVnd),
    interestMonthVnd: Number(part.interestMonthVnd),
  };
}

/** Each column: one in which all parts had nothing would hold nothing. */
const FIGURES = [
  ...(['outstandingVnd', 'outstandingChangeVnd', 'overdueVnd', 'frozenVnd'] as const),
  ...(['unpaidInterestVnd', 'interestMonthVnd', 'inactiveLoans'] as const),
];

const millions = (amountVnd: bigint) => formatMillions(amountVnd, 1);

/** The cells that tables of papers have for a part. */
function cellsOf({ outstandingChangeVnd: change, ...part }: PartShown): string[] {
  return [
    ...[millions(part.outstandingVnd), change === null ? '-' : millions(change), millions(part.overdueVnd)],
    ...[millions(part.frozenVnd), millions(part.unpaidInterestVnd), formatInteger(part.inactiveLoans)],
  ];
}

it('[GV10] [GV19] closing fixes of the commune, each association and each group every figure that the page showed', () => {
  const { total, associations, groups } = content.figures;
  const shownThen = [ofCommune(), ...figures.associations, ...figures.groups].map(keptOf);
  expect(FIGURES.filter((figure) => shownThen.every((part) => part[figure] === 0))).toEqual([]);
  expect([total, ...associations, ...groups]).toEqual(shownThen);
});

it.each(['minutes', 'conclusions'] as const)(
  '[GV65] [GV19] the %s print the figures that the page showed, in their tables and in their sentence',
  async (kind) => {
    const [paper] = await papersOf(kind);
    const tables = (paper?.body ?? []).flatMap((block) => (block.block === 'table' ? [block] : []));
    const rows = tables.flatMap((table) => table.rows);
    const parts = kind === 'minutes' ? [...figures.associations, ...figures.groups] : figures.associations;
    for (const part of parts)
      expect(rows).toContainEqual([expect.anything(), expect.stringContaining(part.name), ...cellsOf(part)]);
    const total = ofCommune();
    const totals = tables.flatMap((table) => (table.total ? [table.total.slice(1)] : []));
    expect(totals).toEqual((kind === 'minutes' ? [1, 2] : [1]).map(() => cellsOf(total)));
    const words = await wordsOf(kind);
    const million = (amountVnd: bigint) => `${dropZeros(millions(amountVnd))} triệu đồng`;
    expect(words).toContain(
      `; quá hạn ${million(total.overdueVnd)}; nợ khoanh ${million(total.frozenVnd)}; tỷ lệ`,
    );
    expect(words).toContain(
      `; lãi tồn ${million(total.unpaidInterestVnd)}; thu lãi trong tháng ${million(total.interestMonthVnd)}.`,
    );
  },
);

function ofCommune(): PartShown {
  if (!figures.total) throw new Error('the commune has no figures');
  return figures.total;
}

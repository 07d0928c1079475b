import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { type Paper, renderDocx, renderPdf } from '../src/modules/documents/index.ts';
import { writeBriefingPack } from '../src/modules/governance/index.ts';
import type { Caller } from '../src/platform/caller.ts';
import { type Platform, runQuestion } from '../src/platform/command.ts';
import { settle } from './copy-rows.ts';
import { type BenchServer, FIRST, openBenchPlatform } from './databases.ts';
import type { Book } from './figures.ts';
import { median, p95, progress, timed } from './measuring.ts';
import { OFFICE_ID, officeCaller } from './office.ts';
import { DATA_DATE } from './office-files.ts';
import { signInReaders } from './page-figures.ts';
import { type Served, serve } from './served.ts';

const NAME = 'papers';
const HELD_ON = '2026-11-03';
/** The groups of the commune that is promised for; the one that comes nearest is measured. */
const GROUPS = 60;
const REPETITIONS = 20;
const PACKS = 100;
/** Packs printed, and askings alone, in one turn. */
const ROUND = 10;
const PAUSE_MS = 50;

/** A briefing of each commune: where it is, and how many groups the commune has. */
type Briefing = { readonly communeId: Id; readonly briefingId: Id; readonly groups: number };

/** The papers of briefings over the published month: a pack prepared, its minutes printed, and a hundred packs beside a page. */
export async function measurePapers(server: BenchServer, book: Book): Promise<void> {
  await server.copyDatabase(FIRST, NAME);
  const superuser = await server.connectSuperuser(NAME);
  const briefings = await addBriefings(superuser);
  await settle(superuser);
  await superuser.end();
  const { platform, database } = openBenchPlatform(server.addressOf(NAME));
  const world = { platform, caller: await officeCaller(platform), briefings };
  const served = await serve(server, NAME);
  const [nearest] = briefings;
  if (!nearest) throw new Error('no commune has a group');
  const { chair } = await signInReaders(served, { communeId: nearest.communeId, officeId: OFFICE_ID });
  const month = () => served.get(`/portfolio/communes/${nearest.communeId}/month`, chair);
  await measurePack(world, book, month);
  await measureMinutes(world, book);
  await measureQueue(world, book, month);
  await served.close();
  await database.close();
  await server.dropDatabase(NAME);
}

type World = {
  readonly platform: Platform;
  readonly caller: Caller;
  readonly briefings: readonly Briefing[];
};
type MonthPage = () => ReturnType<Served['get']>;

/** Reads and writes a pack as the command line does, without printing it. */
async function packOf({ platform, caller, briefings }: World, n = 0) {
  const { communeId, briefingId } = briefings[n % briefings.length] as Briefing;
  const pack = await runQuestion(platform, { caller }, (context) =>
    writeBriefingPack(context, { communeId, briefingId }),
  );
  if (isRefusal(pack)) throw new Error(pack.refused);
  return pack;
}

async function measurePack(world: World, book: Book, month: MonthPage): Promise<void> {
  const groups = world.briefings[0]?.groups ?? 0;
  progress(`papers: the pack of a commune of ${groups} groups`);
  const packs: number[] = [];
  const pages: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    packs.push((await timed(() => packOf(world))).ms);
    pages.push((await month()).ms);
  }
  book.add({
    what: `briefing pack of ${groups} groups, prepared from positions`,
    unit: 'ms',
    value: median(packs.slice(2)),
    yardstick: { what: 'month page of the commune, asked in between', value: median(pages.slice(2)) },
    goal: { of: 'value', atMost: 300 },
    note: `median of ${REPETITIONS}, p95 ${p95(packs).toFixed(0)} ms; all five papers and ${groups} invitations, not printed`,
  });
}

async function measureMinutes(world: World, book: Book): Promise<void> {
  const { papers } = await packOf(world);
  const minutes = papers.find(({ kind }) => kind === 'minutes')?.papers[0];
  if (!minutes) throw new Error('no minutes in the pack');
  progress('papers: the minutes of that commune');
  const pdf: number[] = [];
  const docx: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    // No two alike: what was set before helps with none of the head.
    const paper = { ...ofPromisedSize(minutes), abstract: `${minutes.abstract} ${i}` };
    pdf.push((await timed(() => renderPdf(paper))).ms);
    docx.push((await timed(() => renderDocx(paper))).ms);
  }
  const formats = [
    ['PDF, warm', pdf, 150],
    ['DOCX', docx, 300],
  ] as const;
  for (const [format, times, atMost] of formats)
    book.add({
      what: `minutes of ${GROUPS} groups as ${format}`,
      unit: 'ms',
      value: median(times),
      yardstick: { what: 'the same in the other format', value: median(format === 'DOCX' ? pdf : docx) },
      goal: { of: 'value', atMost },
      note: `median of ${REPETITIONS}, from the published figures`,
    });
}

/** The minutes with the first groups of their table: communes of the bench have twice as many. */
function ofPromisedSize(minutes: Paper): Paper {
  const body = minutes.body.map((block) =>
    block.block === 'table' ? { ...block, rows: block.rows.slice(0, GROUPS) } : block,
  );
  return { ...minutes, body };
}

async function measureQueue(world: World, book: Book, month: MonthPage): Promise<void> {
  progress(`papers: ${PACKS} packs in a queue, a page beside them`);
  const alone: number[] = [];
  const beside: number[] = [];
  let printingMs = 0;
  // Alone and beside in turn, so that whatever else the machine does is shared by both.
  for (let first = 0; first < PACKS; first += ROUND) {
    for (let i = 0; i < ROUND; i++) alone.push((await month()).ms);
    const { ms } = await timed(() => printRound(world, first, { month, beside }));
    printingMs += ms;
  }
  book.add({
    what: `month page beside ${PACKS} packs in a queue, median`,
    unit: 'ms',
    value: median(beside),
    yardstick: { what: 'the same page alone, in between', value: median(alone) },
    goal: { of: 'ratio', atMost: 1.5 },
    note: `${PACKS} packs in ${(printingMs / 1000).toFixed(0)} s; p95 ${p95(alone).toFixed(0)} → ${p95(beside).toFixed(0)} ms, ${beside.length} askings`,
  });
}

/** Prints some packs one after another, and asks for the page again and again meanwhile. */
async function printRound(
  world: World,
  first: number,
  { month, beside }: { readonly month: MonthPage; readonly beside: number[] },
): Promise<void> {
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      beside.push((await month()).ms);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  })();
  for (let n = first; n < first + ROUND; n++) for await (const _ of (await packOf(world, n)).print());
  isOver = true;
  await asking;
}

/** An open briefing for every commune with groups, its group leaders invited; the one nearest to the promised size first. */
async function addBriefings(superuser: pg.Client): Promise<Briefing[]> {
  const { rows } = await superuser.query<Briefing>(
    `with counted as (
       select commune_id, count(distinct group_code)::integer as groups from portfolio.position
       where data_date = '${DATA_DATE}' and group_code <> '' group by 1
     ), written as (
       insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state,
                                        prepared_at, opened_at)
       select commune_id, gen_random_uuid(), 'P', 'Điểm', '{}', '${HELD_ON}', '${HELD_ON}', 'open', now(), now() from counted
       returning commune_id, id
     )
     select commune_id as "communeId", id as "briefingId", groups from written join counted using (commune_id)
     order by abs(groups - ${GROUPS}), commune_id`,
  );
  await superuser.query(
    `insert into governance.attendee (commune_id, id, briefing_id, part, full_name, capacity, presence, position)
     select b.commune_id, gen_random_uuid(), b.id, 'groupLeader', 'Nguyễn Thị Hoàng Oanh', 'Tổ trưởng tổ ' || g.group_code,
            'present', row_number() over (partition by b.id order by g.group_code)
     from governance.briefing b
     join (select distinct commune_id, group_code from portfolio.position
           where data_date = '${DATA_DATE}' and group_code <> '') g using (commune_id)`,
  );
  return rows;
}

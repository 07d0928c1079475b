import { expect } from 'vitest';
import { SAMPLE_PASSWORD } from '../src/server/demo/sample-people.ts';

/** Briefings of the demo by their state, and how many of them have no conclusion. */
const BRIEFINGS = `
  select state, count(*)::int as briefings, count(*) filter (where not exists (
    select from governance.conclusion c where (c.commune_id, c.briefing_id) = (b.commune_id, b.id)))::int as unconcluded
  from governance.briefing b group by state order by state`;

/** Years of communes whose minutes are not numbered without a gap. */
const GAPS_OF_MINUTES = `
  select commune_id, minutes_year from governance.briefing where state = 'closed'
  group by commune_id, minutes_year having max(minutes_number) <> count(*)`;

/** Meetings to which everybody came, or in which nothing was difficult: no meeting is like that. */
const UNLIVED = `
  select commune_id, held_on from governance.briefing b where state = 'closed' and (
    not exists (select from governance.attendee a
      where (a.commune_id, a.briefing_id) = (b.commune_id, b.id) and a.presence <> 'present')
    or not exists (select from governance.difficulty d where (d.commune_id, d.briefing_id) = (b.commune_id, b.id)))`;

/** How many meetings make a policy known by its document, and how many of them before its day: none may be. */
const POLICIES_TOLD = `
  select count(*) filter (where i.note ~ '[0-9]+/')::int > 10 as told,
    count(*) filter (where i.note like '%727/HD-NHCS%' and b.held_on < '2026-02-11')::int as early
  from governance.agenda_item i join governance.briefing b on (b.commune_id, b.id) = (i.commune_id, i.briefing_id)
  where i.kind = 'policies'`;

/** Briefings that a start after a cut-off one has held again. */
const HELD_TWICE = `
  select commune_id, point_code, held_on from governance.briefing
  group by commune_id, point_code, held_on having count(*) > 1`;

/** What stands of the tasks of each commune on the demo's day, by its code. */
const STANDING_TASKS = `
  select area.bank_code as code,
    bool_or(t.state in ('given', 'received', 'working', 'returned') and t.due_on < demo.today) as late,
    bool_or(t.state = 'returned') as returned, bool_or(t.state = 'handedOver') as "handedOver",
    bool_or(exists (select from governance.task_evidence f where (f.commune_id, f.task_id) = (t.commune_id, t.id))) as photo
  from platform.demo, governance.task t join registry.area on area.id = t.commune_id
  group by area.bank_code order by area.bank_code`;

/** Given difficulties of the demo that have no task, or whose task does not agree with them: accepted is answered, with the same report. */
const GIVEN_AMISS = `
  select d.text, d.state, t.state as task from governance.difficulty d
  left join governance.directive r on (r.commune_id, r.difficulty_id) = (d.commune_id, d.id)
  left join governance.task t on (t.commune_id, t.directive_id) = (r.commune_id, r.id) and t.state <> 'handedOver'
  where d.given_name is not null and (t.id is null or (t.state = 'accepted') <> (d.state = 'answered'))`;

/** What has come of the difficulties given in the demo: how many are over, and those that are still to be done since before its last month. */
const GIVEN_DIFFICULTIES = `
  select bool_or(t.state = 'accepted') as over, bool_or(e.kind = 'returned') as returned,
    bool_or(t.state = 'accepted' and t.reported_on > t.due_on) as late,
    count(distinct t.id) filter (where t.state not in ('accepted', 'handedOver') and t.due_on < date '2026-10-01')::int as forgotten
  from governance.directive r join governance.task t on (t.commune_id, t.directive_id) = (r.commune_id, r.id)
  join governance.task_event e on (e.commune_id, e.task_id) = (t.commune_id, t.id)
  where r.source = 'difficulty'`;

/** What the police and the village head among the sample people have to answer on the demo's first day. */
const ASKED_OF_NARROW = `
  select t.owner_seat as seat, t.due_on >= demo.today as "inTime" from platform.demo, governance.task t
  join governance.directive r on (r.commune_id, r.id) = (t.commune_id, t.directive_id)
  join registry.area on area.id = t.commune_id
  where area.bank_code = '540101' and r.source = 'difficulty' and t.state = 'given' order by 1`;

/** Communes whose meetings have papers with a number from the register, and papers without. */
const NUMBERED_PAPERS = `
  select area.bank_code as code, count(n.number) > 0 as some, count(*) filter (where n.number is null) > 0 as "notAll"
  from governance.briefing b join registry.area on area.id = b.commune_id
  left join governance.paper_number n
    on n.commune_id = b.commune_id and n.briefing_id = b.id and n.kind = 'conclusions'
  where b.state = 'closed' group by area.bank_code order by area.bank_code`;

/** Of each commune the resolutions of its committee, and whether reports there name records. */
const RESOLUTIONS_AND_RECORDS = `
  select area.bank_code as code, count(*) filter (where d.source = 'resolution')::int as resolutions,
    bool_or(exists (select from governance.task t join governance.task_record r
      on (r.commune_id, r.task_id) = (t.commune_id, t.id) where (t.commune_id, t.directive_id) = (d.commune_id, d.id))) as records
  from governance.directive d join registry.area on area.id = d.commune_id
  group by area.bank_code order by area.bank_code`;

/** Checks after disbursement that wait to be accepted and name less loans than they say are checked. */
const HASTY_CHECKS = `
  select count(*)::int as checks from governance.directive d
  join governance.task t on (t.commune_id, t.directive_id) = (d.commune_id, d.id)
  where d.figure = 'checked' and t.state = 'reported' and d.measured_loans > (
    select count(*) from governance.task_record r where (r.commune_id, r.task_id) = (t.commune_id, t.id))`;

/** Whether of the loans whose check should be over by the newest figures reports tell some as checked, and some not. */
const LATE_CHECKS = `
  select bool_or(told.id is not null) as told, bool_or(told.id is null) as untold from portfolio.list_entry entry
  join portfolio.publication shown using (commune_id, data_date, version_id)
  left join portfolio.told_check told on told.commune_id = entry.commune_id and told.contract_no = entry.contract_no
    and told.taken_back_at is null
  where entry.list = 'disbursed_over_30_days' and entry.data_date = (select max(data_date) from portfolio.publication)`;

/** The communes of the demo's office. */
const COMMUNES = `
  select bank_code as code, id from registry.area where kind = 'commune' and bank_code like '5401%' order by bank_code`;

type CommuneOfDemo = { readonly code: string; readonly id: string };

/** Asks the demo's server as its officer. */
async function officerAt(port: number): Promise<(path: string) => Promise<unknown>> {
  const base = `http://127.0.0.1:${port}/api`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login: 'canbo', password: SAMPLE_PASSWORD });
  const signedIn = await fetch(`${base}/sign-in`, { method: 'POST', headers, body });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (path) => (await fetch(`${base}${path}`, { headers: { cookie } })).json();
}

type Tasks = {
  readonly tasks: readonly {
    readonly isContradicted: boolean;
  }[];
};

/** The communes in which a report stands that the figures contradict, as the officer's page of tasks tells it. */
async function contradictedIn(
  communes: readonly CommuneOfDemo[],
  ask: (path: string) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { code, id } of communes) {
    const { tasks } = (await ask(`/communes/${id}/tasks?state=waiting`)) as Tasks;
    if (tasks.some(({ isContradicted }) => isContradicted)) found.push(code);
  }
  return found;
}

type Briefings = {
  readonly today: string;
  readonly briefings: readonly { readonly state: string }[];
  readonly coming: readonly { readonly firstDay: string; readonly canPrepare: boolean }[];
};

/** Of each commune how its next briefing stands on the page of briefings: prepared, or with the day from which it can be. */
async function nextBriefings(
  communes: readonly CommuneOfDemo[],
  ask: (path: string) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of communes) {
    const { today, briefings, coming } = (await ask(`/communes/${id}/briefings`)) as Briefings;
    const isPrepared = briefings.some(({ state }) => state === 'preparing');
    const [next] = coming;
    const isTold = next !== undefined && !next.canPrepare && next.firstDay > today;
    found.push(isPrepared ? 'prepared' : isTold ? 'told' : 'missing');
  }
  return found;
}

/**
 * Expects the demo's past whole and once: briefings and minutes without a gap, each with somebody who was not
 * simply there and a difficulty, policies made known by their documents, and in every commune a task that is
 * late, one that was returned, one that was handed over, a report that the figures contradict, a photo,
 * papers with a number and without, a resolution, reports that name records, checks told and late, the
 * difficulties given with tasks that agree, and a next briefing that stands prepared or says when it can be.
 *
 * @param see asks the database as its superuser
 */
export async function expectWholePast(
  see: <Row extends object>(question: string) => Promise<Row[]>,
  port: number,
): Promise<void> {
  expect(await see(BRIEFINGS)).toEqual([
    { state: 'closed', briefings: 60, unconcluded: 0 },
    { state: 'preparing', briefings: 2, unconcluded: 2 },
  ]);
  expect(await see(GAPS_OF_MINUTES)).toEqual([]);
  expect(await see(HELD_TWICE)).toEqual([]);
  expect(await see(UNLIVED)).toEqual([]);
  expect(await see(POLICIES_TOLD)).toEqual([{ told: true, early: 0 }]);
  const communes = await see<{ code: string; id: string }>(COMMUNES);
  const everywhere = <Row>(row: Row) => communes.map(({ code }) => ({ code, ...row }));
  expect(await see(STANDING_TASKS)).toEqual(
    everywhere({ late: true, returned: true, handedOver: true, photo: true }),
  );
  expect(await see(GIVEN_AMISS)).toEqual([]);
  expect(await see(GIVEN_DIFFICULTIES)).toEqual([{ over: true, returned: true, late: true, forgotten: 0 }]);
  expect(await see(ASKED_OF_NARROW)).toEqual([
    { seat: 'communePolice', inTime: true },
    { seat: 'villageHead:54010101', inTime: true },
  ]);
  expect(await see(NUMBERED_PAPERS)).toEqual(everywhere({ some: true, notAll: true }));
  expect(await see(RESOLUTIONS_AND_RECORDS)).toEqual(everywhere({ resolutions: 1, records: true }));
  const [hasty] = await see<{ checks: number }>(HASTY_CHECKS);
  expect(hasty?.checks).toBeGreaterThan(0);
  expect(await see(LATE_CHECKS)).toEqual([{ told: true, untold: true }]);
  const ask = await officerAt(port);
  expect(await contradictedIn(communes, ask)).toEqual(communes.map(({ code }) => code));
  // Two communes hold their sessions so late in the month that nobody may prepare them yet.
  expect(await nextBriefings(communes, ask)).toEqual(['told', 'prepared', 'prepared', 'told']);
}

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

/** Communes whose meetings have papers with a number from the register, and papers without. */
const NUMBERED_PAPERS = `
  select area.bank_code as code, count(n.number) > 0 as some, count(*) filter (where n.number is null) > 0 as "notAll"
  from governance.briefing b join registry.area on area.id = b.commune_id
  left join governance.paper_number n
    on n.commune_id = b.commune_id and n.briefing_id = b.id and n.kind = 'conclusions'
  where b.state = 'closed' group by area.bank_code order by area.bank_code`;

/** The communes of the demo's office. */
const COMMUNES = `
  select bank_code as code, id from registry.area where kind = 'commune' and bank_code like '5401%' order by bank_code`;

/** The communes in which a report stands that the figures contradict, as the officer's page of tasks tells it. */
async function contradictedIn(
  communes: readonly { readonly code: string; readonly id: string }[],
  port: number,
): Promise<string[]> {
  const base = `http://127.0.0.1:${port}/api`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login: 'canbo', password: SAMPLE_PASSWORD });
  const signedIn = await fetch(`${base}/sign-in`, { method: 'POST', headers, body });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const found: string[] = [];
  for (const { code, id } of communes) {
    const answer = await fetch(`${base}/communes/${id}/tasks?state=waiting`, { headers: { cookie } });
    const { tasks } = (await answer.json()) as { tasks: readonly { readonly isContradicted: boolean }[] };
    if (tasks.some(({ isContradicted }) => isContradicted)) found.push(code);
  }
  return found;
}

/**
 * Expects the demo's past whole and once: briefings and minutes without a gap, and in every commune a task that is late, one that
 * was returned, one that was handed over, a report that the figures contradict, a photo, papers with a number and without.
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
  const communes = await see<{ code: string; id: string }>(COMMUNES);
  const everywhere = <Row>(row: Row) => communes.map(({ code }) => ({ code, ...row }));
  expect(await see(STANDING_TASKS)).toEqual(
    everywhere({ late: true, returned: true, handedOver: true, photo: true }),
  );
  expect(await see(NUMBERED_PAPERS)).toEqual(everywhere({ some: true, notAll: true }));
  expect(await contradictedIn(communes, port)).toEqual(communes.map(({ code }) => code));
}

import type { OutputOf } from '../../../kernel/contract.ts';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { formatHour } from '../../../kernel/moment.ts';
import { listTasksOfCommune } from '../../../modules/governance/contract.ts';
import { chairOf, loginOfSeat, OFFICER, type Town } from './commune-facts.ts';
import { laterOf, type Moment, momentAt } from './moments.ts';

/** A task as the officer reads it, with what the figures say. */
export type Task = OutputOf<typeof listTasksOfCommune>['tasks'][number];

/** Of which briefing or directive tasks are. */
type Narrowed = { readonly briefingId?: Id; readonly directiveId?: Id };

/** The tasks of a commune that somebody still has to do, then those that wait to be judged; what is due first comes first. */
export async function tasksAtHand(town: Town): Promise<Task[]> {
  return [...(await tasksOf(town, { state: 'open' })), ...(await tasksOf(town, { state: 'waiting' }))];
}

/** The tasks that a briefing or directive has just given. */
export async function tasksGiven(town: Town, of: Narrowed): Promise<Task[]> {
  return tasksOf(town, { ...of, state: 'open' });
}

async function tasksOf(
  town: Town,
  narrowed: Narrowed & { readonly state: 'open' | 'waiting' },
): Promise<Task[]> {
  const tasks: Task[] = [];
  let cursor: string | undefined;
  do {
    const page: OutputOf<typeof listTasksOfCommune> = await town.hands.act(OFFICER, listTasksOfCommune, {
      communeId: town.communeId,
      ...narrowed,
      cursor,
    });
    tasks.push(...page.tasks);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return tasks;
}

/** The seed of a task's chance. */
export function seedOf({ text, givenOn, ownerName, contractNo }: Task): string {
  return [text, givenOn, ownerName, contractNo ?? ''].join('|');
}

/** Whoever holds the office; the chair writes it down for offices without an account and for bodies. */
export function answererOf({ code }: Town, { ownerSeat }: Task): string {
  return loginOfSeat(ownerSeat, code) ?? chairOf(code);
}

/** The day of the past. */
export function today({ hands }: Town): BusinessDate {
  return hands.clock.today();
}

/** What should have happened while nobody looked happens on the next morning. */
export function notBefore(town: Town, at: Moment): Moment {
  return laterOf(at, momentAt(today(town), formatHour(town.hands.clock.now())));
}

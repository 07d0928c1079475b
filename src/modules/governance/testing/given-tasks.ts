import type { OutputOf } from '../../../kernel/contract.ts';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Caller } from '../../../platform/caller.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import type { listMyTasks as mine, showTask as one } from '../contract.ts';
import { giveDirective } from '../give-directive.ts';
import { listMyTasks } from '../list-my-tasks.ts';
import { showTask } from '../show-task.ts';
import { command, question, type TestCommune } from './given-commune.ts';

/** An order that lacks nothing but whom it is for. */
export const ORDER = {
  source: 'order' as const,
  paperNumber: null,
  paperOn: null,
  paperIssuer: null,
  text: 'Rà soát hộ vay đi làm ăn xa',
  legalGround: null,
  measure: 'Danh sách có chữ ký của trưởng thôn',
  dueOn: day('2026-12-10'),
  spread: 'seats' as const,
  codes: [],
  list: null,
  listAssociationCodes: [],
  listVillageCodes: [],
  listGroupCodes: [],
  responsible: 'groupLeader' as const,
  contractNos: [],
  listDate: null,
  figure: null,
  recipients: [{ seat: 'associationHead:12', name: 'Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ' }],
};

/** A report that lacks nothing, of the first of December. */
export const REPORT = {
  text: 'Đã rà soát, 3 hộ',
  outcome: 'done' as const,
  doneOn: day('2026-12-01'),
  fileIds: [],
  records: [],
};

/** The chair, the head of the women's union, the police, as they sign in: each with their seat. */
export const callers = (commune: TestCommune) => ({
  chair: () => commune.as('communeChair'),
  officer: () => commune.as('creditOfficer'),
  director: () => commune.as('officeDirector'),
  head: () => commune.as('associationHead', { associationCodes: ['12'], seat: 'associationHead:12' }),
  police: () => commune.as('communePolice', { groupCodes: [], seat: 'communePolice' }),
  leader: (code: string) => commune.as('groupLeader', { groupCodes: [code], seat: `groupLeader:${code}` }),
  villageHead: (code: string) =>
    commune.as('villageHead', { villageCodes: [code], seat: `villageHead:${code}` }),
});

/** Gives an order as the chair. @returns the directive's id */
export async function ordered(
  commune: TestCommune,
  overrides: Partial<Omit<Parameters<typeof giveDirective>[0], 'communeId' | 'directiveId'>> = {},
): Promise<Id> {
  const directiveId = nextId();
  const { communeId } = commune;
  await command(commune, commune.as('communeChair'), (context) =>
    giveDirective({ communeId, directiveId, ...ORDER, ...overrides }, context),
  );
  return directiveId;
}

/** What is asked of a caller. */
export function tasksOf(
  commune: TestCommune,
  caller: Caller,
  state: 'open' | 'all' = 'all',
): Promise<OutputOf<typeof mine>> {
  return question(commune, caller, (context) => listMyTasks({ state }, context));
}

/** The task of a caller that a directive made. @throws Error when there is none */
export async function taskOf(commune: TestCommune, caller: Caller, directiveId: Id) {
  const { tasks } = await tasksOf(commune, caller);
  const found = tasks.find((task) => task.directiveId === directiveId);
  if (!found) throw new Error('the caller has no such task');
  return { communeId: commune.communeId, taskId: found.taskId };
}

/** A new task of the head of the women's union, by an order of the chair. */
export async function headsTask(commune: TestCommune) {
  return taskOf(commune, callers(commune).head(), await ordered(commune));
}

/** A task as a caller sees it. */
export function shownTask(
  commune: TestCommune,
  caller: Caller,
  task: { readonly communeId: Id; readonly taskId: Id },
): Promise<OutputOf<typeof one>> {
  return question(commune, caller, (context) => showTask(task, context));
}

import type { HandlerContext } from '../../platform/command.ts';
import { keepToldChecks } from '../portfolio/index.ts';
import { selectDirective } from './db/directives.ts';
import { selectTaskEvents } from './db/task-events.ts';
import { selectTaskRecords } from './db/task-records.ts';
import type { TaskRow } from './db/tasks.ts';
import { checksTold } from './domain/told-checks.ts';

/**
 * Tells the portfolio which loans the reports of a task tell as checked after disbursement [GV130], once something of it was reported
 * or returned: lists of loans ask for that, also those of offices that do not read the task. Tasks that are not counted by
 * checks tell of none [GV95].
 */
export async function tellChecks(
  context: HandlerContext,
  { communeId, id: taskId, directiveId, contractNo }: TaskRow,
): Promise<void> {
  const { tx } = context;
  const directive = await selectDirective(tx, communeId, directiveId);
  if (directive?.figure !== 'checked') return;
  const events = await selectTaskEvents(tx, communeId, taskId);
  const records = await selectTaskRecords(tx, communeId, [taskId]);
  await keepToldChecks(context, { communeId, sourceId: taskId }, checksTold({ contractNo, events, records }));
}

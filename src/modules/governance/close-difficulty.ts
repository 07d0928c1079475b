import type { HandlerContext } from '../../platform/command.ts';
import { lockBriefing, touchBriefing } from './db/briefings.ts';
import { lockDifficulty, markAnswered } from './db/difficulties.ts';
import { selectDirective } from './db/directives.ts';
import { selectTaskEvents } from './db/task-events.ts';
import type { TaskRow } from './db/tasks.ts';

/**
 * Closes the difficulty that a task came from with its report, which is being accepted, and the hour [GV125]. The minutes of its meeting
 * stay as they were fixed. The briefing's row is locked first, as by whoever changes a difficulty. Of a task that came from none
 * nothing is written.
 */
export async function closeDifficulty(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  { communeId, id: taskId, directiveId }: Pick<TaskRow, 'communeId' | 'id' | 'directiveId'>,
): Promise<null> {
  const directive = await selectDirective(tx, communeId, directiveId);
  if (!directive?.difficultyId || !directive.briefingId) return null;
  const { briefingId, difficultyId } = directive;
  await lockBriefing(tx, communeId, briefingId);
  const difficulty = await lockDifficulty(tx, communeId, difficultyId);
  if (difficulty?.state !== 'given') return null;
  const report = (await selectTaskEvents(tx, communeId, taskId)).findLast(({ kind }) => kind === 'reported');
  if (!report) throw new Error('a task was accepted without a report');
  const { text, by, byName } = report;
  const answered = { answer: text ?? '', contact: null, by, byName, at: clock.now() };
  await markAnswered(tx, { communeId, difficultyId, ...answered });
  await touchBriefing(tx, communeId, briefingId);
  return null;
}

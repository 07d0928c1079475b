import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { answerQuestions as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { answersOf, questionsOf } from './decode-batch.ts';
import { BATCH_STATES } from './domain/batch-states.ts';
import { noteBatch } from './note-batch.ts';
import { startReading } from './start-reading.ts';

/** Keeps the answers about columns of dates and has the batch read again; nothing is asked twice [EX11]. */
export async function answerQuestions(
  { batchId, answers }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const batch = await selectBatch(context.tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  if (batch.state !== 'question') return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  const open = questionsOf(batch);
  const same = (a: { fileId: string; column: string }) => (b: typeof a) =>
    a.fileId === b.fileId && a.column === b.column;
  const unanswered = open.filter((question) => !answers.some(same(question)));
  if (unanswered.length > 0)
    return refuse('answersIncomplete', { columns: unanswered.map((question) => question.column).join(', ') });
  const asked = answers.filter((answer) => open.some(same(answer)));
  noteBatch(context, batchId, { answers: asked.length });
  return startReading(context, batch, [...answersOf(batch), ...asked]);
}

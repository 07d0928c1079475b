import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { insertTaskRecords, selectTaskRecords, type TaskRecordRow } from './db/task-records.ts';
import type { TaskRow } from './db/tasks.ts';
import { describeRecords } from './describe-records.ts';
import type { RecordLink } from './domain/record-words.ts';

/** Joins records to a report, each as it stands on its day: those that its author reads, and no others [GV86]. */
export async function attachRecords(
  context: HandlerContext,
  { communeId, id: taskId, ownerSeat }: TaskRow,
  { version, links }: { readonly version: number; readonly links: readonly RecordLink[] },
): Promise<Refusal<'recordUnknown'> | null> {
  if (links.length === 0) return null;
  const wanted = [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
  const seen = await describeRecords(context, communeId, wanted);
  const records: TaskRecordRow[] = [];
  for (const [i, link] of wanted.entries()) {
    const said = seen[i];
    if (typeof said !== 'object') return refuse('recordUnknown');
    records.push({ taskId, version, link, title: said.title, said: said.says });
  }
  await insertTaskRecords(context.tx, { communeId, ownerSeat, records });
  return null;
}

/** A record as the page of a task shows it: what it said then and says now, to whoever may read it. */
export async function recordsShown(context: HandlerContext, communeId: Id, taskId: Id) {
  const rows = await selectTaskRecords(context.tx, communeId, [taskId]);
  const seen = await describeRecords(
    context,
    communeId,
    rows.map(({ link }) => link),
  );
  return rows.map(({ version, link, title, said }, i) => ({
    version,
    ...shownTo(seen[i], { link, title, said }),
  }));
}

function shownTo(
  seen: Awaited<ReturnType<typeof describeRecords>>[number] | undefined,
  { link, title, said }: Pick<TaskRecordRow, 'link' | 'title' | 'said'>,
) {
  const { kind } = link;
  if (seen === undefined || seen === 'hidden') return { kind, seen: null };
  return { kind, seen: { link, title, said, saysNow: seen === 'gone' ? null : seen.says } };
}

import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectFiles } from '../../platform/files/index.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { areaNames } from '../registry/index.ts';
import { recordsShown } from './attach-records.ts';
import type { showTask as operation } from './contract.ts';
import { type DirectiveRow, selectDirective } from './db/directives.ts';
import { selectEvidence, selectTaskEvents, type TaskEventRow } from './db/task-events.ts';
import { selectReminders } from './db/task-reminders.ts';
import { selectSuccessor, selectTask, selectTasksOf, type TaskRow } from './db/tasks.ts';
import { isCounted, isOver } from './domain/task.ts';
import { answeredSentence, isContradicted } from './domain/task-figures.ts';
import { figuresOfTasks } from './figures-of-tasks.ts';
import { hasReported, isJudge, judgeAnswerer } from './judge-answerer.ts';
import { ownersNow } from './owners-now.ts';
import { seatOfCaller } from './seat-of-caller.ts';
import { directiveShown, eventShown, taskShown } from './task-shown.ts';

type Output = OutputOf<typeof operation>;

/** One task with everything that happened to it, its files, and what the figures say beside its report [GV44]. */
export const showTask: Handler<typeof operation> = async ({ communeId, taskId }, context) => {
  const { tx, caller, clock } = context;
  const task = await selectTask(tx, communeId, taskId);
  const directive = task && (await selectDirective(tx, communeId, task.directiveId));
  if (!task || !directive) return refuse('notFound');
  const today = clock.today();
  const happened = await selectTaskEvents(tx, communeId, taskId);
  const events = await shownEvents(context, task, happened);
  const directives = new Map([[directive.id, directive]]);
  const figures = (await figuresOfTasks(context, communeId, [task], { directives })).get(taskId) ?? null;
  const outcome = events.findLast(({ kind }) => kind === 'reported')?.outcome ?? null;
  const names = await areaNames(tx, [communeId], today);
  const mayJudge = isJudge(caller);
  const isReporter = hasReported(caller, happened);
  const successorId = await selectSuccessor(tx, communeId, taskId);
  const successor = successorId ? await selectTask(tx, communeId, successorId) : undefined;
  return {
    today,
    communeName: names.get(communeId) ?? '',
    task: {
      ...taskShown(task, directive, today),
      ownerNow: (await ownersNow(context, communeId, [task]))(task),
    },
    directive: directiveShown(directive),
    events,
    reminders: [...((await selectReminders(tx, [communeId], [taskId])).get(taskId) ?? [])],
    figures,
    isContradicted: isContradicted(figures, { state: task.state, outcome }),
    directiveFigures: mayJudge ? await figuresOfDirective(context, directive) : null,
    handedFrom: await readable(context, communeId, task.handedFrom),
    handedTo: successorId ?? null,
    handedToName: successor?.ownerName ?? null,
    isOwn: task.ownerSeat !== null && task.ownerSeat === seatOfCaller(caller),
    hasReported: isReporter,
    may: {
      answer: judgeAnswerer(caller, task) === null && !isOver(task.state),
      judge: mayJudge && task.state === 'reported' && !isReporter,
      change: mayJudge && !isOver(task.state),
    },
  };
};

async function shownEvents(
  context: HandlerContext,
  task: TaskRow,
  events: readonly TaskEventRow[],
): Promise<Output['events']> {
  const { tx } = context;
  const { communeId, id } = task;
  const evidence = await selectEvidence(tx, communeId, id);
  const files = await selectFiles(
    tx,
    communeId,
    evidence.map(({ fileId }) => fileId),
  );
  const records = await recordsShown(context, communeId, id);
  return events.map((event) => {
    const isOfEvent = ({ version }: { readonly version: number }) => version === event.version;
    const brought = evidence.filter(isOfEvent).map(({ fileId }) => fileId);
    return eventShown(event, {
      task,
      files: files.filter((file) => brought.includes(file.id)),
      records: records.filter(isOfEvent),
    });
  });
}

/** Of all loans of a directive, how many are shown as answered [GV46], [GV95]; null where nothing tells. */
async function figuresOfDirective(
  context: HandlerContext,
  directive: DirectiveRow,
): Promise<Output['directiveFigures']> {
  const { communeId, id } = directive;
  if (directive.figure === null || directive.spread !== 'loans') return null;
  const directives = new Map([[id, directive]]);
  const tasks = (await selectTasksOf(context.tx, communeId, [id])).filter(({ state }) => isCounted(state));
  const findings = [...(await figuresOfTasks(context, communeId, tasks, { directives })).values()];
  const toDate = findings.find((finding) => finding.toDate !== null)?.toDate ?? null;
  if (toDate === null && directive.figure !== 'checked') return null;
  const known = findings.filter(({ verdict }) => verdict !== 'unknown');
  const improved = known.filter(({ verdict }) => verdict === 'improved').length;
  const answered = { improved, known: known.length, toDate };
  return { ...answered, tasks: tasks.length, sentence: answeredSentence(answered) };
}

async function readable({ tx }: HandlerContext, communeId: Id, taskId: Id | null): Promise<Id | null> {
  return taskId !== null && (await selectTask(tx, communeId, taskId)) ? taskId : null;
}

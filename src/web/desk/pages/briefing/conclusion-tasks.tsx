import { Fragment, type ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { listDirectives, listTasksOfConclusions } from '../../../../modules/governance/contract.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import { isCounted, ownerWords } from '../../../../modules/governance/domain/task.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, may, useMe } from '../../session.tsx';
import { FiguresLine, TaskStatus } from '../tasks/task-list.tsx';
import type { Briefing, Within } from './briefing.ts';

/** The tasks of a closed briefing's conclusions, as they stand today. */
export type TasksOfConclusions = OutputOf<typeof listTasksOfConclusions>;

/** Asks for them where the briefing is closed: until then no conclusion has a task. */
export function useTasksOfConclusions(
  { state }: Pick<Briefing, 'state'>,
  within: Within,
): TasksOfConclusions | undefined {
  const me = useMe();
  return useQuestion(listTasksOfConclusions, within, {
    enabled: state === 'closed' && may(me, listTasksOfConclusions),
  }).data;
}

/** Whether nobody holds the office that a conclusion was given to, while its task is still to be done [GV281]. */
export function isOfNobody({ tasks }: Pick<TasksOfConclusions, 'tasks'>, conclusionId: string): boolean {
  return tasks.some(
    (task) => task.conclusionId === conclusionId && !task.isHandedOn && task.ownerNow === NOBODY,
  );
}

/** Whether the tasks of a conclusion say its day, which need not stand in its line then. */
export function isDayTold(
  { tasks }: Pick<TasksOfConclusions, 'tasks'>,
  { conclusionId, dueOn }: Pick<Briefing['conclusions'][number], 'conclusionId' | 'dueOn'>,
): boolean {
  return shownOf(tasks.filter((task) => task.conclusionId === conclusionId)).some(
    (task) => task.dueOn === dueOn,
  );
}

/** What became of one conclusion [GV84]: each of its tasks with its state, how late, and the way to it. */
export function ConclusionTasks(props: {
  readonly conclusionId: string;
  readonly within: Within;
  readonly known: TasksOfConclusions | undefined;
}): ReactElement | null {
  const me = useMe();
  const { known, conclusionId } = props;
  if (known === undefined) return null;
  const tasks = known.tasks.filter((task) => task.conclusionId === conclusionId);
  return (
    <TaskLines tasks={tasks} today={known.today} communeCode={codeOfCommune(me, props.within.communeId)} />
  );
}

/**
 * The tasks of one conclusion; of one that was handed over the one it became, with its new owner, since the line above names the first
 * [GV37]. Who may not read that, and whose conclusion was taken back, see what became of their own.
 */
export function TaskLines(props: {
  readonly tasks: TasksOfConclusions['tasks'];
  readonly today: TasksOfConclusions['today'];
  readonly communeCode: string;
}): ReactElement | null {
  const { today, communeCode } = props;
  const shown = shownOf(props.tasks);
  if (shown.length === 0) return null;
  return (
    <div className="lines-tasks">
      {shown.map((task) => (
        <Fragment key={task.taskId}>
          {task.isHandedOn ? <span className="small dim">Đã chuyển {ownerWords(task)}</span> : null}
          <div>
            <TaskStatus task={task} today={today} isOfOther />
            <AppLink
              className="small no-print"
              href={paths.task(communeCode, task.taskId)}
              aria-label={`Xem việc: ${task.text}`}
            >
              Xem việc
            </AppLink>
            <FiguresLine task={task} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}

/** Those that count; where none does, the last. */
function shownOf(tasks: TasksOfConclusions['tasks']): TasksOfConclusions['tasks'] {
  const counted = tasks.filter(({ state }) => isCounted(state));
  return counted.length === 0 ? tasks.slice(-1) : counted;
}

/** Closed, the conclusions are directives: they stand in that list with what came of them. */
export function DirectivesLink({
  briefing,
  within,
}: {
  readonly briefing: Briefing;
  readonly within: Within;
}): ReactElement | null {
  const me = useMe();
  if (briefing.state !== 'closed' || briefing.conclusions.length === 0 || !may(me, listDirectives))
    return null;
  const xa = codeOfCommune(me, within.communeId);
  return (
    <AppLink className="twin" href={paths.directives({ xa, buoi: within.briefingId })}>
      Xem theo chỉ đạo
    </AppLink>
  );
}

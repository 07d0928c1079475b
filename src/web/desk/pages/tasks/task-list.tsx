import type { ReactElement, ReactNode } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, useMe } from '../../session.tsx';
import { useReportMarks } from './report-sender.tsx';
import { type AskedTask, markOf, progressOf, remindedText, type Task, type TaskWithFigures } from './task.ts';
import { UnsentMark } from './unsent-reports.tsx';

/** Tasks, one under the other: what, by whom or for whom, until when, and the one step to answer. */
export function TaskList(props: {
  readonly tasks: readonly (AskedTask | Task | TaskWithFigures)[];
  readonly today: Task['dueOn'];
  /** Whose they are stands with each: of others' tasks. */
  readonly hasOwner?: boolean;
  /** All are of one directive, whose text stands above them: each is named by its household, or by its owner. */
  readonly isOfOneDirective?: boolean;
  /** The word of the step at the end of each row; without it the row only links. */
  readonly step?: string;
}): ReactElement {
  const me = useMe();
  const marks = useReportMarks();
  return (
    <ul className="tasks">
      {props.tasks.map((task) => {
        const href = paths.task(codeOfCommune(me, task.communeId), task.taskId);
        return (
          <li key={task.taskId}>
            <div className="tasks-what">
              {props.isOfOneDirective ? (
                <OfOneDirective task={task} href={href} />
              ) : (
                <>
                  <AppLink href={href}>{task.text}</AppLink>
                  <span className="tasks-meta">
                    {task.personName === null || task.text.includes(task.personName) ? null : (
                      <b>{task.personName}</b>
                    )}
                    <span>
                      {props.hasOwner
                        ? ownerWords(task)
                        : `${task.issuerName} giao ${formatDate(task.givenOn)}`}
                    </span>
                  </span>
                </>
              )}
              <FiguresLine task={task} />
              <UnsentMark mark={marks.get(task.taskId)} />
            </div>
            <TaskStatus
              task={task}
              today={props.today}
              isOfOther={props.hasOwner ?? props.isOfOneDirective ?? false}
            />
            {props.step === undefined ? null : (
              <AppLink className="btn sm no-print" href={href} aria-label={`${props.step}: ${task.text}`}>
                {props.step}
              </AppLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function OfOneDirective({ task, href }: { task: Task; href: string }): ReactElement {
  if (task.contractNo === null) return <AppLink href={href}>{ownerWords(task)}</AppLink>;
  return (
    <>
      <AppLink href={href}>{task.personName ?? `Khế ước ${task.contractNo}`}</AppLink>
      <span className="tasks-meta">{ownerWords(task)}</span>
    </>
  );
}

/** The state with its deadline under it, and when the owner was reminded; of another's task too whether they know of it [GV134]. */
export function TaskStatus({
  task,
  today,
  isOfOther,
}: {
  readonly task: Task | AskedTask;
  readonly today: Task['dueOn'];
  readonly isOfOther: boolean;
}): ReactElement {
  const progress = isOfOther ? progressOf(task.state) : null;
  const reminded = remindedText(task);
  const { tone, icon, words } = markOf(task, today);
  return (
    <div className="tasks-state">
      <Status tone={tone} icon={icon} small>
        {words}
      </Status>
      <span className="small dim">
        Hạn {formatDate(task.dueOn)}
        {progress === null ? null : <span className="nowrap">, {progress}</span>}
        {reminded === null ? null : <span className="nowrap">, {reminded}</span>}
      </span>
    </div>
  );
}

/** What the figures say beside a report; a contradiction is marked, and nothing is changed for it. */
export function FiguresLine({ task }: { readonly task: Task | TaskWithFigures }): ReactNode {
  if (!('figures' in task) || task.figures === null) return null;
  if (task.isContradicted)
    return (
      <Status tone="warn" icon="warning" small>
        Khác với báo cáo. {task.figures.sentence}
      </Status>
    );
  return <span className="small dim">{task.figures.sentence}</span>;
}

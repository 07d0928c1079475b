import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { listTasksOfCommune } from '../../../../modules/governance/contract.ts';
import { isCounted } from '../../../../modules/governance/domain/task.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import type { TaskWithFigures } from '../tasks/task.ts';
import { FiguresLine, TaskStatus } from '../tasks/task-list.tsx';
import type { Briefing } from './briefing.ts';

type Before = NonNullable<Briefing['before']>;

/** What the briefing before concluded, and what came of it: the next one opens with it. */
export function BeforeSection(props: {
  readonly before: Before;
  readonly communeId: Briefing['communeId'];
  readonly communeCode: string;
}): ReactElement {
  const { before, communeId, communeCode } = props;
  const me = useMe();
  const { data } = useQuestion(
    listTasksOfCommune,
    { communeId, briefingId: before.briefingId, state: 'all' },
    { enabled: may(me, listTasksOfCommune) },
  );
  const tasks = data?.tasks ?? [];
  const counted = tasks.filter(({ state }) => isCounted(state));
  const done = counted.filter(({ state }) => state === 'accepted').length;
  return (
    <Section
      title={`Kết luận ${formatDate(before.heldOn).slice(0, 5)}`}
      note={
        counted.length === 0
          ? formatInteger(before.conclusions.length)
          : `xong ${formatInteger(done)}/${formatInteger(counted.length)}`
      }
    >
      {data === undefined || counted.length === 0 ? (
        <Conclusions before={before} />
      ) : (
        <Tasks tasks={lateFirst(counted)} today={data.today} communeCode={communeCode} />
      )}
      <AppLink className="twin" href={paths.briefing(communeCode, before.briefingId)}>
        Mở giao ban {formatDate(before.heldOn)}
      </AppLink>
    </Section>
  );
}

/** The conclusions as they were written: for offices that do not see everybody's tasks. */
function Conclusions({ before }: { before: Before }): ReactElement {
  return (
    <ul className="before">
      {before.conclusions.map((line) => (
        <li key={line.conclusionId}>
          {line.text}
          <span className="sub">
            {line.ownerName}
            {line.dueOn === null ? '' : `, hạn ${formatDate(line.dueOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Each task with what it has come to and what the figures say beside it, the late ones named first. */
function Tasks(props: {
  tasks: readonly TaskWithFigures[];
  today: TaskWithFigures['dueOn'];
  communeCode: string;
}): ReactElement {
  return (
    <ul className="before">
      {props.tasks.map((task) => (
        <li key={task.taskId}>
          <TaskStatus task={task} today={props.today} />
          <AppLink href={paths.task(props.communeCode, task.taskId)}>{task.text}</AppLink>
          <span className="sub">{task.ownerName}</span>
          <FiguresLine task={task} />
        </li>
      ))}
    </ul>
  );
}

function lateFirst(tasks: readonly TaskWithFigures[]): readonly TaskWithFigures[] {
  const isDone = ({ state }: TaskWithFigures) => state === 'accepted';
  return tasks.toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)) || b.lateDays - a.lateDays);
}

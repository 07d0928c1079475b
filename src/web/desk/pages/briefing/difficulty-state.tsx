import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { formatMoment } from '../../../../kernel/moment.ts';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { markOf } from '../tasks/task.ts';
import { type Briefing, hourOf } from './briefing.ts';

type Difficulty = Briefing['difficulties'][number];
type Task = NonNullable<Difficulty['task']>;

/** A difficulty as far as its state tells, wherever it is shown. */
export type Told = Pick<
  Difficulty,
  | 'state'
  | 'answer'
  | 'answeredByName'
  | 'answeredAt'
  | 'contactId'
  | 'givenName'
  | 'dueOn'
  | 'dropReason'
  | 'task'
  | 'text'
>;

/** What has become of a difficulty: answered with the hour, given to somebody, who has a task of it once its meeting is closed [GV125], or dropped. */
export function DifficultyState(props: {
  readonly difficulty: Told;
  readonly today: Briefing['today'];
  readonly communeCode: string;
  /** Its meeting is closed: what was given there has a task, unless it was closed before that was kept [GV124]. */
  readonly isClosed: boolean;
}): ReactElement {
  const { difficulty, isClosed } = props;
  const { state, task, givenName, dueOn } = difficulty;
  if (task !== null) return <TaskOfDifficulty {...props} task={task} />;
  if (state === 'answered') return <Answered difficulty={difficulty} />;
  if (state === 'given')
    return (
      <>
        <Status tone="warn" icon="clock">
          {givenName} trả lời
          {dueOn === null ? '' : `, ${formatDate(dueOn).slice(0, 5)}`}
        </Status>
        {isClosed ? (
          <span className="small dim">
            Chưa thành việc: buổi này kết thúc trước khi khó khăn đã giao được theo dõi như một việc.
          </span>
        ) : null}
      </>
    );
  if (state === 'dropped')
    return (
      <Status tone="dim" icon="minus">
        Đã bỏ: {difficulty.dropReason?.replace(/\.$/u, '')}
      </Status>
    );
  return (
    <Status tone="dim" icon="circle">
      Chưa trả lời
    </Status>
  );
}

function Answered({ difficulty: { answer, answeredAt, contactId } }: { difficulty: Told }): ReactElement {
  return (
    <Status tone="good" icon="check">
      {answer?.replace(/\.$/u, '')}
      {answeredAt === null ? '' : `, ${hourOf(answeredAt)}`}
      {contactId === null ? '' : '. Số liên lạc ở hồ sơ hộ'}
    </Status>
  );
}

/** To whom it was given and how far that has come, the report that closed it with the hour, and the way to the task. */
function TaskOfDifficulty(props: {
  readonly difficulty: Told;
  readonly task: Task;
  readonly today: Briefing['today'];
  readonly communeCode: string;
}): ReactElement {
  const { difficulty, task, today, communeCode } = props;
  const { tone, icon, words } = markOf(task, today);
  return (
    <>
      <Status tone={tone} icon={icon}>
        Đã giao {task.ownerName}: {words.charAt(0).toLowerCase()}
        {words.slice(1)}
      </Status>
      <span className="small dim">
        Hạn {formatDate(task.dueOn)}
        {difficulty.answeredAt === null ? null : `. ${closedWords(difficulty, difficulty.answeredAt)}`}
      </span>
      {task.taskId === null ? null : (
        <AppLink
          className="small"
          href={paths.task(communeCode, task.taskId)}
          aria-label={`Xem việc: ${difficulty.text}`}
        >
          Xem việc
        </AppLink>
      )}
    </>
  );
}

/** `Trần Công Tuấn (mẫu) báo: Hộ về quê ngoại. Nhận kết quả 16:20 ngày 03/12/2026`. */
function closedWords({ answer, answeredByName }: Told, answeredAt: string): string {
  const said = (answer ?? '').replace(/\.$/u, '');
  return `${answeredByName ?? 'Người làm'} báo: ${said}. Nhận kết quả ${formatMoment(new Date(answeredAt))}`;
}

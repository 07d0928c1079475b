import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { formatMoment } from '../../../../kernel/moment.ts';
import { hourMet } from '../../../../modules/governance/domain/hour-met.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { markOf } from '../tasks/task.ts';
import type { Briefing } from './briefing.ts';
import { VACANT } from './vacant-owners.ts';

type Difficulty = Briefing['difficulties'][number];

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
> &
  Partial<Pick<Difficulty, 'givenNow'>>;

/**
 * What has become of a difficulty: answered with the hour of the meeting [GV139], given to somebody, or
 * dropped. Of one that became a task {@link TaskOfDifficulty} tells.
 */
export function DifficultyState(props: {
  readonly difficulty: Told;
  /** The day on which its meeting met; null while it waits for one. */
  readonly metOn: BusinessDate | null;
  /** Its meeting is closed: what was given there has a task, unless it was closed before that was kept [GV124]. */
  readonly isClosed: boolean;
  /** It is given to an office that nobody holds [GV250]; not told where {@link Told.givenNow} says so. */
  readonly isVacant?: boolean;
}): ReactElement | null {
  const { difficulty, metOn, isClosed } = props;
  const { state, task, givenName: ownerName, givenNow: ownerNow, dueOn } = difficulty;
  if (task !== null) return null;
  if (state === 'answered') return <Answered difficulty={difficulty} metOn={metOn} />;
  if (state === 'given')
    return (
      <>
        <Status tone="warn" icon="clock">
          {ownerWords({ ownerName, ownerNow })}
          {props.isVacant ? ` (${VACANT})` : ''} trả lời
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

function Answered(props: { difficulty: Told; metOn: BusinessDate | null }): ReactElement {
  const { answer, answeredAt, contactId } = props.difficulty;
  const hour = props.metOn === null ? null : hourMet(answeredAt, props.metOn);
  return (
    <Status tone="good" icon="check">
      {answer?.replace(/\.$/u, '')}
      {hour === null ? '' : `, ${hour}`}
      {contactId === null ? '' : '. Số liên lạc ở hồ sơ hộ'}
    </Status>
  );
}

/**
 * What became of one that was given: to whom, how far its task has come and the way to it, the report that
 * closed it with the hour; of others nothing.
 */
export function TaskOfDifficulty(props: {
  readonly difficulty: Told;
  readonly today: Briefing['today'];
  readonly communeCode: string;
}): ReactElement | null {
  const { difficulty, today, communeCode } = props;
  const { task, answeredAt, text } = difficulty;
  if (task === null) return null;
  const { tone, icon, words } = markOf(task, today);
  return (
    <div className="lines-tasks">
      <span className="small dim">Đã giao {ownerWords(task)}</span>
      <div>
        <div className="tasks-state">
          <Status tone={tone} icon={icon} small>
            {words}
          </Status>
          <span className="small dim">Hạn {formatDate(task.dueOn)}</span>
        </div>
        {task.taskId === null ? null : (
          <AppLink
            className="small"
            href={paths.task(communeCode, task.taskId)}
            aria-label={`Xem việc: ${text}`}
          >
            Xem việc
          </AppLink>
        )}
      </div>
      {answeredAt === null ? null : <span className="small">{closedWords(difficulty, answeredAt)}</span>}
    </div>
  );
}

/** `Hộ về quê ngoại, có số mới. Trần Công Tuấn (mẫu) báo, nhận kết quả 16:20 ngày 03/12/2026.` */
function closedWords({ answer, answeredByName }: Told, answeredAt: string): string {
  const said = (answer ?? '').replace(/\.$/u, '');
  const when = formatMoment(new Date(answeredAt));
  return `${said}. ${answeredByName ?? 'Người làm'} báo, nhận kết quả ${when}.`;
}

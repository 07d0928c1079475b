import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { ownerAndFormer } from '../../../../modules/governance/domain/task.ts';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { resultMark } from './result-mark.ts';
import type { ResultOfDifficulty } from './results-before.ts';

/** A conclusion, or a difficulty given [GV126], with what it had come to, and what the figures said beside it; `since` of an earlier briefing. */
export function ResultLine({
  result,
  communeCode,
  since,
  className,
}: {
  readonly result: Omit<ResultOfDifficulty, 'hallOwner'>;
  readonly communeCode: string;
  readonly since?: BusinessDate;
  readonly className?: string | undefined;
}): ReactElement {
  const { tone, icon, words } = resultMark(result);
  const { text, taskId, dueOn, figures, isContradicted } = result;
  return (
    <li className={className}>
      <div className="tasks-state">
        <Status tone={tone} icon={icon} small>
          {words}
        </Status>
        {dueOn === null ? null : <span className="small dim">Hạn {formatDate(dueOn)}</span>}
      </div>
      {taskId === null ? text : <AppLink href={paths.task(communeCode, taskId)}>{text}</AppLink>}
      <span className="sub">
        {ownerAndFormer(result)}
        {since === undefined ? '' : `, từ giao ban ${formatDate(since)}`}
      </span>
      {figures === null ? null : isContradicted ? (
        <Status tone="warn" icon="warning" small>
          Khác với báo cáo. {figures}
        </Status>
      ) : (
        <span className="small dim">{figures}</span>
      )}
    </li>
  );
}

import type { ReactElement } from 'react';
import type { IconName } from '../../../shared/components/icon.tsx';
import { Status, type Tone } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, useMe } from '../../session.tsx';
import { type ReportMark, reportMark } from './report-draft.ts';
import type { UnsentReport } from './report-outbox.ts';
import { useUnsentReports } from './report-sender.tsx';

const MARKS: Readonly<
  Record<ReportMark, { readonly tone: Tone; readonly icon: IconName; readonly words: string }>
> = {
  waiting: { tone: 'warn', icon: 'clock', words: 'Chờ gửi' },
  refused: { tone: 'bad', icon: 'warning', words: 'Chưa gửi được, mở ra để sửa' },
  draft: { tone: 'dim', icon: 'edit', words: 'Nháp' },
};

/** That words or photos of a task's report are on this machine alone: being written, waiting for the network, or refused. */
export function UnsentMark({ mark }: { readonly mark: ReportMark | undefined }): ReactElement | null {
  if (mark === undefined) return null;
  const { tone, icon, words } = MARKS[mark];
  return (
    <Status tone={tone} icon={icon} small>
      {words}
    </Status>
  );
}

/** Reports on this machine of tasks that a list does not show: answered once already, taken back, or further down. */
export function useUnsentElsewhere(shown: readonly { readonly taskId: string }[]): readonly UnsentReport[] {
  const reports = useUnsentReports();
  return [...reports.values()].filter(
    ({ place, draft }) =>
      reportMark(draft) !== undefined && !shown.some(({ taskId }) => taskId === place.subjectId),
  );
}

/** Such reports, one under the other, each with its mark and the way to its task. */
export function UnsentElsewhere({
  reports,
}: {
  readonly reports: readonly UnsentReport[];
}): ReactElement | null {
  const me = useMe();
  if (reports.length === 0) return null;
  return (
    <ul className="tasks">
      {reports.map(({ place, draft }) => (
        <li key={place.subjectId}>
          <div className="tasks-what">
            <AppLink href={paths.task(codeOfCommune(me, place.communeId), place.subjectId)}>
              {draft.title === '' ? 'Việc được giao' : draft.title}
            </AppLink>
            <UnsentMark mark={reportMark(draft)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

import type { ReactElement } from 'react';
import { Section } from '../../../shared/components/section.tsx';
import { ErrorState } from '../../../shared/components/states.tsx';
import { useMe } from '../../session.tsx';
import { reportMark } from './report-draft.ts';
import { useReportOutbox, useUnsentReports } from './report-sender.tsx';
import type { WithinTask } from './task.ts';
import { UnsentMark } from './unsent-reports.tsx';

/**
 * A report that stands on this machine for a task which takes none any more: closed, taken back or handed over while it was
 * written. Its words are shown, to be taken elsewhere, until the person lets them go.
 */
export function LeftReport({ communeId, taskId }: WithinTask): ReactElement | null {
  const outbox = useReportOutbox();
  const { userId } = useMe();
  const draft = useUnsentReports().get(taskId)?.draft;
  if (draft === undefined || reportMark(draft) === undefined) return null;
  const files = [...draft.sent, ...draft.chosen, ...draft.refusedFiles].map(({ name }) => name);
  return (
    <Section title="Báo cáo chưa gửi" note="việc này không nhận báo cáo nữa">
      {draft.failure === null ? (
        <UnsentMark mark={reportMark(draft)} />
      ) : (
        <ErrorState failure={draft.failure} />
      )}
      <p className="report-left">{draft.text}</p>
      {files.length === 0 ? null : <p className="small dim">Kèm theo: {files.join(', ')}</p>}
      <p className="form-acts no-print">
        <button
          type="button"
          className="btn"
          onClick={() => outbox.discard({ userId, communeId, subjectId: taskId })}
        >
          Bỏ báo cáo này
        </button>
      </p>
    </Section>
  );
}

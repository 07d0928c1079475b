import { type ReactElement, useState } from 'react';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { ReportForm } from './report-form.tsx';
import type { AboutHousehold } from './report-records.tsx';
import { useReportMarks, useReportSentLast, useUnsentReports } from './report-sender.tsx';
import { reportSentWords } from './report-sent.ts';
import type { WholeTask, WithinTask } from './task.ts';

/**
 * The report of a task: its form, and once it went, in the form's place, that it did [GV245]. What is to be added to it, and what bank and
 * chair write down for the owner [GV35], is behind a press; open by itself where something of it stands on this machine.
 */
export function ReportPart(props: {
  readonly whole: WholeTask;
  readonly within: WithinTask;
  readonly isOwn: boolean;
}): ReactElement {
  const { whole, within, isOwn } = props;
  const { task } = whole;
  const sentLast = useReportSentLast(within.taskId);
  const isWritten = useIsOnMachine(within);
  const [open, setOpen] = useState<'pressed' | 'written' | null>(null);
  const [wasSent, setWasSent] = useState(sentLast);
  const [wasForm, setWasForm] = useState(false);
  if (wasSent !== sentLast) {
    setWasSent(sentLast);
    setOpen(null);
  } else if (isWritten && open === null) setOpen('written');
  const sent = reportSentWords(whole, sentLast, isOwn);
  const isForm = open !== null || (isOwn && sent === undefined);
  if (isForm && !wasForm) setWasForm(true);
  if (isForm)
    return (
      <ReportForm
        within={within}
        today={whole.today}
        title={task.text}
        about={householdOf(whole)}
        onBehalfOf={isOwn ? null : task.ownerName}
        isMore={task.state === 'reported'}
        isJustOpened={open === 'pressed'}
      />
    );
  const more = (
    <p className="no-print">
      <button type="button" className="btn" onClick={() => setOpen('pressed')}>
        {isOwn ? 'Bổ sung báo cáo' : 'Ghi báo cáo thay người nhận'}
      </button>
    </p>
  );
  if (sent === undefined) return more;
  return (
    <Section title="Báo cáo kết quả">
      <p className="report-sent" role="status" tabIndex={-1} ref={wasForm ? takeKeyboardLeft : undefined}>
        <Status tone="good" icon="check">
          <span>{sent}</span>
        </Status>
      </p>
      {more}
    </Section>
  );
}

/** Whether anything of a report stands on this machine, a day half typed or a photo of a tab that was closed. */
function useIsOnMachine({ taskId }: WithinTask): boolean {
  const drafts = useUnsentReports();
  const marks = useReportMarks();
  return drafts.has(taskId) || marks.has(taskId);
}

/** The keyboard of the form that is gone, which brings this into sight; whoever is elsewhere by now stays there. */
function takeKeyboardLeft(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}

/** The household that a task is about. */
function householdOf({ task: { householdId, personName } }: WholeTask): AboutHousehold {
  return householdId === null ? null : { householdId, personName };
}

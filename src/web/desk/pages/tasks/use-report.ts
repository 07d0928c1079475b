import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { useMe } from '../../session.tsx';
import { blankReport, type ReportDraft } from './report-draft.ts';
import { useReportOutbox, useUnsentReports } from './report-sender.tsx';
import type { WithinTask } from './task.ts';

/** A report being written and sent. */
export type Report = {
  readonly draft: ReportDraft;
  readonly change: (changed: Partial<ReportDraft>) => void;
  readonly choose: (files: readonly File[]) => void;
  readonly drop: (fileId: Id) => void;
  readonly send: () => void;
};

/**
 * The report of a task, as the desk keeps it: what is typed in the tab, what is chosen on the machine. Photos go as soon as
 * they are chosen, the report when it is asked for; without a network all of it waits and goes by itself, from whichever page,
 * once, because its ids are made here.
 */
export function useReport(
  { communeId, taskId }: WithinTask,
  { today, title }: { readonly today: BusinessDate; readonly title: string },
): Report {
  const outbox = useReportOutbox();
  const { userId, acting } = useMe();
  const place = { userId, communeId, subjectId: taskId };
  const standing = useUnsentReports().get(taskId)?.draft;
  const newBlank = () =>
    blankReport({ assignmentId: acting.id, title, doneOn: today }, () => crypto.randomUUID() as Id);
  const [blank, setBlank] = useState(newBlank);
  // The one begun with it stands in the outbox now: the next needs an id of its own.
  if (standing?.eventId === blank.eventId) setBlank(newBlank());
  const unclaimed = useSyncExternalStore(outbox.subscribe, outbox.unclaimed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: place and blank are made anew with every render and say the same.
  useEffect(() => outbox.claim(place, blank), [outbox, taskId, unclaimed]);
  return {
    draft: standing ?? blank,
    // What it was refused with speaks of words that stand no more.
    change: (changed) => outbox.change(place, blank, { failure: null, ...changed }),
    choose: (files) => outbox.choose(place, blank, files),
    drop: (fileId) => outbox.drop(place, fileId),
    send: () => outbox.send(place, blank),
  };
}

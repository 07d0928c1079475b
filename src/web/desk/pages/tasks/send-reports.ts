import { addTaskFile, reportTask } from '../../../../modules/governance/contract.ts';
import { call, failureOf, isUndecided } from '../../../shared/api/call.ts';
import type { Failure } from '../../../shared/components/states.tsx';
import type { UnsentPlace } from '../../unsent.ts';
import type { DueReport, ReportOutbox, UnsentReport } from './report-outbox.ts';
import type { WithinTask } from './task.ts';

/** What the server has decided of a report, or of a file of it; `failure` null: it has it. */
export type ReportNews = UnsentReport & {
  /** The name of the file; null: the report itself. */
  readonly fileName: string | null;
  readonly failure: Failure | null;
};

/**
 * Sends what waits of all reports, in each its photos first, until the server has decided on all of it or does not answer:
 * a task whose turn got no answer does not hold up the others.
 *
 * @param told runs after each decision
 */
export async function sendReports(
  outbox: ReportOutbox,
  assignmentId: string,
  told: (news: ReportNews) => void,
): Promise<void> {
  const unanswered = new Set<string>();
  const next = () => outbox.due(assignmentId).find(({ place }) => !unanswered.has(place.subjectId));
  for (let due = next(); due !== undefined; due = next()) {
    const news = await send(outbox, due);
    if (news === undefined) unanswered.add(due.place.subjectId);
    else told(news);
  }
}

/** Sends one thing; undefined while the server has not decided. */
async function send(outbox: ReportOutbox, due: DueReport): Promise<ReportNews | undefined> {
  return due.file === null ? sendReport(outbox, due) : sendFile(outbox, { ...due, file: due.file });
}

async function sendFile(
  outbox: ReportOutbox,
  { place, draft, file: { fileId, file } }: DueReport & { readonly file: NonNullable<DueReport['file']> },
): Promise<ReportNews | undefined> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const { name } = await call(addTaskFile, { ...withinOf(place), fileId }, body);
    outbox.fileDecided(place, { fileId, name }, null);
    return { place, draft, fileName: name, failure: null };
  } catch (error) {
    if (isUndecided(error)) return undefined;
    const failure = failureOf(error);
    outbox.fileDecided(place, { fileId, name: file.name }, failure);
    return { place, draft, fileName: file.name, failure };
  }
}

async function sendReport(
  outbox: ReportOutbox,
  { place, draft }: UnsentReport,
): Promise<ReportNews | undefined> {
  const { eventId, text, outcome, doneOn, records, sent } = draft;
  // Nothing goes without its day: taking it away takes the report back.
  if (doneOn === null) return undefined;
  const links = records.map(({ link }) => link);
  const fileIds = sent.map(({ fileId }) => fileId);
  try {
    await call(reportTask, { ...withinOf(place), eventId, text, outcome, doneOn, records: links, fileIds });
    outbox.reportSent(place, draft);
    return { place, draft, fileName: null, failure: null };
  } catch (error) {
    if (isUndecided(error)) return undefined;
    const failure = failureOf(error);
    outbox.reportRefused(place, draft, failure);
    return { place, draft, fileName: null, failure };
  }
}

function withinOf({ communeId, subjectId }: UnsentPlace): WithinTask {
  // Addresses of the desk and answers of the server are where these ids came from.
  return { communeId, taskId: subjectId } as WithinTask;
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { addTaskFile, reportTask } from '../../../../modules/governance/contract.ts';
import { call, isUndecided } from '../../../shared/api/call.ts';
import { useMe } from '../../session.tsx';
import type { UnsentPlace } from '../../unsent.ts';
import { type ReportDraft, readReport, writeReport } from './report-draft.ts';
import type { WithinTask } from './task.ts';
import { isWaiting, type UnsentFile, useUnsentFiles } from './use-unsent-files.ts';

const RETRY_MS = 3_000;

/** A report being written and sent. */
export type Report = {
  readonly draft: ReportDraft;
  readonly unsent: readonly UnsentFile[];
  /** What the server refused the report with. */
  readonly error: unknown;
  readonly change: (changed: Partial<ReportDraft>) => void;
  readonly choose: (files: readonly File[]) => void;
  readonly drop: (fileId: Id) => void;
  readonly send: () => void;
};

/**
 * Keeps what is typed in the tab and what is chosen on the machine, sends each photo as soon as it is chosen, and the report
 * when it is asked for; without a network all of it waits, also over a reload, and goes by itself when there is one again,
 * once, because its ids are made here.
 */
export function useReport(within: WithinTask, today: BusinessDate): Report {
  const client = useQueryClient();
  const { userId } = useMe();
  const { communeId, taskId } = within;
  const { draft, change, begin } = useDraft({ userId, communeId, subjectId: taskId }, today);
  const files = useUnsentFiles({ userId, taskId }, draft.sent);
  const [error, setError] = useState<unknown>(null);
  const nextFile = files.unsent?.find(isWaiting);
  const sendFile = async (one: UnsentFile) => {
    const outcome = await fileSent(within, one);
    if (outcome === 'undecided') return;
    const { sent, refusal } = outcome;
    if (sent === undefined) return files.refuse(one.fileId, refusal);
    change((now) => ({ sent: [...now.sent, sent] }));
    files.drop(one.fileId);
  };
  const sendReport = async () => {
    const outcome = await reportSent(within, { ...draft, doneOn: draft.doneOn ?? today });
    if (outcome === 'undecided') return;
    if (outcome.refusal === undefined) {
      begin();
      return client.invalidateQueries();
    }
    setError(outcome.refusal);
    change(() => ({ isWaiting: false }));
  };
  useRepeatedly(
    async () => {
      if (nextFile) await sendFile(nextFile);
      else if (draft.isWaiting) await sendReport();
    },
    // What the machine has kept is asked for first: a report does not go without its photos.
    files.unsent && (nextFile?.fileId ?? (draft.isWaiting ? draft.eventId : undefined)),
  );
  return {
    draft,
    unsent: files.unsent ?? [],
    error,
    change: (changed) => change(() => changed),
    choose: files.choose,
    drop: (fileId) => {
      files.drop(fileId);
      change((now) => ({ sent: now.sent.filter((one) => one.fileId !== fileId) }));
    },
    send: () => {
      setError(null);
      change(() => ({ isWaiting: true }));
    },
  };
}

/** The draft as the tab keeps it; `begin` gives an empty one, when the server has it. */
function useDraft(place: UnsentPlace, today: BusinessDate) {
  const fresh = (): ReportDraft => ({
    eventId: crypto.randomUUID() as Id,
    text: '',
    outcome: 'done',
    doneOn: today,
    records: [],
    sent: [],
    isWaiting: false,
  });
  const [draft, setDraft] = useState(() => readReport(window.sessionStorage, place, fresh));
  const change = (changed: (now: ReportDraft) => Partial<ReportDraft>) =>
    setDraft((now) => {
      const next = { ...now, ...changed(now) };
      writeReport(window.sessionStorage, place, next);
      return next;
    });
  const begin = () => {
    writeReport(window.sessionStorage, place, null);
    setDraft(fresh());
  };
  return { draft, change, begin };
}

/** Sends one file; what the server refused it with where it did. */
async function fileSent(
  within: WithinTask,
  { fileId, file }: UnsentFile,
): Promise<'undecided' | { sent?: ReportDraft['sent'][number]; refusal?: unknown }> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const { name } = await call(addTaskFile, { ...within, fileId }, body);
    return { sent: { fileId, name } };
  } catch (refusal) {
    return isUndecided(refusal) ? 'undecided' : { refusal };
  }
}

/** Sends the report with the files that are there already. */
async function reportSent(
  within: WithinTask,
  { eventId, text, outcome, doneOn, records, sent }: ReportDraft & { readonly doneOn: BusinessDate },
): Promise<'undecided' | { refusal?: unknown }> {
  try {
    const fileIds = sent.map(({ fileId }) => fileId);
    const links = records.map(({ link }) => link);
    await call(reportTask, { ...within, eventId, text, outcome, doneOn, records: links, fileIds });
    return {};
  } catch (refusal) {
    return isUndecided(refusal) ? 'undecided' : { refusal };
  }
}

/** Does a step at once and again every few seconds, one after the other, as long as there is one. */
function useRepeatedly(step: () => Promise<void>, what: string | undefined): void {
  const isBusy = useRef(false);
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (what === undefined) return;
    const run = async () => {
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        await latest.current();
      } finally {
        isBusy.current = false;
      }
    };
    void run();
    const timer = setInterval(() => void run(), RETRY_MS);
    return () => clearInterval(timer);
  }, [what]);
}

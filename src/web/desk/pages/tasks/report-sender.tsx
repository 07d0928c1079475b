import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { useToast } from '../../../shared/components/toasts.tsx';
import { keptPhotos } from '../../../shared/kept-photos.ts';
import { browserNow, keptWords } from '../../kept-words.ts';
import { paths } from '../../paths.ts';
import { codeOfCommune, useMe } from '../../session.tsx';
import { type ReportMark, reportMark } from './report-draft.ts';
import { ReportOutbox, type UnsentReport } from './report-outbox.ts';
import { type ReportNews, sendReports } from './send-reports.ts';

const RETRY_MS = 3_000;

const OutboxContext = createContext<ReportOutbox | undefined>(undefined);

/**
 * Sends the reports of tasks that wait on this machine, whichever page of the desk is open: at once when something is to be
 * sent, and again every few seconds while there is no network. What comes of one whose page is not open is told in a toast.
 */
export function ReportSender({ children }: { readonly children: ReactNode }): ReactElement {
  const { userId } = useMe();
  const [outbox] = useState(
    () =>
      new ReportOutbox({
        userId,
        store: keptWords(),
        photos: keptPhotos(window.indexedDB, browserNow),
        newId: () => crypto.randomUUID() as Id,
      }),
  );
  useSending(outbox);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** The reports of this desk that no server has. @throws Error outside the signed-in pages */
export function useReportOutbox(): ReportOutbox {
  const outbox = use(OutboxContext);
  if (outbox === undefined) throw new Error('outside of the desk');
  return outbox;
}

/** The mark of each task whose report is not with the server, by the task's id; photos of a closed tab wait too. */
export function useReportMarks(): ReadonlyMap<string, ReportMark> {
  const reports = useUnsentReports();
  const outbox = useReportOutbox();
  const unclaimed = useSyncExternalStore(outbox.subscribe, outbox.unclaimed);
  return useMemo(() => {
    const ofDrafts = [...reports].flatMap(([taskId, { draft }]) => {
      const mark = reportMark(draft);
      return mark === undefined ? [] : [[taskId, mark] as const];
    });
    return new Map([...ofDrafts, ...unclaimed.map(({ taskId }) => [taskId, 'waiting'] as const)]);
  }, [reports, unclaimed]);
}

/** Every report that is not with the server, by the id of its task. */
export function useUnsentReports(): ReadonlyMap<string, UnsentReport> {
  const outbox = useReportOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.reports);
}

/** The report of a task that the server took last since the desk is open; its page may not show it yet. */
export function useReportSentLast(taskId: string): Id | undefined {
  const outbox = useReportOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.sentLast(taskId));
}

function useSending(outbox: ReportOutbox): void {
  const { acting } = useMe();
  const tell = useTold();
  const latestTell = useRef(tell);
  latestTell.current = tell;
  const isSending = useRef(false);
  useEffect(() => void outbox.load(), [outbox]);
  const due = useSyncExternalStore(outbox.subscribe, () =>
    outbox
      .due(acting.id)
      .map(({ draft, file }) => file?.fileId ?? draft.eventId)
      .join(' '),
  );
  useEffect(() => {
    if (due === '') return;
    const run = async () => {
      if (isSending.current) return;
      isSending.current = true;
      try {
        await sendReports(outbox, acting.id, (news) => latestTell.current(news));
      } finally {
        isSending.current = false;
      }
    };
    void run();
    const timer = setInterval(() => void run(), RETRY_MS);
    return () => clearInterval(timer);
  }, [outbox, acting.id, due]);
}

/** What is done when the server has decided: pages ask anew, and who looks at another page is told. */
function useTold(): (news: ReportNews) => void {
  const client = useQueryClient();
  const me = useMe();
  const show = useToast();
  return (news) => {
    const { communeId, subjectId } = news.place;
    if (news.fileName === null) void client.invalidateQueries();
    const isOpen = window.location.pathname === paths.task(codeOfCommune(me, communeId), subjectId);
    const words = isOpen ? undefined : wordsOf(news);
    if (words !== undefined) show({ text: words });
  };
}

/** `Đã gửi báo cáo: Rà soát hộ vay đi làm ăn xa.` A photo that has arrived goes with its report, and is not told by itself. */
function wordsOf({ draft, fileName, failure }: ReportNews): string | undefined {
  const title = draft.title === '' ? 'việc được giao' : draft.title;
  if (failure !== null) return `Chưa gửi được ${fileName ?? 'báo cáo'}: ${title}. ${failure.message}`;
  return fileName === null ? `Đã gửi báo cáo: ${title}` : undefined;
}

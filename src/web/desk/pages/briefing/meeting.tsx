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
} from 'react';
import { call, failureOf, isUndecided, refusalCode } from '../../../shared/api/call.ts';
import { keptWords } from '../../kept-words.ts';
import { useMe } from '../../session.tsx';
import type { UnsentPlace } from '../../unsent.ts';
import type { Within } from './briefing.ts';
import { leftOf, readWaiting, SENT_LATER, type Waiting, withEntry, writeWaiting } from './outbox.ts';

const RETRY_MS = 3_000;

const NONE: readonly Waiting[] = [];

/** What is written in a meeting and waits for the server, and where its drafts are kept. */
export type Meeting = {
  readonly place: UnsentPlace;
  /** The names of the forms that are open on the page just now. */
  readonly openForms: Set<string>;
  /** What stands in the sections of the page; nothing once the briefing has ended. */
  readonly waiting: readonly Waiting[];
  /** All that was written and is not with the server, also after the closing. */
  readonly written: readonly Waiting[];
  /** Whether what is written now has to wait: the network is gone, or something written before is not sent yet. */
  readonly mustWait: boolean;
  /** Keeps what was written, until it is sent; in the place of what was refused under the same id. */
  readonly put: (entry: Waiting) => void;
  /** Gives up what waits. */
  readonly drop: (entryId: string) => void;
};

const MeetingContext = createContext<Meeting | undefined>(undefined);

/** The meeting whose page this is. @throws Error outside of one */
export function useMeeting(): Meeting {
  const meeting = use(MeetingContext);
  if (meeting === undefined) throw new Error('outside of a meeting');
  return meeting;
}

/**
 * Keeps what is written in a meeting until the server has acknowledged it: it stands on the page at once, is sent one after the
 * other, again while there is no network, over a reload, a closed lid and a closed tab. What is refused waits for the person with the sentence
 * of the refusal, and holds up nothing behind it.
 */
export function MeetingOutbox(props: {
  readonly within: Within;
  readonly isCutOff: boolean;
  /** What has ended takes nothing any more: what waits is told apart from it [GV105]. */
  readonly isEnded: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { userId } = useMe();
  const { communeId, briefingId: subjectId } = props.within;
  const place = useMemo(() => ({ userId, communeId, subjectId }), [userId, communeId, subjectId]);
  const [openForms] = useState(() => new Set<string>());
  const [written, setWritten] = useState(() => readWaiting(keptWords(), place));
  // Kept before the page is drawn anew: the form that held the words lets go of them in the same moment.
  const newest = useRef(written);
  const change = (changed: (entries: readonly Waiting[]) => readonly Waiting[]) => {
    newest.current = changed(newest.current);
    writeWaiting(keptWords(), place, newest.current);
    setWritten(newest.current);
  };
  const put = (entry: Waiting) => change((entries) => withEntry(entries, entry));
  const drop = (entryId: string) => change((entries) => entries.filter((one) => one.entryId !== entryId));
  useAskedBeforeLeaving(written.length > 0);
  const next = written.find(({ refusal }) => refusal === undefined);
  const settle = (sent: Waiting, refusal?: Waiting['refusal']) => {
    const now = newest.current.find(({ entryId }) => entryId === sent.entryId);
    const left = leftOf(sent, now, refusal);
    if (left === undefined) drop(sent.entryId);
    else put(left);
  };
  useSender(next, settle);
  const mustWait = props.isCutOff || next !== undefined;
  const waiting = props.isEnded ? NONE : written;
  return (
    <MeetingContext value={{ place, openForms, waiting, written, mustWait, put, drop }}>
      {props.children}
    </MeetingContext>
  );
}

/** The browser asks before it closes a page on which something waits. */
function useAskedBeforeLeaving(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isWaiting]);
}

/** Sends what waits first, again and again until the server decides; `settle` hears of it. */
function useSender(
  next: Waiting | undefined,
  settle: (sent: Waiting, refusal?: Waiting['refusal']) => void,
): void {
  const client = useQueryClient();
  const isSending = useRef(false);
  const latestSettle = useRef(settle);
  latestSettle.current = settle;
  const send = async (entry: Waiting) => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      await call(SENT_LATER[entry.kind], entry.input as never);
      // The page has the server's line before the waiting one goes: it never blinks.
      await client.invalidateQueries();
      latestSettle.current(entry);
    } catch (error) {
      if (!isUndecided(error)) {
        await client.invalidateQueries();
        latestSettle.current(entry, refused(entry, error).refusal);
      }
    } finally {
      isSending.current = false;
    }
  };
  const latestSend = useRef(send);
  latestSend.current = send;
  useEffect(() => {
    if (next === undefined) return;
    void latestSend.current(next);
    const timer = setInterval(() => void latestSend.current(next), RETRY_MS);
    return () => clearInterval(timer);
  }, [next]);
}

/** What waits, with what the server refused it with. */
export function refused(entry: Waiting, error: unknown): Waiting {
  return { ...entry, refusal: { code: refusalCode(error) ?? '', message: failureOf(error).message } };
}

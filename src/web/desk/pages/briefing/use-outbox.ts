import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { addConclusion } from '../../../../modules/governance/contract.ts';
import { call, failureOf, isUndecided } from '../../../shared/api/call.ts';
import { useMe } from '../../session.tsx';
import type { Within } from './briefing.ts';
import { readWaiting, type WaitingLine, writeWaiting } from './outbox.ts';

const RETRY_MS = 3_000;

/** Lines that were typed and wait for the server. */
export type Outbox = {
  readonly waiting: readonly WaitingLine[];
  readonly add: (line: WaitingLine) => void;
  /** Puts a mended line in the place of the refused one, which stays until then. */
  readonly replace: (line: WaitingLine) => void;
  /** Gives a refused line up. */
  readonly drop: (conclusionId: string) => void;
};

/**
 * Keeps every line from the moment it is added until the server has acknowledged it: it stands on the page at once, is
 * sent one after the other, again while there is no network, and once only for the server because its id is made here. A
 * refused line waits for the person with the sentence of the refusal.
 */
export function useOutbox(within: Within): Outbox {
  const me = useMe();
  const place = { userId: me.userId, briefingId: within.briefingId };
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(() => readWaiting(window.sessionStorage, place));
  const isSending = useRef(false);
  const keep = (change: (lines: readonly WaitingLine[]) => readonly WaitingLine[]) =>
    setWaiting((lines) => {
      const changed = change(lines);
      writeWaiting(window.sessionStorage, place, changed);
      return changed;
    });
  const next = waiting.find(({ refusal }) => refusal === undefined);
  const send = async (line: WaitingLine) => {
    if (isSending.current) return;
    isSending.current = true;
    const { refusal: _, ...content } = line;
    try {
      await call(addConclusion, { ...within, ...content });
      await client.invalidateQueries();
      keep((lines) => lines.filter(({ conclusionId }) => conclusionId !== line.conclusionId));
    } catch (error) {
      if (!isUndecided(error)) keep((lines) => refusedLine(lines, line, failureOf(error).message));
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
  return {
    waiting,
    add: (line) => keep((lines) => [...lines, line]),
    replace: (line) =>
      keep((lines) => lines.map((one) => (one.conclusionId === line.conclusionId ? line : one))),
    drop: (conclusionId) => keep((lines) => lines.filter((line) => line.conclusionId !== conclusionId)),
  };
}

function refusedLine(
  lines: readonly WaitingLine[],
  line: WaitingLine,
  refusal: string,
): readonly WaitingLine[] {
  return lines.map((one) => (one.conclusionId === line.conclusionId ? { ...one, refusal } : one));
}

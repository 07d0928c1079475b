import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import { call, isUndecided, refusalCode } from '../../../shared/api/call.ts';
import { refused, useMeeting } from './meeting.tsx';
import { isWrittenMeanwhile, type LaterKind, SENT_LATER, type Waiting } from './outbox.ts';

/** A command of a meeting, ready to be given. */
export type SentLater<K extends LaterKind> = {
  /**
   * True when the page shows what the server has, or when it waits on the page; false when it was refused and stands in its form.
   * `onTaken` is told as soon as the server or the page has it: its form need not keep it any more [GV152].
   */
  readonly run: (input: InputOf<(typeof SENT_LATER)[K]>, onTaken?: () => void) => Promise<boolean>;
  readonly isBusy: boolean;
  /** What it was refused with; null while it was not. */
  readonly error: unknown;
};

/**
 * Gives a command of a meeting. Without a network it waits in the outbox and is sent by itself; where somebody else has written
 * meanwhile it waits there beside what stands, for the person to choose. Any other refusal stands in the form.
 *
 * @param onIdTaken gives the form another id, where it has one: its own stands for other words [GV93], and would be refused at each press
 */
export function useSentLater<K extends LaterKind>(kind: K, onIdTaken?: () => void): SentLater<K> {
  const { mustWait, put } = useMeeting();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run: SentLater<K>['run'] = async (input, onTaken) => {
    const entry = { kind, entryId: crypto.randomUUID(), input } as unknown as Waiting;
    const wait = (waiting: Waiting) => {
      put(waiting);
      onTaken?.();
    };
    if (mustWait) {
      wait(entry);
      return true;
    }
    setBusy(true);
    setError(null);
    try {
      await call(SENT_LATER[kind], input as never);
      onTaken?.();
      await client.invalidateQueries();
      return true;
    } catch (failure) {
      if (refusalCode(failure) === 'idTaken') onIdTaken?.();
      const isStale = isWrittenMeanwhile(refusalCode(failure));
      if (isStale) await client.invalidateQueries();
      if (isStale) wait(refused(entry, failure));
      else if (isUndecided(failure)) wait(entry);
      else setError(failure);
      return isStale || isUndecided(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, error };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import type { settleConclusion, settleTalkingPoint } from '../../../../modules/governance/contract.ts';
import { call, isOutdated, refusalCode } from '../../../shared/api/call.ts';
import { refused, useMeeting } from './meeting.tsx';
import type { Waiting } from './outbox.ts';

/** Which of two versions of a line stands. */
export type VersionKept = InputOf<typeof settleConclusion>['keep'];

/** A choice between two versions, ready to be made. */
export type VersionChoice<Op extends typeof settleConclusion | typeof settleTalkingPoint> = {
  /** `wanted` writes anew the version that is chosen, as it stands on the page when it is pressed. */
  readonly choose: (input: InputOf<Op>, wanted: Waiting) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: unknown;
};

/**
 * Chooses one of two versions of a line. Where another has chosen otherwise meanwhile, what was wanted waits beside what stands, also when
 * the question has gone from the page by then, for the person to write it anew or leave it [GV97].
 */
export function useVersionChoice<Op extends typeof settleConclusion | typeof settleTalkingPoint>(
  operation: Op,
): VersionChoice<Op> {
  const { put } = useMeeting();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const choose = async (input: InputOf<Op>, wanted: Waiting) => {
    setBusy(true);
    setError(null);
    try {
      await call(operation, input);
      await client.invalidateQueries();
    } catch (failure) {
      if (isOutdated(failure)) void client.invalidateQueries();
      if (refusalCode(failure) === 'versionChosen') put(refused(wanted, failure));
      else if (refusalCode(failure) !== 'notSignedIn') setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { choose, isBusy, error };
}

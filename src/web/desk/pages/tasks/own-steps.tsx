import { type ReactElement, useEffect, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { receiveTask, startTask } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { isReceivedByOpening, mayBegin, type WholeTask, type WithinTask } from './task.ts';

type Props = { readonly whole: WholeTask; readonly within: WithinTask };

/**
 * What the owner of a task says before there is anything to report [GV134]: that they know of it, by opening its page, without a
 * press; and that they have begun, by one.
 */
export function OwnSteps({ whole, within }: Props): ReactElement | null {
  useReceivedByOpening({ whole, within });
  const start = useCommand(startTask);
  const [eventId] = useState(newId);
  if (!mayBegin(whole)) return null;
  return (
    <div className="form-acts no-print">
      <button
        type="button"
        className="btn"
        disabled={start.isBusy}
        onClick={() => void start.run({ ...within, eventId })}
      >
        Bắt đầu làm
      </button>
      <span className="small dim">Báo người giao biết là đang làm. Làm xong thì gửi báo cáo.</span>
      <Refused error={start.error} />
    </div>
  );
}

/** Receives the task once. What did not get through is left to the next opening: nobody has to be told of it. */
function useReceivedByOpening({ whole, within }: Props): void {
  const { run } = useCommand(receiveTask);
  // One id for one opening: sent twice, it happens once [GV34].
  const [eventId] = useState(newId);
  const isToReceive = isReceivedByOpening(whole);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` and `within` are made anew with every render and say the same.
  useEffect(() => {
    if (isToReceive) void run({ ...within, eventId });
  }, [isToReceive]);
}

function newId(): Id {
  return crypto.randomUUID() as Id;
}

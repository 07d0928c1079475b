import type { InputOf } from '../../../../kernel/contract.ts';
import type { settleConclusion, settleTalkingPoint } from '../../../../modules/governance/contract.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
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
  const { run, isBusy, error } = useCommand(operation);
  const choose = async (input: InputOf<Op>, wanted: Waiting) => {
    const onRefused = (refusal: unknown) => {
      if (isChosen(refusal)) put(refused(wanted, refusal));
    };
    await run(input, { onRefused });
  };
  return { choose, isBusy, error: isChosen(error) ? null : error };
}

/** Whether a choice was refused because another has chosen otherwise. */
function isChosen(refusal: unknown): boolean {
  return refusalCode(refusal) === 'versionChosen';
}

import { type Refusal, refuse } from '../../../kernel/refusal.ts';

/** What became of a version besides the one that stands: replaced, waiting for a choice, not taken, taken. */
export type VersionState = 'replaced' | 'conflicting' | 'dropped' | 'chosen';

/** A version that may wait for a choice; by whom it was taken or left, where that is known. */
export type ChosenVersion = {
  readonly state: VersionState;
  readonly writtenByName: string;
  readonly settledByName: string | null;
};

/**
 * Says who has chosen otherwise, and how: who presses at the same moment is not passed over without a word [GV97]. Undefined while a
 * version waits for the choice.
 */
export function refuseChosenOtherwise(
  version: ChosenVersion | undefined,
): Refusal<'versionChosen'> | undefined {
  if (version?.state !== 'chosen' && version?.state !== 'dropped') return undefined;
  const { state, writtenByName, settledByName } = version;
  return refuse('versionChosen', {
    by: settledByName ?? 'Người khác',
    choice: `${state === 'chosen' ? 'lấy' : 'không lấy'} bản của ${writtenByName || 'người ghi sau'}`,
  });
}

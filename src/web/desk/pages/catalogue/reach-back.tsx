import type { ReactElement } from 'react';
import { refusalCode } from '../../../shared/api/call.ts';

/** True once a row was refused for beginning by the newest published data date: it may be meant. */
function isReachBack(error: unknown): boolean {
  return refusalCode(error) === 'rowReachesBack';
}

/** Enters all the same a row that begins by the newest published data date, below the refusal that says what follows. */
export function ReachBackButton(props: {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}): ReactElement | null {
  if (!isReachBack(props.error)) return null;
  return (
    <button type="button" className="btn" disabled={props.isBusy} onClick={props.onConfirm}>
      Vẫn nhập
    </button>
  );
}

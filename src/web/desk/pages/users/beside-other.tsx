import type { ReactElement } from 'react';
import { refusalCode } from '../../../shared/api/call.ts';

/** Gives an office all the same that another holds, below the refusal that says who: both may be meant. */
export function BesideOtherButton(props: {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}): ReactElement | null {
  if (refusalCode(props.error) !== 'officeHeldByOther') return null;
  return (
    <button type="button" className="btn" disabled={props.isBusy} onClick={props.onConfirm}>
      Vẫn giao
    </button>
  );
}

import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';
import { useMeeting } from './meeting.tsx';
import { isWrittenMeanwhile, type Waiting } from './outbox.ts';

/**
 * What was written and is not with the server yet: on its way, refused with the reason, or written while another wrote: then it
 * stands beside the other's words, and the person chooses. So does a version that was chosen while another chose otherwise [GV97].
 */
export function WaitingNote(props: {
  readonly entry: Waiting;
  /** What was written, in the words of the page. */
  readonly text: string;
  /** Opens the form with what was refused. */
  readonly onMend?: () => void;
  /** The same against what stands now; without it another's words stay. */
  readonly anew?: () => Waiting;
}): ReactElement {
  const { entry, text, anew } = props;
  const { put, drop } = useMeeting();
  if (entry.refusal === undefined)
    return (
      <span className="lines-meta">
        <span>{text}</span>
        <Status tone="dim" icon="clock">
          Chờ gửi
        </Status>
      </span>
    );
  const isChosen = entry.refusal.code === 'versionChosen';
  if (isWrittenMeanwhile(entry.refusal.code))
    return (
      <div className="notice warn" role="status">
        <p>
          <b>{isChosen ? 'Hai người cùng chọn.' : 'Hai người cùng ghi.'}</b> {entry.refusal.message}{' '}
          {isChosen ? 'Bản mình chọn' : 'Bản của mình'}: {text}.
        </p>
        <p className="row-acts">
          <button type="button" className="btn sm" onClick={() => drop(entry.entryId)}>
            Giữ bản đang có
          </button>
          {anew === undefined ? null : (
            <button type="button" className="btn sm" onClick={() => put(anew())}>
              {isChosen ? 'Ghi lại bản mình chọn' : 'Lấy bản của mình'}
            </button>
          )}
        </p>
      </div>
    );
  return (
    <span className="lines-meta">
      <span>{text}</span>
      <Status tone="bad" icon="warning">
        {entry.refusal.message}
      </Status>
      <span className="row-acts push">
        {props.onMend === undefined ? null : (
          <button type="button" className="link" onClick={props.onMend}>
            Sửa lại
          </button>
        )}
        <button type="button" className="link" onClick={() => drop(entry.entryId)}>
          Bỏ
        </button>
      </span>
    </span>
  );
}

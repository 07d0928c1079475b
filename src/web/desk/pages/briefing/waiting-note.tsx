import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';
import { useMeeting } from './meeting.tsx';
import { isAttendeeAnother, isWrittenMeanwhile, type Waiting } from './outbox.ts';

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
  const words = meanwhileWords(entry);
  if (isWrittenMeanwhile(entry.refusal.code))
    return (
      <div className="notice warn" role="status">
        <p>
          <b>{words.what}</b> {entry.refusal.message} {words.own}: {text}.
        </p>
        <p className="row-acts">
          <button type="button" className="btn sm" onClick={() => drop(entry.entryId)}>
            {words.drop}
          </button>
          {anew === undefined ? null : (
            <button type="button" className="btn sm" onClick={() => put(anew())}>
              {words.anew}
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

const KEEP = 'Giữ bản đang có';

/** How it is told that something else stands by now: what is called one's own, what gives it up, what writes it all the same. */
function meanwhileWords(entry: Waiting): Readonly<Record<'what' | 'own' | 'drop' | 'anew', string>> {
  if (entry.refusal?.code === 'versionChosen')
    return { what: 'Hai người cùng chọn.', own: 'Bản mình chọn', drop: KEEP, anew: 'Ghi lại bản mình chọn' };
  if (isAttendeeAnother(entry))
    return {
      what: 'Người dự đã đổi.',
      own: 'Bản của mình',
      drop: 'Bỏ bản của mình',
      anew: 'Ghi cho người này',
    };
  return { what: 'Hai người cùng ghi.', own: 'Bản của mình', drop: KEEP, anew: 'Lấy bản của mình' };
}

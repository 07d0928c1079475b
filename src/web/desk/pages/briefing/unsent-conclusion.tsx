import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Status } from '../../../shared/components/status.tsx';
import type { Waiting } from './outbox.ts';
import { OwnerMark } from './owner-mark.tsx';
import type { SeatOption } from './seats-typed.ts';
import { type KeptForm, takeKeyboard } from './use-draft.ts';
import { isVacant } from './vacant-owners.ts';
import { WaitingNote } from './waiting-note.tsx';

/**
 * A conclusion that the server does not have yet, as those that it has [GV244]: who does it by when, and the form in which it is mended or
 * withdrawn; or with what it was refused.
 */
export function UnsentConclusion(props: {
  readonly number: number | undefined;
  readonly unsent: Waiting<'addConclusion'>;
  readonly seats: readonly SeatOption[];
  readonly canWrite: boolean;
  readonly form: KeptForm;
}): ReactElement {
  const { unsent, form } = props;
  const { text, dueOn, ownerSeat = null, ownerName } = unsent.input;
  const line = { ownerSeat, ownerName, ownerNow: null };
  const isRefused = unsent.refusal !== undefined;
  return (
    <li value={props.number}>
      <span className="lines-text">{text}</span>
      <span className="lines-meta">
        <OwnerMark line={line} isVacant={isVacant(props.seats, line)} />
        <span className="push">{dueOn === null ? 'chưa có hạn' : formatDate(dueOn)}</span>
        {props.canWrite && !isRefused ? (
          <span className="nowrap no-print">
            <button
              type="button"
              className="icon-btn"
              aria-label={`Sửa kết luận: ${text}`}
              ref={form.moved === 'closed' ? takeKeyboard : undefined}
              onClick={() => form.open()}
            >
              <Icon name="edit" />
            </button>
          </span>
        ) : null}
      </span>
      {isRefused ? (
        <WaitingNote entry={unsent} text="Chưa ghi được." onMend={() => form.open()} />
      ) : (
        <span className="lines-meta">
          <Status tone="dim" icon="clock">
            Chờ gửi
          </Status>
        </span>
      )}
    </li>
  );
}

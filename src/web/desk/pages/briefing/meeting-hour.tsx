import type { FormEvent, ReactElement } from 'react';
import { tellMeetingHour } from '../../../../modules/governance/contract.ts';
import { wrongInField } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { notBlank, TextField } from '../../../shared/components/field.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { typedHour } from '../calendar/session.ts';
import type { Briefing, Within } from './briefing.ts';
import { type KeptForm, takeKeyboard, useDraft, useKeptForm } from './use-draft.ts';

type Props = { readonly briefing: Briefing; readonly within: Within };

/** At which hour a meeting that is being prepared begins and whence that is known; whoever prepares it tells another [GV114]. */
export function MeetingHour({ briefing, within }: Props): ReactElement {
  const me = useMe();
  const form = useKeptForm('hour');
  const canTell = may(me, tellMeetingHour) && briefing.heldOn >= briefing.today;
  if (canTell && form.isOpen) return <HourForm briefing={briefing} within={within} form={form} />;
  return (
    <p className="small">
      {hourWords(briefing)}{' '}
      {isBeforeSession(briefing) ? (
        <Status tone="warn" icon="warning">
          Trước giờ bắt đầu phiên ({briefing.startsAt})
        </Status>
      ) : null}{' '}
      {canTell ? (
        <button
          type="button"
          className="link no-print"
          ref={form.moved === 'closed' ? takeKeyboard : undefined}
          onClick={() => form.open()}
        >
          {briefing.meetsAt === null ? 'Ghi giờ' : 'Đổi giờ'}
        </button>
      ) : null}
    </p>
  );
}

function hourWords({ meetsAt, hourToldByName, startsAt }: Briefing): string {
  if (meetsAt === null) {
    const session =
      startsAt === null ? 'lịch chưa ghi giờ phiên' : `phiên từ ${startsAt}, lịch chưa ghi giờ hết`;
    return `Giao ban ngay sau phiên; ${session}.`;
  }
  return `Giao ban lúc ${meetsAt}, ${hourToldByName === null ? 'theo giờ hết phiên trên lịch' : `${hourToldByName} ghi`}.`;
}

/** An hour that somebody told stays when the session moves, and may then come before it: that is said, not changed [GV114]. */
function isBeforeSession({ meetsAt, startsAt }: Briefing): boolean {
  return meetsAt !== null && startsAt !== null && meetsAt < startsAt;
}

function HourForm({ briefing, within, form }: Props & { readonly form: KeptForm }): ReactElement {
  const [{ hour }, change] = useDraft(form.name, () => ({ hour: briefing.meetsAt ?? '' }));
  const tell = useCommand(tellMeetingHour);
  const run = (meetsAt: string | null) =>
    form.send((onTaken) => tell.run({ ...within, meetsAt }, { onTaken }));
  const wrong = wrongInField(tell.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = typedHour(hour);
    // No hour would set the rule's, for which there is a button of its own.
    if (typed !== null) void run(typed);
  };
  return (
    <form className="form no-print" onSubmit={submit}>
      <TextField
        label="Giờ giao ban"
        hint="Ví dụ 10:30. Giấy mời đang chờ gửi được rút lại, gửi sau thì ghi giờ mới."
        value={hour}
        autoFocus={form.moved === 'opened'}
        aria-required
        ref={notBlank('Chưa nhập giờ. Ghi giờ, ví dụ 10:30.')}
        error={wrong}
        onText={(typed) => change({ hour: typed })}
      />
      <Refused error={wrong === undefined ? tell.error : null} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={tell.isBusy}>
          Ghi giờ
        </button>
        {briefing.hourToldByName === null ? null : (
          <button type="button" className="btn sm" disabled={tell.isBusy} onClick={() => void run(null)}>
            Theo giờ hết phiên
          </button>
        )}
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

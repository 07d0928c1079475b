import { type FormEvent, type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { addAttendee, recordAttendance, removeAttendee } from '../../../../modules/governance/contract.ts';
import { PARTS, PRESENCES, type Presence } from '../../../../modules/governance/domain/attendance.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status, type Tone } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { GuestForm } from './guest-form.tsx';

type Attendee = Briefing['attendees'][number];
type PartCount = Briefing['parts'][number];

/**
 * Who is there, by part; a part opens to its people. Before the meeting it is whom one counts on; in it everyone is present
 * until somebody says otherwise [GV3].
 */
export function AttendanceSection({
  briefing,
  within,
}: {
  briefing: Briefing;
  within: Within;
}): ReactElement {
  const me = useMe();
  const [guestId, setGuestId] = useState<Id>();
  const canAdd = briefing.state !== 'closed' && may(me, addAttendee);
  const asked = briefing.parts.reduce((sum, part) => sum + part.asked, 0);
  const there = briefing.parts.reduce((sum, part) => sum + part.there, 0);
  const heading = briefing.state === 'preparing' ? 'Dự kiến' : 'Có mặt';
  return (
    <Section title={`${heading} ${there}/${asked}`} actions={<Compulsory briefing={briefing} />}>
      <p className="chair small">{chairLine(briefing)}</p>
      <div className="att">
        {briefing.parts.map((part) => (
          <PartRows
            key={part.part}
            part={part}
            attendees={briefing.attendees.filter((attendee) => attendee.part === part.part)}
            within={within}
            state={briefing.state}
          />
        ))}
      </div>
      {guestId !== undefined ? (
        <GuestForm key={guestId} attendeeId={guestId} within={within} onDone={() => setGuestId(undefined)} />
      ) : canAdd ? (
        <button type="button" className="twin no-print" onClick={() => setGuestId(crypto.randomUUID() as Id)}>
          <Icon name="plus" />
          Thêm người dự
        </button>
      ) : null}
    </Section>
  );
}

/** The compulsory parts [GV4]: who is missing, or that nobody is; before the meeting nobody can be there yet. */
function Compulsory({ briefing }: { briefing: Briefing }): ReactElement {
  const missing = briefing.missingParts.map((part) => PARTS[part].toLowerCase()).join(', ');
  if (missing !== '')
    return (
      <Status tone="bad" icon="warning" small>
        Thiếu {missing}
      </Status>
    );
  return briefing.state === 'preparing' ? (
    <Status tone="dim" icon="clock" small>
      Chưa điểm danh
    </Status>
  ) : (
    <Status tone="good" icon="check" small>
      Đủ thành phần bắt buộc
    </Status>
  );
}

function chairLine({ chairedBy, state }: Briefing): string {
  if (chairedBy === null) return 'Chưa có người chủ trì';
  return `${state === 'preparing' ? 'Dự kiến chủ trì' : 'Chủ trì'} ${chairedBy}, Tổ giao dịch xã`;
}

function PartRows(props: {
  part: PartCount;
  attendees: readonly Attendee[];
  within: Within;
  state: Briefing['state'];
}): ReactElement {
  const { part, attendees } = props;
  return (
    <details>
      <summary>
        <span>
          {PARTS[part.part]}
          {part.deputies > 0 ? `, ${part.deputies} dự thay` : ''}
          {part.excused > 0 ? `, ${part.excused} vắng có lý do` : ''}
        </span>
        <b>
          {part.there}/{part.asked}
        </b>
      </summary>
      <ul className="who-l">
        {attendees.map((attendee) => (
          <Person key={attendee.attendeeId} attendee={attendee} within={props.within} state={props.state} />
        ))}
      </ul>
    </details>
  );
}

const TONES: Readonly<Record<Presence, Tone>> = {
  present: 'good',
  late: 'warn',
  deputy: 'warn',
  excused: 'dim',
  absent: 'bad',
};

function Person(props: { attendee: Attendee; within: Within; state: Briefing['state'] }): ReactElement {
  const me = useMe();
  const { attendee } = props;
  const [isTelling, setTelling] = useState(false);
  const isExpected = props.state === 'preparing' && attendee.presence === 'present';
  const presence = isExpected ? 'Dự kiến' : PRESENCES[attendee.presence];
  const canTell = props.state !== 'closed' && may(me, recordAttendance);
  return (
    <li>
      <div className="r">
        <b>{attendee.fullName}</b>
        {canTell ? (
          <button type="button" className="link no-print" onClick={() => setTelling(!isTelling)}>
            {presence}
          </button>
        ) : (
          <span>{presence}</span>
        )}
      </div>
      <span className="sub">
        {attendee.capacity}
        {attendee.presence === 'present' ? null : (
          <>
            .{' '}
            <Status
              tone={TONES[attendee.presence]}
              icon={attendee.presence === 'absent' ? 'warning' : 'info'}
            >
              {PRESENCES[attendee.presence]}
              {attendee.deputyName === null ? '' : `: ${attendee.deputyName}`}
            </Status>
            {attendee.note === null ? '' : ` ${attendee.note}`}
          </>
        )}
      </span>
      {isTelling ? (
        <PresenceForm attendee={attendee} within={props.within} onDone={() => setTelling(false)} />
      ) : null}
    </li>
  );
}

function PresenceForm(props: { attendee: Attendee; within: Within; onDone: () => void }): ReactElement {
  const { attendee } = props;
  const [told, setTold] = useState({
    presence: attendee.presence,
    deputyName: attendee.deputyName ?? '',
    note: attendee.note ?? '',
  });
  const record = useCommand(recordAttendance);
  const remove = useCommand(removeAttendee);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await record.run({
      ...props.within,
      attendeeId: attendee.attendeeId,
      presence: told.presence,
      deputyName: told.deputyName.trim() === '' ? null : told.deputyName,
      note: told.note.trim() === '' ? null : told.note,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Điểm danh"
        value={told.presence}
        options={Object.entries(PRESENCES).map(([value, text]) => ({ value, text }))}
        onChoose={(presence) => setTold({ ...told, presence: presence as Presence })}
      />
      {told.presence === 'deputy' ? (
        <TextField
          label="Người dự thay"
          value={told.deputyName}
          onText={(deputyName) => setTold({ ...told, deputyName })}
        />
      ) : null}
      <TextField
        label="Ghi chú"
        value={told.note}
        error={record.error === null ? undefined : failureOf(record.error).message}
        onText={(note) => setTold({ ...told, note })}
      />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={record.isBusy}>
          Ghi
        </button>
        <button type="button" className="btn sm" onClick={props.onDone}>
          Thôi
        </button>
        <button
          type="button"
          className="link push"
          disabled={remove.isBusy}
          onClick={() => void remove.run({ ...props.within, attendeeId: attendee.attendeeId })}
        >
          Bỏ khỏi danh sách
        </button>
      </div>
      <Refused error={remove.error} />
    </form>
  );
}

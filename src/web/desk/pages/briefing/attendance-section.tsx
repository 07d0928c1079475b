import { type FormEvent, type ReactElement, useState } from 'react';
import { recordAttendance } from '../../../../modules/governance/contract.ts';
import { PARTS, PRESENCES, type Presence } from '../../../../modules/governance/domain/attendance.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status, type Tone } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';

type Attendee = Briefing['attendees'][number];
type PartCount = Briefing['parts'][number];

/** Who is there, by part; a part opens to its people. Present until somebody says otherwise. */
export function AttendanceSection({
  briefing,
  within,
}: {
  briefing: Briefing;
  within: Within;
}): ReactElement {
  const asked = briefing.parts.reduce((sum, part) => sum + part.asked, 0);
  const there = briefing.parts.reduce((sum, part) => sum + part.there, 0);
  return (
    <Section
      title={`Có mặt ${there}/${asked}`}
      actions={
        briefing.missingParts.length === 0 ? (
          <Status tone="good" icon="check" small>
            Đủ thành phần bắt buộc
          </Status>
        ) : (
          <Status tone="bad" icon="warning" small>
            Thiếu {briefing.missingParts.map((part) => PARTS[part].toLowerCase()).join(', ')}
          </Status>
        )
      }
    >
      <p className="chair small">
        {briefing.chairedBy === null
          ? 'Chưa có người chủ trì'
          : `Chủ trì ${briefing.chairedBy}, Tổ giao dịch xã`}
      </p>
      <div className="att">
        {briefing.parts.map((part) => (
          <PartRows
            key={part.part}
            part={part}
            attendees={briefing.attendees.filter((attendee) => attendee.part === part.part)}
            within={within}
            isClosed={briefing.state === 'closed'}
          />
        ))}
      </div>
    </Section>
  );
}

function PartRows(props: {
  part: PartCount;
  attendees: readonly Attendee[];
  within: Within;
  isClosed: boolean;
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
          <Person
            key={attendee.attendeeId}
            attendee={attendee}
            within={props.within}
            isClosed={props.isClosed}
          />
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

function Person(props: { attendee: Attendee; within: Within; isClosed: boolean }): ReactElement {
  const me = useMe();
  const { attendee } = props;
  const [isTelling, setTelling] = useState(false);
  const canTell = !props.isClosed && may(me, recordAttendance);
  return (
    <li>
      <div className="r">
        <b>{attendee.fullName}</b>
        {canTell ? (
          <button type="button" className="link no-print" onClick={() => setTelling(!isTelling)}>
            {PRESENCES[attendee.presence]}
          </button>
        ) : (
          <span>{PRESENCES[attendee.presence]}</span>
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
      </div>
    </form>
  );
}

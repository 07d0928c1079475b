import type { FormEvent, ReactElement } from 'react';
import { recordAttendance, removeAttendee } from '../../../../modules/governance/contract.ts';
import { isEmptySeat, PRESENCES, type Presence } from '../../../../modules/governance/domain/attendance.ts';
import { isEnded, isHeld } from '../../../../modules/governance/domain/briefing.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Status, type Tone } from '../../../shared/components/status.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { HolderCame } from './holder-came.tsx';
import { LeftOffice } from './left-office.tsx';
import { TakenOffMeanwhile } from './meanwhile.tsx';
import { NumberNote } from './number-note.tsx';
import { reachedWords } from './reached-words.ts';
import { type KeptForm, useDraft, useKeptForm } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';
import { type PresenceDraft, WaitingPresence } from './waiting-presence.tsx';

/** Somebody who is asked as the list shows them, or who was taken off it while something is told of them here [GV119]. */
export type Shown = Omit<Briefing['attendees'][number], 'seat'> & {
  readonly takenOff?: Briefing['takenOff'][number];
};

/** How the names of the forms begin in which somebody's presence is told. */
export const PRESENCE_FORM = 'presence.';

/** The name of the form in which somebody's presence is told. */
export function presenceForm({ attendeeId }: Pick<Shown, 'attendeeId'>): string {
  return `${PRESENCE_FORM}${attendeeId}`;
}

const TONES: Readonly<Record<Presence, Tone>> = {
  present: 'good',
  late: 'warn',
  deputy: 'warn',
  excused: 'dim',
  absent: 'bad',
};

/** Somebody who is asked, how they are there, and the form in which that is told. */
export function Person(props: {
  attendee: Shown;
  within: Within;
  state: Briefing['state'];
  /** How the press is called by which the holder of the row's office came. */
  holderCame: string;
}): ReactElement {
  const me = useMe();
  const { attendee } = props;
  const telling = useKeptForm(presenceForm(attendee));
  const isExpected = !isHeld(props.state) && attendee.presence === 'present';
  const presence = presenceWords(attendee, isExpected);
  const canTell = !isEnded(props.state) && may(me, recordAttendance);
  return (
    <li>
      <div className="r">
        <b>{attendee.fullName}</b>
        {canTell ? (
          <button
            type="button"
            className="link no-print"
            onClick={() => (telling.isOpen ? telling.close() : telling.open())}
          >
            {presence}
          </button>
        ) : (
          <span>{presence}</span>
        )}
      </div>
      <span className="sub">
        {attendee.isVacant ? 'Chưa có người giữ chức vụ' : attendee.capacity}
        {attendee.before === null || attendee.before.isVacant
          ? ''
          : `. Giữ chức vụ thay ${attendee.before.fullName}`}
        {attendee.presence === 'present' ? (
          // Whose place it is in, where another held the office when the list was made [GV136].
          attendee.note === null ? null : (
            `. ${attendee.note}`
          )
        ) : (
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
      {/* In the meeting a place is not given away: who was there when it began may have been there, and is not taken off. */}
      <LeftOffice
        attendee={attendee}
        {...(canTell && !isHeld(props.state) ? { within: props.within } : {})}
      />
      {canTell ? (
        <HolderCame attendee={attendee} within={props.within} title={props.holderCame} form={telling} />
      ) : null}
      <WaitingPresence attendee={attendee} form={telling} />
      {canTell && telling.isOpen ? (
        <PresenceForm attendee={attendee} within={props.within} form={telling} />
      ) : null}
    </li>
  );
}

function presenceWords(attendee: Shown, isExpected: boolean): string {
  const { takenOff, presence } = attendee;
  if (takenOff !== undefined) return 'Đã bỏ';
  if (isEmptySeat(attendee)) return 'Không có ai';
  return isExpected ? 'Dự kiến' : PRESENCES[presence];
}

/** What the form of a presence begins with: what a person noted, not in whose place somebody is, which the list says by itself [GV136]. */
export function noteToBeginWith({ note, toldByName }: Pick<Shown, 'note' | 'toldByName'>): string {
  return toldByName === null ? '' : (note ?? '');
}

function PresenceForm(props: { attendee: Shown; within: Within; form: KeptForm }): ReactElement {
  const { attendee, form } = props;
  const [told, change] = useDraft<PresenceDraft>(form.name, () => ({
    presence: attendee.presence,
    deputyName: attendee.deputyName ?? '',
    note: noteToBeginWith(attendee),
    baseVersion: attendee.version,
    fullName: attendee.fullName,
  }));
  const record = useSentLater('recordAttendance');
  const remove = useCommand(removeAttendee);
  const toast = useToast();
  const takeOff = async () => {
    const { attendeeId, fullName } = attendee;
    await form.send(async (onTaken) => {
      const done = await remove.run({ ...props.within, attendeeId, fullName }, { onTaken });
      const text = done === undefined ? null : reachedWords(done.reached);
      if (text !== null) toast({ text });
      return done;
    });
  };
  // Their place is another's: only what is typed is left to take along.
  const cannotBeSaid = attendee.takenOff !== undefined && attendee.takenOff.nowOf !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (cannotBeSaid) return;
    const said = {
      ...props.within,
      attendeeId: attendee.attendeeId,
      fullName: told.fullName,
      presence: told.presence,
      deputyName: told.deputyName.trim() === '' ? null : told.deputyName,
      note: told.note.trim() === '' ? null : told.note,
      baseVersion: told.baseVersion,
    };
    await form.send(
      (onTaken) => record.run(said, onTaken),
      () => change({ baseVersion: told.baseVersion + 1 }),
    );
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {attendee.takenOff === undefined ? null : (
        <TakenOffMeanwhile off={attendee.takenOff} words={`${told.deputyName} ${told.note}`} />
      )}
      <SelectField
        label="Điểm danh"
        value={told.presence}
        options={Object.entries(PRESENCES).map(([value, text]) => ({ value, text }))}
        onChoose={(presence) => change({ presence: presence as Presence })}
      />
      {told.presence === 'deputy' ? (
        <TextField
          label="Người dự thay"
          value={told.deputyName}
          printed={told.deputyName}
          onText={(deputyName) => change({ deputyName })}
        />
      ) : null}
      <TextField
        label="Ghi chú"
        value={told.note}
        printed={told.note}
        error={record.error === null ? undefined : failureOf(record.error).message}
        onText={(note) => change({ note })}
      />
      <NumberNote text={`${told.deputyName}\n${told.note}`} />
      <div className="form-acts">
        {cannotBeSaid ? null : (
          <button type="submit" className="btn go sm" disabled={record.isBusy}>
            Ghi
          </button>
        )}
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
        {attendee.takenOff === undefined ? (
          <button type="button" className="link push" disabled={remove.isBusy} onClick={() => void takeOff()}>
            Bỏ khỏi danh sách
          </button>
        ) : null}
      </div>
      <Refused error={remove.error} />
    </form>
  );
}

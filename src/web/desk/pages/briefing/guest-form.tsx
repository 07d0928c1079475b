import type { FormEvent, ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { listSeats } from '../../../../modules/governance/contract.ts';
import { PARTS, type Part } from '../../../../modules/governance/domain/attendance.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { seatOfGuest } from '../../../../modules/governance/domain/guest-seat.ts';
import { type PlaceTitles, partTitle } from '../../../../modules/governance/domain/titles-of-place.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import type { Briefing, Within } from './briefing.ts';
import { useMeeting } from './meeting.tsx';
import { NumberNote } from './number-note.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import { type KeptForm, useDraft } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';
import { WaitingNote } from './waiting-note.tsx';

/** What stands in the form of a guest; the id is made once, so that sending twice asks once. */
type GuestDraft = {
  readonly attendeeId: Id;
  readonly fullName: string;
  readonly capacity: string;
  readonly part: Part;
};

/** Asks somebody more: a guest, or another of a part that the system did not find. */
export function GuestForm({
  within,
  form,
  titles,
}: {
  within: Within;
  form: KeptForm;
  titles: PlaceTitles;
}): ReactElement {
  const [guest, change] = useDraft<GuestDraft>(form.name, () => ({
    attendeeId: crypto.randomUUID() as Id,
    fullName: '',
    capacity: '',
    part: 'other',
  }));
  const takeNewId = () => change({ attendeeId: crypto.randomUUID() as Id });
  const add = useSentLater('addAttendee', takeNewId);
  const { data } = useQuestion(listSeats, { communeId: within.communeId });
  const office = seatOfGuest(data?.seats ?? [], guest);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Which office is theirs the server finds by itself, also where this page does not know the offices yet [GV164].
    await form.send((onTaken) => add.run({ ...within, ...guest, seat: null }, onTaken), takeNewId);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Họ và tên"
        value={guest.fullName}
        autoFocus={form.moved === 'opened'}
        printed={guest.fullName}
        required
        maxLength={LONGEST.personName}
        autoComplete="off"
        onText={(fullName) => change({ fullName })}
      />
      <TextField
        label="Chức vụ, đơn vị"
        hint="Ví dụ: Hiệu trưởng Trường THCS Ngọc Lãng."
        value={guest.capacity}
        printed={guest.capacity}
        required
        maxLength={LONGEST.capacity}
        autoComplete="off"
        onText={(capacity) => change({ capacity })}
      />
      <NumberNote text={`${guest.fullName}\n${guest.capacity}`} />
      <SelectField
        label="Thành phần"
        value={guest.part}
        options={(Object.keys(PARTS) as Part[]).map((part) => ({
          value: part,
          text: partTitle(part, titles),
        }))}
        onChoose={(part) => change({ part: part as Part })}
      />
      {office === undefined ? null : <p className="small">Mời theo chức vụ đang giữ: {office.title}.</p>}
      <Refused error={add.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={add.isBusy}>
          Thêm người dự
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

/** People asked more whom the server does not know of yet. */
export function WaitingGuests(props: {
  readonly known: Briefing['attendees'];
  readonly form: KeptForm;
}): ReactElement | null {
  const { waiting, drop } = useMeeting();
  const guests = waitingOf(waiting, 'addAttendee').filter(
    ({ input }) => !props.known.some(({ attendeeId }) => attendeeId === input.attendeeId),
  );
  if (guests.length === 0) return null;
  const mend = ({ entryId, input }: Waiting<'addAttendee'>) => {
    const { attendeeId, fullName, capacity, part } = input;
    drop(entryId);
    props.form.open({ attendeeId, fullName, capacity, part } satisfies GuestDraft);
  };
  return (
    <ul className="lines">
      {guests.map((entry) => (
        <li key={entry.entryId}>
          <WaitingNote
            entry={entry}
            text={`${entry.input.fullName}, ${entry.input.capacity}`}
            onMend={() => mend(entry)}
          />
        </li>
      ))}
    </ul>
  );
}

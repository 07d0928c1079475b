import type { ReactElement } from 'react';
import { addAttendee } from '../../../../modules/governance/contract.ts';
import { isEnded, isHeld } from '../../../../modules/governance/domain/briefing.ts';
import {
  chairTitle,
  type PlaceTitles,
  partTitle,
  placeTitles,
} from '../../../../modules/governance/domain/titles-of-place.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { AskingPart } from './asking-part.tsx';
import { Person, PRESENCE_FORM, presenceForm, type Shown } from './attendee-row.tsx';
import type { Briefing, Within } from './briefing.ts';
import { GuestForm, WaitingGuests } from './guest-form.tsx';
import { holderCameTitle } from './left-in-meeting.ts';
import { useMeeting } from './meeting.tsx';
import { waitingOf } from './outbox.ts';
import { takeKeyboard, useIsDrafted, useKeptForm } from './use-draft.ts';
import { useHeldLines } from './use-held-lines.ts';

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
  const guest = useKeptForm('guest');
  const people = usePeopleShown(briefing);
  const canAdd = !isEnded(briefing.state) && may(me, addAttendee);
  const asked = briefing.parts.reduce((sum, part) => sum + part.asked, 0);
  const there = briefing.parts.reduce((sum, part) => sum + part.there, 0);
  const heading = isHeld(briefing.state) ? 'Có mặt' : 'Dự kiến';
  const titles = titlesOf(briefing);
  return (
    <Section title={`${heading} ${there}/${asked}`} actions={<Compulsory briefing={briefing} />}>
      <p className="chair small">{chairLine(briefing)}</p>
      <div className="att">
        {briefing.parts.map((part) => (
          <PartRows
            key={part.part}
            part={part}
            titles={titles}
            attendees={people.filter((attendee) => attendee.part === part.part)}
            within={within}
            state={briefing.state}
            holderCame={holderCameTitle(briefing)}
          />
        ))}
      </div>
      <WaitingGuests known={briefing.attendees} form={guest} />
      {canAdd && guest.isOpen ? (
        <GuestForm within={within} form={guest} titles={titles} />
      ) : canAdd ? (
        <button
          type="button"
          className="twin no-print"
          ref={guest.moved === 'closed' ? takeKeyboard : undefined}
          onClick={() => guest.open()}
        >
          <Icon name="plus" />
          Thêm người dự
        </button>
      ) : null}
    </Section>
  );
}

/** How the parts are called at this briefing's place [GV190]. */
function titlesOf({ communeName, attendees }: Briefing): PlaceTitles {
  return placeTitles(communeName, attendees);
}

/** Who is asked, and in their place those whom another has taken off while something is told of them here [GV119]. */
function usePeopleShown({ attendees, takenOff }: Briefing): readonly Shown[] {
  const { waiting } = useMeeting();
  const told = waitingOf(waiting, 'recordAttendance').map(({ input }) => input.attendeeId);
  const standing = attendees.map(({ attendeeId }) => attendeeId);
  const shown = useHeldLines(PRESENCE_FORM, standing, told);
  const people = new Map<string, Shown>([
    ...takenOff.map((off) => [off.attendeeId, asShown(off)] as const),
    ...attendees.map((one) => [one.attendeeId, one] as const),
  ]);
  return shown.flatMap((attendeeId) => people.get(attendeeId) ?? []);
}

function asShown(takenOff: Briefing['takenOff'][number]): Shown {
  const { attendeeId, part, fullName, isVacant, capacity, version } = takenOff;
  const unsaid = { deputyName: null, note: null, toldByName: null, leftOffice: null, before: null };
  return {
    attendeeId,
    part,
    fullName,
    isVacant,
    capacity,
    version,
    presence: 'present',
    holdersToCome: [],
    ...unsaid,
    takenOff,
  };
}

/** The compulsory parts [GV4]: who is missing, or that nobody is; before the meeting nobody can be there yet. */
function Compulsory({ briefing }: { briefing: Briefing }): ReactElement {
  const missing = briefing.missingParts
    .map((part) => partTitle(part, titlesOf(briefing)).toLowerCase())
    .join(', ');
  if (missing !== '')
    return (
      <Status tone="bad" icon="warning" small>
        Thiếu {missing}
      </Status>
    );
  return isHeld(briefing.state) ? (
    <Status tone="good" icon="check" small>
      Đủ thành phần bắt buộc
    </Status>
  ) : (
    <Status tone="dim" icon="clock" small>
      {briefing.cancelled === null ? 'Chưa điểm danh' : 'Không điểm danh'}
    </Status>
  );
}

function chairLine(briefing: Briefing): string {
  const { chairedBy, chairPart, state } = briefing;
  if (chairedBy === null) return 'Chưa có người chủ trì';
  return `${isHeld(state) ? 'Chủ trì' : 'Dự kiến chủ trì'} ${chairedBy}, ${chairPart === 'teamLeader' ? 'Tổ giao dịch xã' : chairTitle(chairPart, titlesOf(briefing))}`;
}

function PartRows(props: {
  part: PartCount;
  titles: PlaceTitles;
  attendees: readonly Shown[];
  within: Within;
  state: Briefing['state'];
  holderCame: string;
}): ReactElement {
  const { part, attendees, within, state, holderCame } = props;
  const isDrafted = useIsDrafted(attendees.map(presenceForm));
  const { waiting } = useMeeting();
  const isWaiting = waitingOf(waiting, 'recordAttendance').some(({ input }) =>
    attendees.some(({ attendeeId }) => attendeeId === input.attendeeId),
  );
  return (
    <AskingPart isAsking={isDrafted || isWaiting}>
      <summary>
        <span>
          {partTitle(part.part, props.titles)}
          {part.deputies > 0 ? `, ${part.deputies} dự thay` : ''}
          {part.excused > 0 ? `, ${part.excused} vắng có lý do` : ''}
        </span>
        <b>
          {part.there}/{part.asked}
        </b>
      </summary>
      <ul className="who-l">
        {attendees.map((attendee) => (
          <Person key={attendee.attendeeId} {...{ attendee, within, state, holderCame }} />
        ))}
      </ul>
    </AskingPart>
  );
}

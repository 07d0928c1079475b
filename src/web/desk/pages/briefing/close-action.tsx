import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { isSameName } from '../../../../kernel/text.ts';
import { closeBriefing, listSeats, showBriefing } from '../../../../modules/governance/contract.ts';
import { mayBeSecretary } from '../../../../modules/governance/domain/secretary.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { SelectField } from '../../../shared/components/field.tsx';
import { useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { leftInMeeting, secretaryText } from './left-in-meeting.ts';
import { leftOutCounts } from './left-out.ts';
import { useLeftOut } from './left-out-section.tsx';
import { isOutside } from './seats-typed.ts';
import { givenToVacant } from './vacant-owners.ts';

type Props = { readonly briefing: Briefing; readonly within: Within };

/** The button that ends a meeting, and the question before it. */
export function CloseAction({ briefing, within }: Props): ReactElement {
  const [isClosing, setClosing] = useState(false);
  const client = useQueryClient();
  const open = () => {
    setClosing(true);
    // Another holder of an office is nobody's change of the briefing: the page does not hear of it by itself [GV201].
    void client.invalidateQueries({ queryKey: [showBriefing.name] });
    void client.invalidateQueries({ queryKey: [listSeats.name] });
  };
  return (
    <>
      <button type="button" className="btn go no-print" onClick={open}>
        Kết thúc giao ban
      </button>
      {isClosing ? <Closing briefing={briefing} within={within} onDone={() => setClosing(false)} /> : null}
    </>
  );
}

/** Closing cannot be taken back: it says what it does, what still stands open [GV120], and what is not with the server yet [GV105]. */
function Closing({ briefing, within, onDone }: Props & { readonly onDone: () => void }): ReactElement {
  const close = useCommand(closeBriefing);
  const hasNone = refusalCode(close.error) === 'noConclusion';
  const openOnes = briefing.difficulties.filter(({ state }) => state === 'open').length;
  const able = mayBeSecretary(briefing.attendees, briefing.chairedBy);
  const { fullName } = useMe();
  const [chosen, choose] = useState(
    () => able.find(({ name }) => isSameName(name, fullName))?.attendee.attendeeId ?? '',
  );
  const run = async (withoutConclusions: boolean) => {
    // What stands in the field is sent, also that it is left empty: another is nobody's choice.
    const secretary = able.find(({ attendee }) => attendee.attendeeId === chosen);
    const secretaryId = secretary?.attendee.attendeeId ?? null;
    if ((await close.run({ ...within, withoutConclusions, secretaryId })) !== undefined) onDone();
  };
  return (
    <Dialog
      title="Kết thúc giao ban"
      onClose={onDone}
      actions={
        <button type="button" className="btn go" disabled={close.isBusy} onClick={() => void run(hasNone)}>
          {hasNone ? 'Kết thúc, không có kết luận' : 'Kết thúc và lấy số biên bản'}
        </button>
      }
    >
      <p>
        Biên bản được lấy số và không sửa được nữa; có gì cần sửa thì ghi văn bản bổ sung. Buổi họp có{' '}
        {briefing.conclusions.length} kết luận
        {openOnes === 0 ? '.' : `, còn ${openOnes} khó khăn chưa trả lời, được đưa sang giao ban tới.`}
      </p>
      <SelectField
        label="Thư ký"
        hint="Người ghi biên bản, trong những người có mặt. Người chủ trì không làm thư ký."
        value={chosen}
        options={[
          { value: '', text: 'Để trống, ghi tay trên biên bản' },
          ...able.map(({ attendee, name }) => ({
            value: attendee.attendeeId,
            text: secretaryText(name, attendee),
          })),
        ]}
        onChoose={choose}
      />
      <OfficesToTell briefing={briefing} within={within} />
      <GivenOutside conclusions={briefing.conclusions} />
      <NotInMinutes />
      <Refused error={close.error} />
    </Dialog>
  );
}

/** Who has left an office while the meeting was held [GV201], and what was given to offices that nobody held already [GV250]. */
function OfficesToTell({ briefing, within }: Props): ReactElement | null {
  const { data } = useQuestion(listSeats, { communeId: within.communeId });
  const said = [...leftInMeeting(briefing), ...givenToVacant(briefing, data?.seats ?? [])];
  if (said.length === 0) return null;
  return (
    <div className="notice warn">
      <div>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

/** What is given to bodies without an office: its task is on nobody's page, only the paper reaches them [GV106]. */
function GivenOutside({ conclusions }: Pick<Briefing, 'conclusions'>): ReactElement | null {
  const outside = conclusions.filter(isOutside);
  if (outside.length === 0) return null;
  const names = [...new Set(outside.map(({ ownerName }) => ownerName))].join('; ');
  return (
    <p>
      {outside.length} kết luận giao nơi ngoài hệ thống ({names}): không có ai thấy trên máy, cần gửi phiếu
      giao việc bằng giấy.
    </p>
  );
}

function NotInMinutes(): ReactElement | null {
  const { all } = useLeftOut();
  if (all.length === 0) return null;
  return (
    <div className="notice warn">
      <div>
        <p>
          <b>Còn {leftOutCounts(all)} trên máy này</b>, kết thúc bây giờ thì không vào biên bản. Bấm Thôi để
          ghi nốt.
        </p>
        <ul>
          {all.map((one) => (
            <li key={'form' in one ? one.form : one.entryId}>
              {one.heading}: {one.words}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

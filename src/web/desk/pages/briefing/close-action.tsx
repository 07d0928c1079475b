import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { isSameName } from '../../../../kernel/text.ts';
import { closeBriefing, listSeats, showBriefing } from '../../../../modules/governance/contract.ts';
import { mayBeSecretary } from '../../../../modules/governance/domain/secretary.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { SelectField } from '../../../shared/components/field.tsx';
import { useMe } from '../../session.tsx';
import { unreadyLines } from './before-closing.ts';
import type { Briefing, Within } from './briefing.ts';
import { GivenOutside, NotInMinutes, NotReady, OfficesToTell } from './closing-notes.tsx';
import { secretaryText } from './left-in-meeting.ts';

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
  const unready = unreadyLines(briefing);
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
      <NotReady unready={unready} onLeave={onDone} />
      <OfficesToTell briefing={briefing} within={within} />
      <GivenOutside conclusions={briefing.conclusions} />
      <NotInMinutes />
      {unready.length > 0 && isOfLines(close.error) ? null : <Refused error={close.error} />}
    </Dialog>
  );
}

/** Whether closing was refused for its lines, of which the question says more than the refusal. */
function isOfLines(error: unknown): boolean {
  return ['conclusionIncomplete', 'conclusionDuePassed', 'conclusionInConflict'].includes(
    refusalCode(error) ?? '',
  );
}

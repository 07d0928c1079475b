import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { listSeats } from '../../../../modules/governance/contract.ts';
import { search } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { TextField } from '../../../shared/components/field.tsx';
import { may, useMe } from '../../session.tsx';
import { isTooShort } from '../../use-search.ts';
import { type About, aboutChoices, chosenByKey } from './about-choices.ts';
import { seatOptions } from './seats-typed.ts';

const NOT_CHOSEN =
  'Chưa chọn hộ hoặc tổ nào. Chọn một dòng trong danh sách, hoặc xóa chữ đã gõ nếu là việc chung.';

/**
 * The household or group that a difficulty of the meeting is about, found by a few letters [GV135]; left empty it is a matter of the
 * commune. The only one found is chosen with Enter or Tab; letters that chose nobody keep the form from being sent: the difficulty would
 * be about nobody, without a word.
 */
export function AboutField(props: {
  readonly communeId: Id;
  readonly value: About | null;
  readonly onAbout: (about: About | null) => void;
}): ReactElement | null {
  const me = useMe();
  const { communeId, value } = props;
  const [typed, setTyped] = useState('');
  // Where the choice is changed by a press, the focus stays here: the control that was pressed is gone.
  const isPressed = useRef(false);
  const takeFocus = (control: HTMLElement | null) => {
    if (control !== null && isPressed.current) control.focus();
    if (control !== null) isPressed.current = false;
  };
  const isAsking = value === null && !isTooShort(typed);
  const found = useQuestion(search, { text: typed, communeId }, { enabled: isAsking && may(me, search) });
  const offices = useQuestion(listSeats, { communeId }, { enabled: isAsking && may(me, listSeats) });
  if (!may(me, search)) return null;
  if (value !== null)
    return (
      <div className="form-field">
        <span className="form-label">Về hộ, tổ nào</span>
        <span>
          {value.words}{' '}
          <button
            type="button"
            className="link"
            ref={takeFocus}
            onClick={() => {
              isPressed.current = true;
              props.onAbout(null);
            }}
          >
            Chọn lại
          </button>
        </span>
      </div>
    );
  const seats = seatOptions(offices.data);
  const choices = isAsking ? aboutChoices(communeId, { typed, hits: found.data?.hits ?? [], seats }) : [];
  const choose = (about: About) => {
    isPressed.current = true;
    setTyped('');
    props.onAbout(about);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey || event.ctrlKey) return;
    const only = chosenByKey(choices, may(me, listSeats) ? [found, offices] : [found]);
    if (only === undefined) return;
    if (event.key === 'Enter') event.preventDefault();
    choose(only);
  };
  return (
    <>
      <TextField
        label="Về hộ, tổ nào"
        hint="Gõ vài chữ tên người vay hoặc số tổ rồi chọn. Bỏ trống nếu là việc chung."
        value={typed}
        ref={(input) => {
          input?.setCustomValidity(typed.trim() === '' ? '' : NOT_CHOSEN);
          takeFocus(input);
        }}
        onKeyDown={onKeyDown}
        onText={setTyped}
      />
      {choices.length === 0 ? null : (
        <ul className="who-l">
          {choices.map((about) => (
            <li key={about.subject.personId ?? about.subject.groupCode} className="r">
              <span>{about.words}</span>
              <button type="button" className="btn sm" onClick={() => choose(about)}>
                Chọn<span className="sr"> {about.words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

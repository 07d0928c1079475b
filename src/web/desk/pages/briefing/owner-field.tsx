import { type KeyboardEvent, type ReactElement, type Ref, useEffect, useId, useRef, useState } from 'react';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';
import { formatInteger } from '../../../shared/format.ts';
import { NumberNote } from './number-note.tsx';
import { allMatching, choiceLabel, MOST_SHOWN, type Owner, type SeatOption } from './seats-typed.ts';
import { VACANT } from './vacant-owners.ts';

/**
 * A field for an owner: a few letters find an office; what is no office stays as the name of a body. Left with letters that find only
 * one, it has that one [GV138]; Tab, Enter and the Ctrl+Enter that sends the form or adds the line take the marked one [GV207]; Escape
 * keeps the letters.
 */
export function OwnerField(props: {
  readonly seats: readonly SeatOption[];
  readonly value: Owner;
  readonly label: string;
  /** The id of what is said below it. */
  readonly describedBy?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onOwner: (owner: Owner) => void;
  /** The field itself, for the keyboard. */
  readonly field?: Ref<HTMLInputElement>;
  /** Enter while nobody is marked; without it the form is sent, as by any field. */
  readonly onEnter?: (event: KeyboardEvent) => void;
}): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const typed = props.value.ownerName ?? '';
  const matching = isOpen && props.value.ownerSeat === null ? allMatching(props.seats, typed) : [];
  const found = matching.slice(0, MOST_SHOWN);
  const others = matching.length - found.length;
  const list = useRef<HTMLDivElement>(null);
  // On a phone the list of a field near the end of the screen would lie below it, and under the bar.
  useEffect(() => {
    if (found.length > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [found.length]);
  const choose = (seat: SeatOption) => {
    props.onOwner({ ownerSeat: seat.seat, ownerName: seatLabel(seat) });
    setOpen(false);
  };
  const leave = () => {
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) choose(only);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      // Of Ctrl+Enter the form hears after this, and goes with who was chosen.
      if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      props.onEnter?.(event);
    } else if (event.key === 'Escape' && found.length > 0) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="owner">
      <input
        ref={props.field}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        {...(found[at] === undefined ? {} : { 'aria-activedescendant': `${id}-${at}` })}
        autoComplete="off"
        placeholder={props.placeholder ?? 'Ai làm: tên hoặc chức vụ'}
        maxLength={props.maxLength}
        aria-describedby={props.describedBy}
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value;
          props.onOwner({ ownerSeat: null, ownerName: text === '' ? null : text });
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <div ref={list} className="owner-list" hidden={found.length === 0}>
        <div id={id} role="listbox" aria-label={props.label}>
          {found.map((seat, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the field, as in every combobox.
            <div
              key={`${seat.seat} ${seat.holderName}`}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              // The field would lose its focus, and the list be gone, before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(seat)}
            >
              {choiceLabel(seat)}
              {seat.holderName === null ? <span className="dim"> ({VACANT})</span> : null}
            </div>
          ))}
        </div>
        {others === 0 ? null : (
          <p className="small dim">Còn {formatInteger(others)} nơi nữa: gõ thêm chữ để thấy.</p>
        )}
      </div>
      {props.value.ownerSeat === null ? <NumberNote text={typed} /> : null}
    </div>
  );
}

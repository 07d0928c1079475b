import type { ReactElement, RefObject } from 'react';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';
import {
  allMatching,
  choiceLabel,
  isOutside,
  nearestSeat,
  type Owner,
  type SeatOption,
  seatsMatching,
} from './seats-typed.ts';
import { VACANT } from './vacant-owners.ts';

/**
 * Beside the field of an owner, or of who said something: that nobody holds what is typed, and who may have been meant [GV106]; of letters
 * that find offices and were left without one of them, what they are then, and once a press was stopped for it which offices they are, or
 * that the next press goes [GV194] [GV255]. While the list of these is open it does not show.
 */
export function OwnerHint(props: {
  readonly seats: readonly SeatOption[];
  readonly value: Owner;
  readonly onOwner: (owner: Owner) => void;
  /** The field that has the keyboard once somebody is chosen here: what was pressed is gone then. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** What becomes of what is typed. */
  readonly consequence?: string;
  /** The letters about which a press has asked, and the words on what was pressed. */
  readonly askedOf?: string | undefined;
  readonly press?: string;
}): ReactElement | null {
  const { seats, value } = props;
  const typed = value.ownerName ?? '';
  // Before the offices are there nobody can say that there is none.
  if (seats.length === 0 || !isOutside(value) || typed.trim() === '') return null;
  const consequence = props.consequence ?? 'ghi là nơi ngoài hệ thống.';
  const choose = (seat: SeatOption) => {
    props.onOwner({ ownerSeat: seat.seat, ownerName: seatLabel(seat) });
    props.field.current?.focus();
  };
  const found = seatsMatching(seats, typed);
  const asked = props.askedOf === typed ? (props.press ?? '') : undefined;
  // One element whatever it says: a screen reader hears what changes in it.
  return (
    <div className={`owner-hint small${found.length > 1 ? ' is-coming' : ''}`} role="status">
      {found.length === 0 ? (
        <Nobody nearest={nearestSeat(seats, typed)} {...{ consequence, asked }} onChoose={choose} />
      ) : asked !== undefined ? (
        <Question press={asked} {...{ typed, seats, found }} onChoose={choose} />
      ) : (
        `Chưa chọn ai trong danh sách: để vậy thì ${consequence}`
      )}
    </div>
  );
}

type Choosing = { readonly onChoose: (seat: SeatOption) => void };

function Nobody(
  props: Choosing & {
    readonly nearest: SeatOption | undefined;
    readonly consequence: string;
    /** The words on what was pressed, once a press was stopped to ask. */
    readonly asked: string | undefined;
  },
): ReactElement {
  const { nearest, asked } = props;
  return (
    <>
      Không có ai giữ tên này: {props.consequence}{' '}
      {nearest === undefined ? null : (
        <button type="button" className="link" onClick={() => props.onChoose(nearest)}>
          Có phải {choiceLabel(nearest)}?
        </button>
      )}
      {nearest === undefined || asked === undefined
        ? null
        : ` Bấm “${asked}” lần nữa nếu đúng là nơi ngoài hệ thống.`}
    </>
  );
}

/** Which offices the letters find, each to be chosen, before they go out as a body outside. */
function Question(
  props: Choosing & {
    seats: readonly SeatOption[];
    found: readonly SeatOption[];
    typed: string;
    press: string;
  },
): ReactElement {
  const { found, typed } = props;
  const count = allMatching(props.seats, typed).length;
  return (
    <>
      <p>
        Có {count} nơi khớp với “{typed}”: chọn {count === 1 ? 'nơi đó' : 'một nơi'}, hoặc bấm “{props.press}”
        lần nữa nếu đúng là nơi ngoài hệ thống.
      </p>
      <ul>
        {found.map((seat) => (
          <li key={`${seat.seat} ${seat.holderName}`}>
            <button type="button" className="link" onClick={() => props.onChoose(seat)}>
              {choiceLabel(seat)}
              {seat.holderName === null ? ` (${VACANT})` : ''}
            </button>
          </li>
        ))}
      </ul>
      {count > found.length ? <p>Gõ thêm chữ để tìm trong {count - found.length} nơi còn lại.</p> : null}
    </>
  );
}

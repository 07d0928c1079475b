import type { ReactElement } from 'react';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';
import { isOutside, nearestSeat, type Owner, type SeatOption, seatsMatching } from './seats-typed.ts';

/**
 * Beside the field of an owner, or of who said something: that nobody holds what is typed, and who may have been meant [GV106]; of letters
 * that find offices and were left without one of them, what they are then. While the list of these is open it does not show.
 */
export function OwnerHint(props: {
  readonly seats: readonly SeatOption[];
  readonly value: Owner;
  readonly onOwner: (owner: Owner) => void;
  /** What becomes of what is typed. */
  readonly consequence?: string;
}): ReactElement | null {
  const { seats, value } = props;
  const typed = value.ownerName ?? '';
  // Before the offices are there nobody can say that there is none.
  if (seats.length === 0 || !isOutside(value) || typed.trim() === '') return null;
  const consequence = props.consequence ?? 'ghi là nơi ngoài hệ thống.';
  if (seatsMatching(seats, typed).length > 0)
    return <p className="owner-hint small">Chưa chọn ai trong danh sách: để vậy thì {consequence}</p>;
  const nearest = nearestSeat(seats, typed);
  return (
    <p className="owner-hint small" role="status">
      Không có ai giữ tên này: {consequence}{' '}
      {nearest === undefined ? null : (
        <button
          type="button"
          className="link"
          onClick={() => props.onOwner({ ownerSeat: nearest.seat, ownerName: seatLabel(nearest) })}
        >
          Có phải {seatLabel(nearest)}?
        </button>
      )}
    </p>
  );
}

import type { ReactElement, SyntheticEvent } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';
import { useAskedOutside } from '../briefing/asked-outside.ts';
import { OwnerField } from '../briefing/owner-field.tsx';
import { OwnerHint } from '../briefing/owner-hint.tsx';
import type { Owner, SeatOption } from '../briefing/seats-typed.ts';
import { isVacant, VACANT } from '../briefing/vacant-owners.ts';
import type { Target } from './target.ts';

/**
 * Offices and bodies chosen one by one; a body outside, which finds it in no list of work, is marked as one [GV106], and asked about where
 * its letters find offices [GV194].
 */
export function OrderRecipients(props: {
  readonly seats: readonly SeatOption[];
  readonly target: Target;
  /** That somebody has pressed to give the directive while letters stand here that are nobody's yet [GV198]. */
  readonly isLeftOut: boolean;
  readonly onTarget: (target: Target) => void;
}): ReactElement {
  const { target, onTarget } = props;
  const { recipients, typing } = target;
  const owner: Owner = { ownerSeat: null, ownerName: typing || null };
  const add = (chosen: Owner) => {
    if (chosen.ownerName === null) return;
    const name = chosen.ownerName;
    const others = recipients.filter((one) => one.name !== name);
    onTarget({ ...target, recipients: [...others, { seat: chosen.ownerSeat, name }], typing: '' });
  };
  const outside = useAskedOutside(props.seats);
  const press = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!outside.stops(owner, event)) add(owner);
  };
  const take = (chosen: Owner) =>
    chosen.ownerSeat === null ? onTarget({ ...target, typing: chosen.ownerName ?? '' }) : add(chosen);
  return (
    <div className="form-field">
      <span className="form-label">Nơi nhận</span>
      {recipients.length === 0 ? null : (
        <ul className="order-recipients">
          {recipients.map((one) => (
            <li key={`${one.seat} ${one.name}`}>
              <span>
                {one.name}
                {one.seat === null ? <span className="dim"> (ngoài hệ thống)</span> : null}
                {isVacant(props.seats, { ownerSeat: one.seat }) ? ` (${VACANT})` : null}
              </span>
              <button
                type="button"
                className="icon-btn"
                aria-label={`Bỏ ${one.name}`}
                onClick={() =>
                  onTarget({ ...target, recipients: recipients.filter((other) => other !== one) })
                }
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="order-add">
        <OwnerField
          label="Thêm nơi nhận"
          seats={props.seats}
          value={owner}
          field={outside.field}
          onOwner={take}
          {...(typing === '' ? {} : { onEnter: press })}
        />
        <button type="button" className="btn" disabled={owner.ownerName === null} onClick={press}>
          Thêm
        </button>
        <OwnerHint
          seats={props.seats}
          value={owner}
          consequence="thêm là nơi ngoài hệ thống, cần gửi bằng giấy."
          field={outside.field}
          askedOf={outside.askedOf}
          press="Thêm"
          onOwner={take}
        />
      </div>
      {props.isLeftOut ? (
        <p className="form-error" role="alert">
          Còn chữ chưa vào nơi nhận. Bấm “Thêm”, hoặc xóa chữ đã gõ.
        </p>
      ) : null}
    </div>
  );
}

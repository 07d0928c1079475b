import { type ReactElement, useState } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';
import { type Owner, OwnerField, type SeatOption } from '../briefing/owner-field.tsx';

type Recipient = { readonly seat: string | null; readonly name: string };

/** Offices and bodies chosen one by one. */
export function OrderRecipients(props: {
  readonly seats: readonly SeatOption[];
  readonly recipients: readonly Recipient[];
  readonly onRecipients: (recipients: readonly Recipient[]) => void;
}): ReactElement {
  const { recipients, onRecipients } = props;
  const [owner, setOwner] = useState<Owner>({ ownerSeat: null, ownerName: null });
  const add = (chosen: Owner) => {
    if (chosen.ownerName === null) return;
    const name = chosen.ownerName;
    const others = recipients.filter((one) => one.name !== name);
    onRecipients([...others, { seat: chosen.ownerSeat, name }]);
    setOwner({ ownerSeat: null, ownerName: null });
  };
  const take = (chosen: Owner) => (chosen.ownerSeat === null ? setOwner(chosen) : add(chosen));
  return (
    <div className="form-field">
      <span className="form-label">Nơi nhận</span>
      {recipients.length === 0 ? null : (
        <ul className="order-recipients">
          {recipients.map((one) => (
            <li key={`${one.seat} ${one.name}`}>
              {one.name}
              <button
                type="button"
                className="icon-btn"
                aria-label={`Bỏ ${one.name}`}
                onClick={() => onRecipients(recipients.filter((other) => other !== one))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="order-add">
        <OwnerField label="Thêm nơi nhận" seats={props.seats} value={owner} onOwner={take} />
        <button type="button" className="btn" disabled={owner.ownerName === null} onClick={() => add(owner)}>
          Thêm
        </button>
      </div>
    </div>
  );
}

import type { ReactElement } from 'react';
import type { Recipient } from './invitations.ts';

/** Where mail to a person goes, with the step that changes it, and which of the addresses that are known it does not go to [GV220]. */
export function AddressOf({
  recipient: { fullName, address, unusedAddresses },
  onChange,
}: {
  readonly recipient: Pick<Recipient, 'fullName' | 'address' | 'unusedAddresses'>;
  readonly onChange?: () => void;
}): ReactElement {
  return (
    <>
      {onChange === undefined ? (
        address
      ) : (
        <button
          type="button"
          className="link"
          onClick={onChange}
          aria-label={
            address === null ? `Thêm địa chỉ thư: ${fullName}` : `${address}, sửa địa chỉ thư: ${fullName}`
          }
        >
          {address ?? 'Thêm địa chỉ thư'}
        </button>
      )}
      {unusedAddresses.length === 0 ? null : (
        <span className="sub">
          Không gửi đến {unusedAddresses.join(', ')} đã ghi ở chức vụ khác của người này.
        </span>
      )}
    </>
  );
}

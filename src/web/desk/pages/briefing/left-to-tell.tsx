import type { ReactElement } from 'react';
import { recordToldInPerson } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger, formatPhone } from '../../../shared/format.ts';
import { leftToTell } from './cancelled-words.ts';
import type { Invitations, Recipient, Within } from './invitations.ts';

type Props = Pick<Invitations, 'recipients'> & { readonly within: Within };

/** Whom the officer has still to tell that the briefing is not held, each with the step that says it is done [GV116]. */
export function LeftToTell({ recipients, within }: Props): ReactElement | null {
  const record = useCommand(recordToldInPerson);
  const toast = useToast();
  const left = leftToTell(recipients);
  const told = recipients.filter(({ cancellation }) => cancellation?.state === 'told').length;
  if (left.length + told === 0) return null;
  const write = (attendeeId: Recipient['attendeeId'], isTold: boolean) =>
    record.run({ ...within, attendeeId, isTold });
  const say = async ({ attendeeId, fullName }: Recipient) => {
    if ((await write(attendeeId, true)) === undefined) return;
    toast({ text: `Đã ghi báo trực tiếp ${fullName}.`, undo: () => void write(attendeeId, false) });
  };
  return (
    <Section title="Báo trực tiếp" note={countWords(left.length, told)}>
      <ul className="who-l to-tell">
        {left.map((recipient) => (
          <li key={recipient.attendeeId}>
            <Person recipient={recipient} />
            <button
              type="button"
              className="btn sm no-print"
              aria-label={`Đã báo: ${recipient.fullName}`}
              disabled={record.isBusy}
              onClick={() => void say(recipient)}
            >
              Đã báo
            </button>
          </li>
        ))}
      </ul>
      <Refused error={record.error} />
      {left.length === 0 ? null : (
        <p className="small dim">
          Số điện thoại tổ trưởng lấy ở trang tổ, thiếu thì ghi ở đó. Số của chức vụ khác do người quản trị
          giữ ở danh sách người dùng.
        </p>
      )}
    </Section>
  );
}

/** `còn 2 người, đã báo 1`. */
function countWords(left: number, told: number): string {
  if (left === 0) return `đã báo đủ ${formatInteger(told)} người`;
  return `còn ${formatInteger(left)} người${told === 0 ? '' : `, đã báo ${formatInteger(told)}`}`;
}

function Person({ recipient }: { readonly recipient: Recipient }): ReactElement {
  const { fullName, isVacant, capacity, phone } = recipient;
  return (
    <div>
      {fullName}
      {phone === null ? null : (
        <span className="in-text">
          , <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </span>
      )}
      <span className="sub">{isVacant ? 'Chưa có người giữ chức vụ' : capacity}</span>
    </div>
  );
}

import type { ReactElement } from 'react';
import { recordToldInPerson } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger, formatMoment, formatPhone } from '../../../shared/format.ts';
import { leftToTell } from './cancelled-words.ts';
import type { Invitations, Recipient, Within } from './invitations.ts';

type Props = { readonly invitations: Pick<Invitations, 'recipients' | 'former'>; readonly within: Within };

/** Somebody who is told in person: of the list, or who held an office of it before [GV159]. */
type Told = Pick<Recipient, 'attendeeId' | 'fullName' | 'cancellation' | 'phone'> & {
  readonly place: string;
};

/** Whom the officer has still to tell that the briefing is not held, each with the step that says it is done [GV116]. */
export function LeftToTell({ invitations, within }: Props): ReactElement | null {
  const record = useCommand(recordToldInPerson);
  const toast = useToast();
  const former = invitations.former.map(formerTold);
  const people: readonly Told[] = [...invitations.recipients.map(listedTold), ...former];
  const left = leftToTell(people);
  const told = people.filter(isTold).length;
  if (left.length + told === 0) return null;
  const write = ({ attendeeId, fullName }: Told, isTold: boolean) =>
    record.run({ ...within, attendeeId, toName: fullName, isTold });
  const say = async (person: Told) => {
    if ((await write(person, true)) === undefined) return;
    toast({ text: `Đã ghi báo trực tiếp ${person.fullName}.`, undo: () => void write(person, false) });
  };
  return (
    <Section title="Báo trực tiếp" note={countWords(left.length, told)}>
      <ul className="who-l to-tell">
        {left.map((person) => (
          <li key={keyOf(person)}>
            <Person person={person} />
            <button
              type="button"
              className="btn sm no-print"
              aria-label={`Đã báo: ${person.fullName}`}
              disabled={record.isBusy}
              onClick={() => void say(person)}
            >
              Đã báo
            </button>
          </li>
        ))}
        {/* Those of the list are told in its table; who held the office before stands here alone. */}
        {former.filter(isTold).map((person) => (
          <li key={keyOf(person)}>
            <Person person={person} />
            <button
              type="button"
              className="link no-print"
              aria-label={`Bỏ ghi đã báo: ${person.fullName}`}
              disabled={record.isBusy}
              onClick={() => void write(person, false)}
            >
              Bỏ ghi đã báo
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

function listedTold({ isVacant, capacity, ...person }: Recipient): Told {
  return { ...person, place: isVacant ? 'Chưa có người giữ chức vụ' : capacity };
}

function formerTold({ capacity, ...person }: Invitations['former'][number]): Told {
  return { ...person, phone: null, place: `${capacity}. Đã thôi giữ chức vụ` };
}

function isTold({ cancellation }: Told): boolean {
  return cancellation?.state === 'told';
}

/** Several people may be told of one place. */
function keyOf({ attendeeId, fullName }: Told): string {
  return `${attendeeId} ${fullName}`;
}

/** `còn 2 người, đã báo 1`. */
function countWords(left: number, told: number): string {
  if (left === 0) return `đã báo đủ ${formatInteger(told)} người`;
  return `còn ${formatInteger(left)} người${told === 0 ? '' : `, đã báo ${formatInteger(told)}`}`;
}

function Person({ person }: { readonly person: Told }): ReactElement {
  const { fullName, place, phone, cancellation } = person;
  return (
    <div>
      {fullName}
      {phone === null ? null : (
        <span className="in-text">
          , <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </span>
      )}
      <span className="sub">{place}</span>
      {cancellation?.toldAt == null ? null : (
        <span className="sub">
          Đã báo lúc {formatMoment(cancellation.toldAt)} bởi {cancellation.toldByName}
        </span>
      )}
    </div>
  );
}

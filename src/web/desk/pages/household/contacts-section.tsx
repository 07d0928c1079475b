import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import {
  addContact,
  CONTACT_RELATIONS,
  changeContact,
  markReached,
  markWrongNumber,
  removeContact,
} from '../../../../modules/registry/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { ContactForm } from './contact-form.tsx';
import type { CommuneId, Contact, Member } from './member.ts';

/** How a person can be reached: every number with its result; whoever meets the borrower adds to it. */
export function ContactsSection({
  member,
  communeId,
}: {
  readonly member: Member;
  readonly communeId: CommuneId;
}): ReactElement {
  const me = useMe();
  const [isAdding, setAdding] = useState(false);
  const canAdd = may(me, addContact);
  return (
    <Section
      title="Liên lạc"
      label={`Liên lạc của ${member.fullName}`}
      actions={
        member.isReachable ? (
          <Status tone="good" icon="phone" small>
            Liên lạc được
          </Status>
        ) : (
          <Status tone="bad" icon="phoneMissing" small>
            Chưa liên lạc được
          </Status>
        )
      }
    >
      {member.contacts.length === 0 ? (
        <EmptyState>Chưa có số điện thoại nào của người này.</EmptyState>
      ) : null}
      <ul className="who-l">
        {member.contacts.map((contact) => (
          <ContactRow key={contact.contactId} contact={contact} member={member} communeId={communeId} />
        ))}
      </ul>
      {!canAdd ? null : isAdding ? (
        <ContactForm member={member} communeId={communeId} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" className="twin no-print" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Thêm số
        </button>
      )}
    </Section>
  );
}

function ContactRow(props: { contact: Contact; member: Member; communeId: CommuneId }): ReactElement {
  const { contact, member, communeId } = props;
  const [isChanging, setChanging] = useState(false);
  if (isChanging)
    return (
      <li>
        <ContactForm
          member={member}
          communeId={communeId}
          contact={contact}
          onDone={() => setChanging(false)}
        />
      </li>
    );
  return (
    <li>
      <div className="r">
        <a className="n" href={`tel:${contact.phone}`}>
          {formatPhone(contact.phone)}
        </a>
        <ContactState contact={contact} />
      </div>
      <span className="sub">
        {CONTACT_RELATIONS[contact.relation]}
        {contact.name === null ? '' : `, ${contact.name}`}.{' '}
        {contact.source === 'bank' ? 'Số trong sổ ngân hàng.' : 'Số do người ghi.'}
        {contact.told === null
          ? ''
          : ` ${contact.told.occasion} ${formatDate(contact.told.on)}, ${contact.told.by} cho biết.`}
        {contact.wrongNumberSince !== null && contact.lastReachedOn !== null
          ? ` Gọi được lần cuối ${formatDate(contact.lastReachedOn)}.`
          : ''}
      </span>
      <ContactActions {...props} onChange={() => setChanging(true)} />
    </li>
  );
}

function ContactActions(props: {
  contact: Contact;
  member: Member;
  communeId: CommuneId;
  onChange: () => void;
}): ReactElement | null {
  const { contact, communeId } = props;
  const me = useMe();
  const reached = useCommand(markReached);
  const wrong = useCommand(markWrongNumber);
  const toast = useToast();
  if (!may(me, markReached)) return null;
  const at = { communeId, contactId: contact.contactId };
  const isWrong = contact.wrongNumberSince !== null;
  const markWrong = async (mark: boolean) => {
    if ((await wrong.run({ ...at, isWrong: mark })) === undefined) return;
    if (mark)
      toast({ text: `Đã đánh dấu sai số ${formatPhone(contact.phone)}.`, undo: () => void markWrong(false) });
  };
  return (
    <>
      <span className="row-acts no-print">
        <button type="button" className="link" disabled={reached.isBusy} onClick={() => void reached.run(at)}>
          Gọi được hôm nay
        </button>
        <button
          type="button"
          className="link"
          disabled={wrong.isBusy}
          onClick={() => void markWrong(!isWrong)}
        >
          {isWrong ? 'Bỏ đánh dấu sai số' : 'Sai số'}
        </button>
        {may(me, changeContact) ? (
          <button type="button" className="link" onClick={props.onChange}>
            Sửa<span className="sr"> {formatPhone(contact.phone)}</span>
          </button>
        ) : null}
        {contact.source === 'entered' && may(me, removeContact) ? <RemoveContact {...props} /> : null}
      </span>
      <Refused error={reached.error ?? wrong.error} />
    </>
  );
}

/** Takes an entered number out of the list. The bank's stay and are marked: a file would bring their kind again. */
function RemoveContact(props: { contact: Contact; member: Member; communeId: CommuneId }): ReactElement {
  const { contact, communeId, member } = props;
  const remove = useCommand(removeContact);
  const add = useCommand(addContact);
  const toast = useToast();
  const run = async () => {
    if ((await remove.run({ communeId, contactId: contact.contactId })) === undefined) return;
    const { relation, name, phone } = contact;
    const undo = () => void add.run({ communeId, personId: member.personId, relation, name, phone });
    toast({ text: `Đã bỏ số ${formatPhone(phone)}.`, undo });
  };
  return (
    <>
      <button type="button" className="link" disabled={remove.isBusy} onClick={() => void run()}>
        Bỏ<span className="sr"> {formatPhone(contact.phone)}</span>
      </button>
      <Refused error={remove.error ?? add.error} />
    </>
  );
}

function ContactState({ contact }: { contact: Contact }): ReactElement {
  if (contact.wrongNumberSince !== null)
    return (
      <Status tone="bad" icon="phoneMissing">
        Sai số từ {formatDate(contact.wrongNumberSince)}
      </Status>
    );
  if (!contact.isValidPhone)
    return (
      <Status tone="warn" icon="warning">
        Số không đúng dạng
      </Status>
    );
  if (contact.lastReachedOn !== null)
    return (
      <Status tone="good" icon="phone">
        Gọi được {formatDate(contact.lastReachedOn)}
      </Status>
    );
  return (
    <Status tone="dim" icon="circle">
      Chưa gọi
    </Status>
  );
}

import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import {
  addContact,
  CONTACT_RELATIONS,
  markReached,
  markWrongNumber,
  type showHousehold,
} from '../../../../modules/registry/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { type Me, may, useMe } from '../../session.tsx';

/** A person of a household file. */
export type Member = OutputOf<typeof showHousehold>['members'][number];
type Contact = Member['contacts'][number];
type CommuneId = Me['communes'][number]['id'];
type Relation = keyof typeof CONTACT_RELATIONS;

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
          <ContactRow key={contact.contactId} contact={contact} communeId={communeId} canMark={canAdd} />
        ))}
      </ul>
      {!canAdd ? null : isAdding ? (
        <AddContact member={member} communeId={communeId} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" className="twin no-print" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Thêm số
        </button>
      )}
    </Section>
  );
}

function ContactRow(props: { contact: Contact; communeId: CommuneId; canMark: boolean }): ReactElement {
  const { contact, communeId } = props;
  const reached = useCommand(markReached);
  const wrong = useCommand(markWrongNumber);
  const toast = useToast();
  const at = { communeId, contactId: contact.contactId };
  const isWrong = contact.wrongNumberSince !== null;
  const markWrong = async (mark: boolean) => {
    if ((await wrong.run({ ...at, isWrong: mark })) === undefined) return;
    if (mark)
      toast({ text: `Đã đánh dấu sai số ${formatPhone(contact.phone)}.`, undo: () => void markWrong(false) });
  };
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
        {contact.name === null ? '' : `, ${contact.name}`}
        {contact.source === 'bank' ? ', số trong sổ ngân hàng' : ''}
      </span>
      {props.canMark ? (
        <span className="row-acts no-print">
          <button
            type="button"
            className="link"
            disabled={reached.isBusy}
            onClick={() => void reached.run(at)}
          >
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
        </span>
      ) : null}
      <Refused error={reached.error ?? wrong.error} />
    </li>
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

function AddContact(props: { member: Member; communeId: CommuneId; onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ phone: '', name: '', relation: 'self' as Relation });
  const command = useCommand(addContact);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = typed.name.trim();
    const done = await command.run({
      communeId: props.communeId,
      personId: props.member.personId,
      relation: typed.relation,
      phone: typed.phone,
      name: name === '' ? null : name,
    });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Số điện thoại"
        value={typed.phone}
        inputMode="tel"
        autoFocus
        required
        error={command.error === null ? undefined : failureOf(command.error).message}
        onText={(phone) => setTyped({ ...typed, phone })}
      />
      <SelectField
        label="Ai nghe máy"
        value={typed.relation}
        options={Object.entries(CONTACT_RELATIONS).map(([value, text]) => ({ value, text }))}
        onChoose={(value) => setTyped({ ...typed, relation: value as Relation })}
      />
      <TextField
        label="Tên người nghe"
        hint="Bỏ trống nếu là chính người vay."
        value={typed.name}
        onText={(name) => setTyped({ ...typed, name })}
      />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Thêm số
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

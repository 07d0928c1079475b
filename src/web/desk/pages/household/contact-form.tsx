import { type FormEvent, type ReactElement, useState } from 'react';
import { addContact, CONTACT_RELATIONS, changeContact } from '../../../../modules/registry/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { formatPhone } from '../../../shared/format.ts';
import type { CommuneId, Contact, Member, Relation } from './member.ts';

/** Adds a way to reach a person, or changes one: who answers, their name, the number. The bank's number stays. */
export function ContactForm(props: {
  readonly member: Member;
  readonly communeId: CommuneId;
  /** The contact to change; a new one when left out. */
  readonly contact?: Contact;
  readonly onDone: () => void;
}): ReactElement {
  const { contact, communeId } = props;
  const [typed, setTyped] = useState({
    phone: contact === undefined ? '' : formatPhone(contact.phone),
    name: contact?.name ?? '',
    relation: contact?.relation ?? ('self' as Relation),
  });
  const add = useCommand(addContact);
  const change = useCommand(changeContact);
  const { error, isBusy } = contact === undefined ? add : change;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = typed.name.trim();
    const given = { communeId, ...typed, name: name === '' ? null : name };
    const done =
      contact === undefined
        ? await add.run({ ...given, personId: props.member.personId })
        : await change.run({ ...given, contactId: contact.contactId });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Số điện thoại"
        hint={
          contact?.source === 'bank' ? 'Số của ngân hàng, không sửa được. Sai số thì đánh dấu.' : undefined
        }
        value={typed.phone}
        inputMode="tel"
        autoFocus
        required
        readOnly={contact?.source === 'bank'}
        error={error === null ? undefined : failureOf(error).message}
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
        <button type="submit" className="btn go" disabled={isBusy}>
          {contact === undefined ? 'Thêm số' : 'Ghi lại'}
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

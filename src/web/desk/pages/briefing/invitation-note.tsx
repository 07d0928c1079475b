import { type FormEvent, type ReactElement, useState } from 'react';
import { writeInvitationNote } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import type { Invitations, Within } from './invitations.ts';

type Props = { readonly invitations: Invitations; readonly within: Within };

/** What those who come bring along, and how the invitation reads. */
export function InvitationNote({ invitations, within }: Props): ReactElement {
  const [isWriting, setWriting] = useState(false);
  const [first] = invitations.recipients;
  return (
    <Section
      title="Mang theo"
      actions={
        invitations.canInvite && !isWriting ? (
          <button type="button" className="twin no-print" onClick={() => setWriting(true)}>
            <Icon name="edit" />
            Sửa
          </button>
        ) : undefined
      }
    >
      {isWriting ? (
        <NoteForm invitations={invitations} within={within} onDone={() => setWriting(false)} />
      ) : (
        <p>{invitations.bring ?? 'Chưa ghi giấy tờ cần mang theo.'}</p>
      )}
      {first === undefined ? null : (
        <details className="no-print">
          <summary className="small">Xem giấy mời của {first.fullName}</summary>
          <p className="letter-preview">{first.text}</p>
        </details>
      )}
    </Section>
  );
}

function NoteForm({ invitations, within, onDone }: Props & { readonly onDone: () => void }): ReactElement {
  const [bring, setBring] = useState(invitations.bring ?? '');
  const write = useCommand(writeInvitationNote);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = bring.trim();
    if ((await write.run({ ...within, bring: text === '' ? null : text })) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Giấy tờ cần mang theo"
        hint="Giấy mời in và gửi từ nay sẽ ghi câu này."
        value={bring}
        maxLength={500}
        onText={setBring}
      />
      <Refused error={write.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={write.isBusy}>
          Ghi
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

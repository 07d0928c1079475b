import { type FormEvent, type ReactElement, useState } from 'react';
import { writeInvitationNote } from '../../../../modules/governance/contract.ts';
import { thingsOf } from '../../../../modules/governance/domain/invitation-text.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { LinesField } from '../templates/lines-field.tsx';
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
        <p>{thingsOf(invitations.bring).join('; ') || 'Chưa ghi giấy tờ cần mang theo.'}</p>
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
      <LinesField
        label="Giấy tờ cần mang theo"
        hint="Mỗi dòng một thứ. Thư mời và giấy mời từ nay đều ghi như thế."
        rows={3}
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

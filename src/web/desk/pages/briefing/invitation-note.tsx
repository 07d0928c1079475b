import type { FormEvent, ReactElement } from 'react';
import { writeInvitationNote } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { thingsOf } from '../../../../modules/governance/domain/things-to-bring.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import {
  type KeptForm,
  takeFirstField,
  takeKeyboard,
  useKeptFormAt,
  useTypedAt,
} from '../../use-kept-form.ts';
import { LinesField } from '../templates/lines-field.tsx';
import { AskedOtherwise } from './asked-otherwise.tsx';
import type { Invitations, Within } from './invitations.ts';
import { BRING_FORM } from './left-out.ts';
import { NumberNote } from './number-note.tsx';

type Props = { readonly invitations: Invitations; readonly within: Within };

/** What those who come bring along, and how the invitation reads. */
export function InvitationNote({ invitations, within }: Props): ReactElement {
  const { at, form } = useNoteForm(within);
  // Who has left the office is not invited by what is made now [GV162].
  const example = invitations.recipients.find(({ leftOffice }) => leftOffice === null);
  return (
    <Section
      title="Mang theo"
      actions={
        invitations.canInvite && !form.isOpen ? (
          <button
            type="button"
            className="twin no-print"
            ref={form.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => form.open()}
          >
            <Icon name="edit" />
            Sửa
          </button>
        ) : undefined
      }
    >
      {invitations.canInvite && form.isOpen ? (
        <NoteForm invitations={invitations} within={within} at={at} form={form} />
      ) : (
        <p>{thingsOf(invitations.bring).join('; ') || 'Chưa ghi giấy tờ cần mang theo.'}</p>
      )}
      {example === undefined ? null : (
        <details className="no-print">
          <summary className="small">Xem giấy mời của {example.fullName}</summary>
          <p className="letter-preview">{example.text}</p>
        </details>
      )}
      <AskedOtherwise invitations={invitations} within={within} />
    </Section>
  );
}

/** The note's form: kept with what else is typed of the briefing. */
function useNoteForm({ communeId, briefingId: subjectId }: Within) {
  const { userId } = useMe();
  const at: KeptAt = { kind: 'draft', userId, communeId, subjectId };
  return { at, form: useKeptFormAt(at, BRING_FORM) };
}

/** What stands in the note's form, with what stood there when the person began to write [GV89]; words of before that was kept have none. */
type NoteDraft = { readonly bring: string; readonly shownBring?: string | null };

function NoteForm(props: Props & { readonly at: KeptAt; readonly form: KeptForm }): ReactElement {
  const { within, at, form } = props;
  const { bring: standing, bringWritten, bringOfTemplate } = props.invitations;
  const [{ bring, shownBring = standing }, change] = useTypedAt<NoteDraft>(at, form.name, () => ({
    ...{ bring: standing ?? '', shownBring: standing },
  }));
  const write = useCommand(writeInvitationNote);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = bring.trim();
    const written = { bring: text === '' ? null : text, shownBring };
    await form.send(
      (onTaken) => write.run({ ...within, ...written }, { onTaken }),
      () => change({ shownBring: written.bring }),
    );
  };
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <LinesField
        label="Giấy tờ cần mang theo"
        hint="Mỗi dòng một thứ. Thư mời và giấy mời từ nay đều ghi như thế."
        rows={3}
        value={bring}
        maxLength={LONGEST.bring}
        onText={(typed) => change({ bring: typed })}
      />
      <NumberNote text={bring} />
      <OfTemplate
        ofTemplate={bringOfTemplate}
        others={[standing, bring]}
        onTake={(text) => change({ bring: text })}
      />
      {shownBring === standing ? (
        <Refused error={write.error} />
      ) : (
        <WrittenMeanwhile
          standing={standing}
          written={bringWritten}
          onTake={() => change({ bring: standing ?? '', shownBring: standing })}
          onKeep={() => change({ shownBring: standing })}
        />
      )}
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={write.isBusy}>
          Ghi
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

/**
 * What the template in force says, where both what stands and what is typed say otherwise: words that somebody wrote are carried on, also
 * past a template that was written since [GV153].
 */
function OfTemplate(props: {
  readonly ofTemplate: string | null;
  readonly others: readonly (string | null)[];
  readonly onTake: (text: string) => void;
}): ReactElement | null {
  const { ofTemplate } = props;
  const said = thingsOf(ofTemplate).join('; ');
  if (ofTemplate === null || props.others.some((other) => thingsOf(other).join('; ') === said)) return null;
  return (
    <p className="small dim">
      Mẫu đang dùng ghi khác: {said}.{' '}
      <button type="button" className="link" onClick={() => props.onTake(ofTemplate)}>
        Lấy theo mẫu
      </button>
    </p>
  );
}

/** What another wrote while this one is being typed: neither is lost, the person chooses [GV89]. */
function WrittenMeanwhile(props: {
  readonly standing: string | null;
  readonly written: Invitations['bringWritten'];
  readonly onTake: () => void;
  readonly onKeep: () => void;
}): ReactElement {
  const { written } = props;
  const said = thingsOf(props.standing).join('; ');
  return (
    <div className="notice warn" role="status">
      <p>
        <b>Hai người cùng ghi.</b>{' '}
        {written === null
          ? 'Người khác vừa ghi lại mục này'
          : `${written.byName} đã ghi lại mục này lúc ${formatMoment(written.at)}`}
        {said === '' ? ', nay để trống.' : `, nay là: ${said}.`} Chọn một bản rồi bấm “Ghi”.
      </p>
      <p className="row-acts">
        <button type="button" className="btn sm" onClick={props.onTake}>
          Lấy bản ấy
        </button>
        <button type="button" className="btn sm" onClick={props.onKeep}>
          Giữ bản của mình
        </button>
      </p>
    </div>
  );
}

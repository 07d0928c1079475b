import type { FormEvent, ReactElement } from 'react';
import { addAddendum } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { typedInto } from '../../sent-draft.ts';
import { useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { NumberNote } from './number-note.tsx';
import {
  type Addendum,
  type AddendumDraft,
  emptyAddendum,
  isLeftToBank,
  maySupplement,
  newAddendum,
} from './use-addendum.ts';
import { type KeptForm, takeFirstField, takeKeyboard, useDraft } from './use-draft.ts';

/** Corrections of closed minutes, each with its reason and author, and the way to write one. */
export function AddendaSection({
  briefing,
  within,
  addendum: { form, turn },
}: {
  briefing: Briefing;
  within: Within;
  addendum: Addendum;
}): ReactElement | null {
  const me = useMe();
  const canWrite = maySupplement(me, briefing);
  const isOfBank = isLeftToBank(me, briefing);
  if (briefing.addenda.length === 0 && !canWrite && !isOfBank) return null;
  return (
    <Section title="Văn bản bổ sung" note={briefing.addenda.length === 0 ? 'chưa có' : undefined}>
      <ol className="lines">
        {briefing.addenda.map((addendum) => (
          <li key={addendum.addendumId}>
            <span className="lines-text">{addendum.text}</span>
            <span className="lines-meta">
              <span>Lý do: {addendum.reason}</span>
              <span className="push">
                {addendum.writtenByName}, {formatMoment(addendum.writtenAt)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {isOfBank ? (
        <p className="small dim no-print">Văn bản bổ sung của biên bản này do ngân hàng ghi.</p>
      ) : null}
      {form.isOpen && canWrite ? (
        <AddendumForm key={turn} within={within} form={form} />
      ) : canWrite ? (
        <button
          type="button"
          className="twin no-print"
          ref={form.moved === 'closed' ? takeKeyboard : undefined}
          onClick={() => form.open()}
        >
          <Icon name="plus" />
          Ghi văn bản bổ sung
        </button>
      ) : null}
    </Section>
  );
}

function AddendumForm({ within, form }: { within: Within; form: KeptForm }): ReactElement {
  const [draft, change] = useDraft<AddendumDraft>(form.name, emptyAddendum);
  const { addendumId, text, reason } = draft;
  const type = (typed: Partial<AddendumDraft>) => change(typedInto(draft, typed, newAddendum));
  const add = useCommand(addAddendum);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    change({ isSent: true });
    await form.send(
      (onTaken) => add.run({ ...within, addendumId, text, reason }, { onTaken }),
      () => change({ ...newAddendum(), isSent: false }),
    );
  };
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="Nội dung bổ sung, sửa"
        value={text}
        printed={text}
        required
        maxLength={LONGEST.addendum}
        onText={(typed) => type({ text: typed })}
      />
      <TextField
        label="Lý do"
        value={reason}
        printed={reason}
        required
        maxLength={LONGEST.addendumReason}
        onText={(typed) => type({ reason: typed })}
      />
      <NumberNote text={`${text}\n${reason}`} />
      <Refused error={add.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={add.isBusy}>
          Ghi bổ sung
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

import type { FormEvent, ReactElement } from 'react';
import type { InputOf } from '../../../../kernel/contract.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { raiseDifficulty } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { may, useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { type KeptForm, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';

type Subject = Pick<InputOf<typeof raiseDifficulty>, 'communeId' | 'householdId' | 'personId' | 'contractNo'>;

/** Raises a difficulty about a household from its own page; it goes to the next briefing of its village. */
export function RaiseDifficulty(subject: Subject): ReactElement | null {
  const me = useMe();
  const { communeId, householdId } = subject;
  const at: KeptAt = {
    kind: 'difficulty',
    userId: me.userId,
    communeId,
    subjectId: householdId ?? communeId,
  };
  const form = useKeptFormAt(at, 'raise');
  if (!may(me, raiseDifficulty)) return null;
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => form.open()}>
        <Icon name="flag" />
        Nêu khó khăn
      </button>
      {form.isOpen ? <RaiseDialog subject={subject} at={at} form={form} /> : null}
    </>
  );
}

const FORM_ID = 'neu-kho-khan';

function RaiseDialog(props: { subject: Subject; at: KeptAt; form: KeptForm }): ReactElement {
  const { subject, at, form } = props;
  // One id for one difficulty: pressed twice, it is raised once.
  const [{ text, difficultyId }, change] = useTypedAt(at, form.name, () => ({
    text: '',
    difficultyId: crypto.randomUUID() as Id,
  }));
  const raise = useCommand(raiseDifficulty);
  const toast = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const raised = await raise.run({
      ...subject,
      difficultyId,
      briefingId: null,
      about: 'household',
      groupCode: null,
      text,
      saidBy: null,
    });
    if (raised === undefined) return;
    const where =
      raised.briefingId === null ? 'buổi giao ban tới, khi buổi đó được chuẩn bị' : 'chương trình giao ban';
    toast({ text: `Đã nêu khó khăn, đưa vào ${where}.` });
    form.close();
  };
  return (
    <Dialog
      title="Nêu khó khăn để giao ban giải quyết"
      onClose={form.close}
      actions={
        <button type="submit" form={FORM_ID} className="btn go" disabled={raise.isBusy}>
          Nêu khó khăn
        </button>
      }
    >
      <form id={FORM_ID} className="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Vướng gì ở hộ này"
          hint="Ví dụ: không gặp được hộ, món vay đến hạn tuần sau."
          value={text}
          required
          maxLength={1000}
          onText={(typed) => change({ text: typed })}
        />
        <Refused error={raise.error} />
      </form>
    </Dialog>
  );
}

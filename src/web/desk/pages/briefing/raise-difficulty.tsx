import { type FormEvent, type ReactElement, useState } from 'react';
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

type Subject = Pick<InputOf<typeof raiseDifficulty>, 'communeId' | 'householdId' | 'personId' | 'contractNo'>;

/** Raises a difficulty about a household from its own page; it goes to the next briefing of its village. */
export function RaiseDifficulty(subject: Subject): ReactElement | null {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!may(me, raiseDifficulty)) return null;
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => setOpen(true)}>
        <Icon name="flag" />
        Nêu khó khăn
      </button>
      {isOpen ? <RaiseDialog subject={subject} onDone={() => setOpen(false)} /> : null}
    </>
  );
}

const FORM_ID = 'neu-kho-khan';

function RaiseDialog({ subject, onDone }: { subject: Subject; onDone: () => void }): ReactElement {
  const [text, setText] = useState('');
  // One id for one difficulty: pressed twice, it is raised once.
  const [difficultyId] = useState(() => crypto.randomUUID() as Id);
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
    onDone();
  };
  return (
    <Dialog
      title="Nêu khó khăn để giao ban giải quyết"
      onClose={onDone}
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
          onText={setText}
        />
        <Refused error={raise.error} />
      </form>
    </Dialog>
  );
}

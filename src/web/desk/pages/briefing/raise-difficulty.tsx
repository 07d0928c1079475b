import type { FormEvent, ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { answerDifficulty, raiseDifficulty } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { type SentDraft, typedInto } from '../../sent-draft.ts';
import { may, useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import { QUESTIONS, type Subject } from './difficulty-subject.ts';
import { BorrowerNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';
import { SaidByField } from './said-by-field.tsx';

/**
 * Raises a difficulty from the page where somebody meets it: a household's, a group's, that of the briefings; it goes to the next
 * briefing of its village [GV99].
 */
export function RaiseDifficulty({ subject }: { readonly subject: Subject }): ReactElement | null {
  const me = useMe();
  const form = useKeptFormAt(placeOf(subject, me.userId), FORM);
  if (!may(me, raiseDifficulty)) return null;
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => form.open()}>
        <Icon name="flag" />
        Nêu khó khăn
      </button>
      {form.isOpen ? <RaiseDialog subject={subject} onDone={form.close} /> : null}
    </>
  );
}

const FORM_ID = 'neu-kho-khan';
const FORM = 'raise';

/** Where the words about a subject wait: those of a household, of a group, of the commune. */
function placeOf({ communeId, householdId, groupCode }: Subject, userId: string): KeptAt {
  return { kind: 'difficulty', userId, communeId, subjectId: householdId ?? groupCode ?? communeId };
}

/** What stands in the form; the id is made once for its words, so that pressed twice it is raised once. */
type Draft = SentDraft & { readonly text: string; readonly saidBy: string; readonly difficultyId: Id };

function newDifficulty(): Pick<Draft, 'difficultyId'> {
  return { difficultyId: crypto.randomUUID() as Id };
}

/** The form of a difficulty over the page; its words outlive a reload. */
export function RaiseDialog(props: {
  readonly subject: Subject;
  /** Whose household, where the page does not say it. */
  readonly name?: string;
  readonly onDone: () => void;
}): ReactElement {
  const { subject, name, onDone } = props;
  const { label, hint } = QUESTIONS[subject.about];
  const me = useMe();
  const at = placeOf(subject, me.userId);
  const writesForOthers = may(me, answerDifficulty);
  const [draft, change] = useTypedAt<Draft>(at, FORM, () => ({ text: '', saidBy: '', ...newDifficulty() }));
  const { text, saidBy, difficultyId } = draft;
  const type = (typed: Partial<Draft>) => change(typedInto(draft, typed, newDifficulty));
  const form = useKeptFormAt(at, FORM, onDone);
  const raise = useCommand(raiseDifficulty);
  const toast = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    change({ isSent: true });
    const said = {
      ...subject,
      difficultyId,
      briefingId: null,
      text,
      saidBy: !writesForOthers || saidBy.trim() === '' ? null : saidBy,
    };
    const give = async (onTaken: () => void) => {
      const raised = await raise.run(said, { onTaken });
      if (raised === undefined) return undefined;
      const where =
        raised.briefingId === null ? 'buổi giao ban tới, khi buổi đó được chuẩn bị' : 'chương trình giao ban';
      toast({ text: `Đã nêu khó khăn, đưa vào ${where}.` });
      return raised;
    };
    await form.send(give, () => change({ ...newDifficulty(), isSent: false }));
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
          label={name === undefined ? label : `Vướng gì ở hộ ${name}`}
          hint={hint}
          value={text}
          printed={text}
          required
          maxLength={LONGEST.difficulty}
          onText={(typed) => type({ text: typed })}
        />
        {writesForOthers ? <BorrowerNote text={text} communeId={subject.communeId} /> : null}
        <NumberNote text={text} />
        {writesForOthers ? (
          <SaidByField
            asked={{ communeId: subject.communeId }}
            value={saidBy}
            onText={(typed) => type({ saidBy: typed })}
          />
        ) : null}
        <Refused error={raise.error} />
      </form>
    </Dialog>
  );
}

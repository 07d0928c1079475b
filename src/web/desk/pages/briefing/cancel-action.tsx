import { type FormEvent, type ReactElement, useRef } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { cancelBriefing, listInvitations, showBriefing } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { wrongInField } from '../../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Field, notBlank } from '../../../shared/components/field.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { type KeptForm, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import type { Briefing, Within } from './briefing.ts';
import { difficultiesAtStake, invitedAtStake } from './cancelled-words.ts';
import { CANCEL_FORM } from './left-out.ts';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';

type Props = {
  readonly briefing: Pick<Briefing, 'heldOn'>;
  readonly within: Within;
  readonly isSmall?: boolean;
};

const FORM_ID = 'khong-to-chuc';

/**
 * The quiet way out of a briefing that is not held, and the question before it [GV109]. A reason half typed outlives a reload: the
 * question stands open again with it.
 */
export function CancelAction({ briefing, within, isSmall }: Props): ReactElement {
  const { userId } = useMe();
  const { communeId, briefingId: subjectId } = within;
  const keptAt = { userId, communeId, subjectId, kind: 'draft' } as const;
  const form = useKeptFormAt(keptAt, CANCEL_FORM);
  return (
    <>
      <button
        type="button"
        className={isSmall ? 'btn sm no-print' : 'btn no-print'}
        onClick={() => form.open()}
      >
        Không tổ chức
      </button>
      {form.isOpen ? <Cancelling {...{ briefing, within, keptAt, form }} /> : null}
    </>
  );
}

/** It cannot be taken back: what happens to difficulties and invitations is said before, and the reason is asked. */
function Cancelling(props: Props & { readonly keptAt: KeptAt; readonly form: KeptForm }): ReactElement {
  const { briefing, within, keptAt, form } = props;
  const cancel = useCommand(cancelBriefing);
  const toast = useToast();
  const [{ reason }, change] = useTypedAt(keptAt, form.name, () => ({ reason: '' }));
  // The button is grey only once the page is drawn anew: a double press comes before.
  const isSent = useRef(false);
  const wrong = wrongInField(cancel.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSent.current) return;
    isSent.current = true;
    const isClosed = await form.send((onTaken) => cancel.run({ ...within, reason }, { onTaken }));
    isSent.current = false;
    if (isClosed) toast({ text: `Đã ghi không tổ chức giao ban ngày ${formatDate(briefing.heldOn)}.` });
  };
  return (
    <Dialog
      title="Không tổ chức giao ban"
      onClose={form.close}
      actions={
        <button type="submit" form={FORM_ID} className="btn go" disabled={cancel.isBusy}>
          Ghi không tổ chức
        </button>
      }
    >
      <p>
        Giao ban của phiên ngày {formatDate(briefing.heldOn)} khép lại và không ghi thêm được; những gì đã
        chuẩn bị vẫn xem được. Nếu sau đó lại họp thì chuẩn bị lại giao ban cho phiên này.
      </p>
      <AtStake within={within} />
      <form id={FORM_ID} className="form" onSubmit={(event) => void submit(event)}>
        <Field
          label="Lý do"
          hint="Ghi vào sổ và vào thư báo nếu có người cần báo. Không nêu tên hộ vay."
          error={wrong}
        >
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              aria-required
              ref={notBlank('Chưa nêu lý do. Ghi vì sao không tổ chức, ví dụ: bão, đường ngập.')}
              maxLength={LONGEST.cancelReason}
              value={reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          )}
        </Field>
        <NamesOfReason text={reason} within={within} />
        <NumberNote text={reason} />
        <Refused error={wrong === undefined ? cancel.error : null} />
      </form>
    </Dialog>
  );
}

/** The lists from which a briefing is ended know less of it than its page: what is needed is asked as there. */
function NamesOfReason({ text, within }: { text: string } & Pick<Props, 'within'>): ReactElement | null {
  const { data } = useQuestion(showBriefing, within);
  return data === undefined ? null : <NameNote text={text} kind="reason" briefing={data} />;
}

/** What becomes of the difficulties and of the invitations. */
function AtStake({ within }: Pick<Props, 'within'>): ReactElement | null {
  const briefing = useQuestion(showBriefing, within);
  const invitations = useQuestion(listInvitations, within);
  if (briefing.data === undefined || invitations.data === undefined) return null;
  return (
    <ul className="at-stake">
      {[...difficultiesAtStake(briefing.data), ...invitedAtStake(invitations.data)].map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

import { type FormEvent, type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { cancelBriefing, listInvitations, showBriefing } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Field } from '../../../shared/components/field.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import type { Briefing, Within } from './briefing.ts';
import { difficultiesAtStake, invitedAtStake } from './cancelled-words.ts';

type Props = {
  readonly briefing: Pick<Briefing, 'heldOn'>;
  readonly within: Within;
  readonly isSmall?: boolean;
};

const FORM_ID = 'khong-to-chuc';

/** The quiet way out of a briefing that is not held, and the question before it [GV109]. */
export function CancelAction({ briefing, within, isSmall }: Props): ReactElement {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className={isSmall ? 'btn sm no-print' : 'btn no-print'}
        onClick={() => setAsking(true)}
      >
        Không tổ chức
      </button>
      {isAsking ? <Cancelling briefing={briefing} within={within} onDone={() => setAsking(false)} /> : null}
    </>
  );
}

/** It cannot be taken back: what happens to difficulties and invitations is said before, and the reason is asked. */
function Cancelling({ briefing, within, onDone }: Props & { readonly onDone: () => void }): ReactElement {
  const cancel = useCommand(cancelBriefing);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await cancel.run({ ...within, reason })) === undefined) return;
    toast({ text: `Đã ghi không tổ chức giao ban ngày ${formatDate(briefing.heldOn)}.` });
    onDone();
  };
  return (
    <Dialog
      title="Không tổ chức giao ban"
      onClose={onDone}
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
        <Field label="Lý do" hint="Ghi vào sổ và vào thư báo nếu có người cần báo. Không nêu tên hộ vay.">
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              required
              maxLength={LONGEST.cancelReason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <Refused error={cancel.error} />
      </form>
    </Dialog>
  );
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

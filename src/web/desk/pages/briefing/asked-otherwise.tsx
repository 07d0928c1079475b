import type { ReactElement } from 'react';
import { sendInvitations } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger, formatMoment } from '../../../shared/format.ts';
import { askedOtherwise, type Invitations, type Within } from './invitations.ts';

type Props = { readonly invitations: Invitations; readonly within: Within };

/** How many invitations ask to bring other things than are asked now, and the step that sends them anew [GV148]. */
export function AskedOtherwise({ invitations, within }: Props): ReactElement | null {
  const send = useCommand(sendInvitations);
  const toast = useToast();
  const asked = invitations.canInvite ? askedOtherwise(invitations.recipients) : [];
  const byMail = invitations.hasMail ? asked.filter(({ address }) => address !== null) : [];
  if (asked.length === 0) return null;
  const run = async () => {
    const attendeeIds = byMail.map(({ attendeeId }) => attendeeId);
    const done = await send.run({ ...within, attendeeIds, again: true });
    if (done !== undefined) toast({ text: `Đã xếp ${done.queued} thư, gửi từ ${formatMoment(done.dueAt)}.` });
  };
  return (
    <>
      <div className="notice warn">
        <Icon name="warning" />
        <div>
          <p>
            {formatInteger(asked.length)} người có giấy mời ghi tài liệu mang theo cũ.
            {asked.length > byMail.length ? ' Giấy mời đã in thì in lại.' : ''}
          </p>
          {byMail.length === 0 ? null : (
            <p className="row-acts no-print">
              <button type="button" className="btn sm" disabled={send.isBusy} onClick={() => void run()}>
                Gửi lại thư ({formatInteger(byMail.length)})
              </button>
            </p>
          )}
        </div>
      </div>
      <Refused error={send.error} />
    </>
  );
}

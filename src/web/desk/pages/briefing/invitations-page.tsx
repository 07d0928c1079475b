import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import {
  listInvitations,
  printInvitations,
  sendInvitations,
} from '../../../../modules/governance/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger, formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useDemo } from '../../reference.ts';
import { communeOf, useMe } from '../../session.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useTitle } from '../../use-address.ts';
import { InvitationNote } from './invitation-note.tsx';
import {
  countInvited,
  type Invitations,
  invitedInWords,
  needsMail,
  onPaper,
  type Recipient,
  type Within,
  whyNobodyIsInvited,
} from './invitations.ts';
import { InvitationsTable } from './invitations-table.tsx';
import { LeftToTell } from './left-to-tell.tsx';
import { Letters } from './letters.tsx';
import { NoMail } from './no-mail.tsx';

/** How often the page looks whether mails have gone, while some wait. */
const FOLLOW_MS = 3_000;

/** The invitations of a briefing: by mail where an address is known, on paper otherwise, and how each stands. */
export function InvitationsPage(): ReactElement {
  const me = useMe();
  const { commune: code, briefing } = useAddressParams();
  const commune = communeOf(me, code);
  useTitle('Giấy mời giao ban');
  if (commune === undefined || code === undefined || briefing === undefined) return <NotFound />;
  const within = { communeId: commune.id, briefingId: briefing as Within['briefingId'] };
  return <OneBriefing key={briefing} communeCode={code} within={within} />;
}

function OneBriefing({ communeCode, within }: { communeCode: string; within: Within }): ReactElement {
  const answer = useQuestion(listInvitations, within, {
    refetchMs: (data) => (data?.recipients.some(isOnItsWay) ? FOLLOW_MS : false),
  });
  const [isLettersOnly, setLettersOnly] = useState(false);
  return (
    <Page>
      <Show answer={answer} rows={12} nothing={<NothingHere />}>
        {(data) => (
          <div className={isLettersOnly ? 'letters-only' : undefined}>
            <div className="not-letters">
              <PageHead
                title={`Giấy mời giao ban ${formatDate(data.heldOn)}`}
                actions={<Actions invitations={data} within={within} onLetters={setLettersOnly} />}
              >
                <AppLink href={paths.briefing(communeCode, within.briefingId)}>
                  Giao ban {formatDate(data.heldOn)}
                </AppLink>{' '}
                / {data.communeName}. {invitedInWords(data)}
              </PageHead>
              <MailNotice invitations={data} />
              <div className="stack">
                <LeftToTell invitations={data} within={within} />
                <InvitationNote invitations={data} within={within} />
                <Section title="Người được mời" note={formatInteger(countInvited(data))}>
                  <InvitationsTable invitations={data} within={within} />
                  <Chairs chair={data.chair} />
                </Section>
              </div>
            </div>
            <Letters recipients={onPaper(data)} />
          </div>
        )}
      </Show>
    </Page>
  );
}

/** Why somebody who is called at the meeting is not among the invited [GV64]. */
function Chairs({ chair }: Pick<Invitations, 'chair'>): ReactElement | null {
  if (chair === null) return null;
  const { fullName, isVacant, capacity } = chair;
  return (
    <p className="small dim">
      {isVacant ? fullName : `${fullName}, ${capacity},`} chủ trì và mời người khác nên không có giấy mời.
    </p>
  );
}

/** Whose invitation, or the mail that it is not held, waits to be sent. */
function isOnItsWay({ invitation, cancellation }: Recipient): boolean {
  return invitation?.state === 'waiting' || cancellation?.state === 'waiting';
}

/** Why nobody is invited any more, why nothing goes by mail, or when it goes. */
function MailNotice({ invitations }: { invitations: Invitations }): ReactElement | null {
  const demo = useDemo();
  const { fromHour, untilHour } = invitations.quietHours;
  if (!invitations.canInvite)
    return (
      <p className="notice">
        <Icon name="info" />
        <span>{whyNobodyIsInvited(invitations)}</span>
      </p>
    );
  if (!invitations.hasMail) return <NoMail isDemo={demo?.isDemo === true} />;
  if (invitations.pausedUntil !== null)
    return (
      <p className="notice">
        <Icon name="warning" />
        <span>
          Tạm dừng gửi thư đến {formatMoment(invitations.pausedUntil)} vì nhiều thư liền nhau không đi được.
          Thư chờ được giữ nguyên và tự gửi lại; báo người quản trị xem máy chủ thư, việc gấp thì in giấy mời.
        </span>
      </p>
    );
  if (fromHour === untilHour) return null;
  return (
    <p className="small dim">
      Thư không đi từ {fromHour} giờ đến {untilHour} giờ sáng; bấm gửi trong giờ đó thì thư chờ đến{' '}
      {untilHour} giờ.
    </p>
  );
}

function Actions(props: {
  invitations: Invitations;
  within: Within;
  onLetters: (isLettersOnly: boolean) => void;
}): ReactElement | null {
  const { invitations, within, onLetters } = props;
  const send = useCommand(sendInvitations);
  const print = useCommand(printInvitations);
  const toast = useToast();
  const byMail = invitations.recipients.filter(needsMail);
  const toPrint = onPaper(invitations);
  if (!invitations.canInvite) return null;
  const idsOf = (recipients: readonly Recipient[]) => recipients.map(({ attendeeId }) => attendeeId);
  const runSend = async () => {
    const done = await send.run({ ...within, attendeeIds: idsOf(byMail), again: false });
    if (done !== undefined) toast({ text: `Đã xếp ${done.queued} thư, gửi từ ${formatMoment(done.dueAt)}.` });
  };
  const runPrint = async () => {
    const done = await print.run({ ...within, attendeeIds: idsOf(toPrint) });
    if (done === undefined) return;
    onLetters(true);
    // The letters stand on the page after the next rendering.
    requestAnimationFrame(() => {
      window.print();
      onLetters(false);
    });
  };
  return (
    <div className="no-print">
      <span className="row-acts">
        <button
          type="button"
          className="btn"
          disabled={print.isBusy || toPrint.length === 0}
          onClick={() => void runPrint()}
        >
          In giấy mời ({formatInteger(toPrint.length)})
        </button>
        {invitations.hasMail ? (
          <button
            type="button"
            className="btn go"
            disabled={send.isBusy || byMail.length === 0}
            onClick={() => void runSend()}
          >
            Gửi thư mời ({formatInteger(byMail.length)})
          </button>
        ) : null}
      </span>
      <Refused error={send.error ?? print.error} />
    </div>
  );
}

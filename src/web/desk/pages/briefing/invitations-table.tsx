import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { recordToldInPerson, sendInvitations } from '../../../../modules/governance/contract.ts';
import { CANCELLATION_STATES } from '../../../../modules/governance/domain/cancellation.ts';
import { INVITATION_STATES } from '../../../../modules/governance/domain/invitation.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import type { IconName } from '../../../shared/components/icon.tsx';
import { Status, type Tone } from '../../../shared/components/status.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { AddressOf } from './address-of.tsx';
import { AddressDialog, HandedDialog, useAskedBefore } from './invitation-dialogs.tsx';
import { type Invitations, notSentWords, type Recipient, type Within } from './invitations.ts';
import { LeftOffice } from './left-office.tsx';

type Props = { readonly invitations: Invitations; readonly within: Within };

/** Who is invited, where their mail goes, how the invitation stands, and the next thing to do about it. */
export function InvitationsTable({ invitations, within }: Props): ReactElement {
  const askedBefore = useAskedBefore(invitations.canInvite ? invitations.recipients : [], within);
  const [asking, setAsking] = useState(askedBefore);
  const again = useCommand(sendInvitations);
  const told = useCommand(recordToldInPerson);
  const { canInvite, recipients } = invitations;
  const close = () => setAsking(undefined);
  const columns: readonly Column<Recipient>[] = [
    {
      key: 'name',
      heading: 'Người dự',
      cell: (row) => <Person recipient={row} {...(canInvite ? { within } : {})} />,
    },
    {
      key: 'address',
      heading: 'Địa chỉ thư',
      cell: (row) => (
        <AddressOf
          recipient={row}
          {...(canInvite ? { onChange: () => setAsking({ what: 'address', who: row }) } : {})}
        />
      ),
    },
    {
      key: 'state',
      heading: 'Giấy mời',
      cell: (row) => <StateOf recipient={row} invitations={invitations} />,
    },
    { key: 'cancellation', heading: 'Báo không tổ chức', cell: (row) => <ToldOf recipient={row} /> },
    {
      key: 'act',
      heading: 'Việc tiếp',
      cell: (row) => (
        <Next
          recipient={row}
          invitations={invitations}
          onAgain={() => void again.run({ ...within, attendeeIds: [row.attendeeId], again: true })}
          onHanded={() => setAsking({ what: 'handed', who: row })}
          onUntold={() =>
            void told.run({ ...within, attendeeId: row.attendeeId, toName: row.fullName, isTold: false })
          }
        />
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="Người được mời, theo thứ tự điểm danh"
        columns={columns.filter(({ key }) => !isEmptyColumn(key, invitations))}
        rows={recipients}
        rowKey={(row) => row.attendeeId}
      />
      <Refused error={again.error ?? told.error} />
      {asking?.what === 'address' ? (
        <AddressDialog recipient={asking.who} within={within} onDone={close} />
      ) : null}
      {asking?.what === 'handed' ? (
        <HandedDialog recipient={asking.who} within={within} today={invitations.today} onDone={close} />
      ) : null}
    </>
  );
}

type Asked = Pick<Invitations, 'canInvite' | 'state' | 'hasMail'> & {
  readonly recipients: readonly Recipient[];
};

/**
 * A column that has nothing to say or to do for anybody: addresses that nobody writes any more, a next step that nobody has, who is
 * told of what is held.
 */
export function isEmptyColumn(key: string, { recipients, ...may }: Asked): boolean {
  if (key === 'cancellation') return recipients.every(({ cancellation }) => cancellation === null);
  if (key === 'address') return !may.canInvite && recipients.every(({ address }) => address === null);
  return key === 'act' && recipients.every((recipient) => nextStep(recipient, may) === undefined);
}

/**
 * What is done next about an invitation: a printed one is handed over, one that was mailed is mailed again; of a briefing that is not
 * held what was written down by mistake is taken back.
 */
/** What can be done about somebody's letter by one press; undefined: nothing. */
export function nextStep(
  { invitation, address, cancellation, leftOffice }: Recipient,
  { canInvite, state, hasMail }: Omit<Asked, 'recipients'>,
): keyof typeof NEXT_WORDS | undefined {
  if (state === 'cancelled') return cancellation?.state === 'told' ? 'untold' : undefined;
  if (invitation?.state === 'printed') return 'handed';
  const canSendAgain =
    invitation !== null && ['sent', 'failed', 'unsure', 'withdrawn'].includes(invitation.state);
  // Who has left the office is not invited again [GV162].
  const mayBeAsked = canInvite && leftOffice === null;
  return mayBeAsked && hasMail && address !== null && canSendAgain ? 'again' : undefined;
}

function Person({ recipient, within }: { recipient: Recipient; within?: Within }): ReactElement {
  return (
    <>
      {recipient.fullName}
      <span className="sub">{recipient.isVacant ? 'Chưa có người giữ chức vụ' : recipient.capacity}</span>
      {recipient.note === null ? null : <span className="sub">{recipient.note}</span>}
      <LeftOffice attendee={recipient} {...(within ? { within } : {})} />
    </>
  );
}

const LOOKS: Readonly<Record<keyof typeof INVITATION_STATES, readonly [Tone, IconName]>> = {
  waiting: ['warn', 'clock'],
  sent: ['good', 'check'],
  failed: ['bad', 'warning'],
  unsure: ['warn', 'warning'],
  printed: ['warn', 'print'],
  handed: ['good', 'check'],
  withdrawn: ['dim', 'undo'],
};

/** How the invitation of a person stands: whether its mail went and when, why it has not, when it is tried again [GV41]. */
export function StateOf(props: {
  readonly recipient: Recipient;
  readonly invitations: Pick<Invitations, 'canInvite' | 'state' | 'hasMail'>;
}): ReactElement {
  const { invitation, address, notSentTo, wasVacant } = props.recipient;
  const { canInvite, state, hasMail } = props.invitations;
  if (invitation === null)
    return (
      <>
        <Status tone="dim" icon="circle">
          {canInvite ? 'Chưa mời' : 'Không có giấy mời'}
          {canInvite && (address === null || !hasMail) ? ', in giấy' : ''}
        </Status>
        {notSentTo === null ? null : <span className="sub">{notSentWords(notSentTo, wasVacant)}</span>}
      </>
    );
  const [tone, icon] = LOOKS[invitation.state];
  return (
    <>
      <Status tone={tone} icon={icon}>
        {INVITATION_STATES[invitation.state]}
        {invitation.sentAt === null ? '' : ` ${formatMoment(invitation.sentAt)}`}
        {invitation.handedOn === null ? '' : ` ${formatDate(invitation.handedOn)}`}
      </Status>
      <span className="sub">{detailOf(invitation, { canInvite, state })}</span>
    </>
  );
}

const TOLD_LOOKS: Readonly<Record<keyof typeof CANCELLATION_STATES, readonly [Tone, IconName]>> = {
  waiting: ['warn', 'clock'],
  sent: ['good', 'check'],
  failed: ['bad', 'warning'],
  unsure: ['warn', 'warning'],
  withdrawn: ['dim', 'undo'],
  inPerson: ['warn', 'person'],
  told: ['good', 'check'],
};

/** How somebody who was invited is told that the briefing is not held [GV111]. */
export function ToldOf({
  recipient: { cancellation, invitation },
}: {
  readonly recipient: Pick<Recipient, 'cancellation' | 'invitation'>;
}): ReactElement | null {
  if (cancellation === null) return null;
  const { state, sentAt, toldAt, toldByName, problem, nextAt } = cancellation;
  const [tone, icon] = TOLD_LOOKS[state];
  return (
    <>
      <Status tone={tone} icon={icon}>
        {toldAt === null
          ? CANCELLATION_STATES[state]
          : `Đã báo lúc ${formatMoment(toldAt)} bởi ${toldByName}`}
        {sentAt === null ? '' : ` ${formatMoment(sentAt)}`}
      </Status>
      <span className="sub">
        {invitation?.state === 'withdrawn' ? 'Có thể đã nhận giấy mời trước khi rút. ' : ''}
        {problem === null ? '' : `Vì ${problem}. `}
        {nextAt === null ? '' : `Gửi từ ${formatMoment(nextAt)}.`}
      </span>
    </>
  );
}

/** The reason and the next attempt, the old day, who made it or handed it over. */
function detailOf(
  invitation: NonNullable<Recipient['invitation']>,
  { canInvite, state }: Pick<Invitations, 'canInvite' | 'state'>,
): string {
  const { problem, nextAt, attempts, isOutdated, asksOtherwise, handedByName, madeByName } = invitation;
  if (isOutdated) return `Ghi ngày, giờ hoặc nơi cũ.${canInvite ? ' Buổi họp đã dời, cần mời lại.' : ''}`;
  if (asksOtherwise && state === 'preparing') return 'Ghi tài liệu mang theo cũ.';
  if (problem !== null && nextAt !== null)
    return `Lần ${attempts}: ${problem}. Gửi lại lúc ${formatMoment(nextAt)}.`;
  if (problem !== null) return `Vì ${problem}.`;
  if (nextAt !== null) return `Gửi từ ${formatMoment(nextAt)}.`;
  return handedByName === null ? `${madeByName} mời` : `${handedByName} giao`;
}

const NEXT_WORDS = { handed: 'Ghi đã giao', again: 'Gửi lại', untold: 'Bỏ ghi đã báo' } as const;

function Next(props: {
  recipient: Recipient;
  invitations: Invitations;
  onAgain: () => void;
  onHanded: () => void;
  onUntold: () => void;
}): ReactElement | null {
  const { fullName } = props.recipient;
  const step = nextStep(props.recipient, props.invitations);
  if (step === undefined) return null;
  const words = NEXT_WORDS[step];
  const run = { handed: props.onHanded, again: props.onAgain, untold: props.onUntold }[step];
  return (
    <button type="button" className="link" aria-label={`${words}: ${fullName}`} onClick={run}>
      {words}
    </button>
  );
}

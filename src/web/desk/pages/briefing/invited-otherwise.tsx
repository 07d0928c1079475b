import type { ReactElement } from 'react';
import { listInvitations } from '../../../../modules/governance/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing } from './briefing.ts';

/** That people were invited to another day, hour or place than the meeting has now, and the way to invite them again [GV117]. */
export function InvitedOtherwise(props: {
  readonly briefing: Briefing;
  readonly communeCode: string;
}): ReactElement | null {
  const me = useMe();
  const { invitedOtherwise, briefingId } = props.briefing;
  const words = otherwiseWords(invitedOtherwise);
  if (words === '' || !may(me, listInvitations)) return null;
  return (
    <p className="notice warn in-text">
      <Icon name="warning" />
      <span>
        Buổi họp đã đổi ngày, giờ hoặc nơi: {words}.{' '}
        <AppLink href={paths.invitations(props.communeCode, briefingId)}>Mời lại ở trang Giấy mời</AppLink>
      </span>
    </p>
  );
}

/** `3 người đã được mời theo lịch cũ, 1 thư mời chờ gửi đã rút lại`; empty where nobody is invited otherwise. */
export function otherwiseWords(counts: Briefing['invitedOtherwise']): string {
  const { reached = 0, takenBack = 0 } = counts ?? {};
  return [
    ...(reached === 0 ? [] : [`${formatInteger(reached)} người đã được mời theo lịch cũ`]),
    ...(takenBack === 0 ? [] : [`${formatInteger(takenBack)} thư mời chờ gửi đã rút lại`]),
  ].join(', ');
}

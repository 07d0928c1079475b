import type { ReactElement } from 'react';
import { listInvitations } from '../../../../modules/governance/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';

/** The way to the invitations, for whoever holds the briefing. */
export function InvitationsLink(props: { communeCode: string; briefingId: string }): ReactElement | null {
  const me = useMe();
  if (!may(me, listInvitations)) return null;
  return (
    <AppLink className="twin no-print" href={paths.invitations(props.communeCode, props.briefingId)}>
      <Icon name="document" />
      Giấy mời
    </AppLink>
  );
}

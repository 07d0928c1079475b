import type { ReactElement } from 'react';
import { listInvitations, showBriefingFigures } from '../../../../modules/governance/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';

type Where = { readonly communeCode: string; readonly briefingId: string };

/** The way to the invitations, for whoever holds the briefing. */
export function InvitationsLink(props: Where): ReactElement | null {
  const me = useMe();
  if (!may(me, listInvitations)) return null;
  return (
    <AppLink className="twin no-print" href={paths.invitations(props.communeCode, props.briefingId)}>
      <Icon name="document" />
      Giấy mời
    </AppLink>
  );
}

/** The way to the screen of the hall, for those who see the figures. */
export function HallLink(props: Where): ReactElement | null {
  const me = useMe();
  if (!may(me, showBriefingFigures)) return null;
  return (
    <AppLink className="btn no-print" href={paths.hall(props.communeCode, props.briefingId)}>
      <Icon name="board" />
      Trình chiếu
    </AppLink>
  );
}

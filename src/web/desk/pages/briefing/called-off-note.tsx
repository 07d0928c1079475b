import type { ReactElement } from 'react';
import { listInvitations } from '../../../../modules/governance/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing } from './briefing.ts';

/** Of a briefing prepared again: who was told that it is not held, who never was, and the way to invite and to tell them [GV149]. */
export function CalledOffNote(props: {
  readonly briefing: Briefing;
  readonly communeCode: string;
}): ReactElement | null {
  const me = useMe();
  const { calledOff, briefingId } = props.briefing;
  if (calledOff === null || !may(me, listInvitations)) return null;
  const { untoldOf } = calledOff;
  return (
    <p className="notice warn in-text">
      <Icon name="warning" />
      <span>
        {calledOffWords(calledOff)}{' '}
        <AppLink href={paths.invitations(props.communeCode, briefingId)}>Mời ở trang Giấy mời</AppLink>
        {untoldOf === null ? null : (
          <>
            , ai không mời lại thì{' '}
            <AppLink href={paths.invitations(props.communeCode, untoldOf)}>báo trực tiếp</AppLink>
          </>
        )}
        .
      </span>
    </p>
  );
}

/** `3 người đã được báo không tổ chức, chưa mời lại. 1 người có giấy mời trước, chưa được báo không tổ chức.` */
export function calledOffWords({
  told,
  untold,
}: Pick<NonNullable<Briefing['calledOff']>, 'told' | 'untold'>): string {
  return [
    ...(told === 0 ? [] : [`${formatInteger(told)} người đã được báo không tổ chức, chưa mời lại.`]),
    ...(untold === 0
      ? []
      : [`${formatInteger(untold)} người có giấy mời trước, chưa được báo không tổ chức.`]),
  ].join(' ');
}

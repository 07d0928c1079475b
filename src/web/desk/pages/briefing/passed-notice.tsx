import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { openBriefing } from '../../../../modules/governance/contract.ts';
import { isPassedBy } from '../../../../modules/governance/domain/briefing.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { may, useMe } from '../../session.tsx';
import type { Briefing } from './briefing.ts';

/** That the session's day is over and nobody has said whether people met, and which of the two steps above says it [GV112]. */
export function PassedNotice({ briefing }: { readonly briefing: Briefing }): ReactElement | null {
  const me = useMe();
  const { heldOn, today } = briefing;
  if (!isPassedBy(briefing, today)) return null;
  return (
    <p className="notice warn">
      <Icon name="warning" />
      <span>
        Phiên ngày {formatDate(heldOn)} đã qua mà chưa ghi có họp hay không.{' '}
        {may(me, openBriefing)
          ? 'Đã họp thì bấm “Bắt đầu giao ban” và chọn ngày đã họp; không họp thì bấm “Không tổ chức”.'
          : 'Cán bộ tín dụng ghi lại buổi đã họp, hoặc ghi là không tổ chức.'}
      </span>
    </p>
  );
}

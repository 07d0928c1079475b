import type { ReactElement } from 'react';
import { KEPT_PARTS } from '../../../../modules/governance/domain/kept-parts.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Briefing } from './briefing.ts';

/** Of a briefing prepared again: what people had written in the one that was cancelled and stands here, and where it is from [GV185]. */
export function KeptFromNote(props: {
  readonly briefing: Pick<Briefing, 'keptFrom'>;
  readonly communeCode: string;
}): ReactElement | null {
  const { keptFrom } = props.briefing;
  if (keptFrom === null) return null;
  const { briefingId, cancelledAt, parts } = keptFrom;
  return (
    <p className="notice in-text">
      <Icon name="info" />
      <span>
        Giữ lại từ{' '}
        <AppLink href={paths.briefing(props.communeCode, briefingId)}>
          buổi ghi không tổ chức lúc {formatMoment(cancelledAt)}
        </AppLink>
        : {parts.map((part) => KEPT_PARTS[part]).join(', ')}.
      </span>
    </p>
  );
}

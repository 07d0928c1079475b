import type { ReactElement } from 'react';
import { isPassedBy } from '../../../../modules/governance/domain/briefing.ts';
import { Chip } from '../../../shared/components/status.tsx';
import { type Briefing, minutesNumber, openWords } from './briefing.ts';

/** In which state a briefing is, beside its title. */
export function StateChip({ briefing }: { briefing: Briefing }): ReactElement {
  if (briefing.state === 'open')
    return (
      <Chip tone="good" icon="clock">
        {openWords(briefing)}
      </Chip>
    );
  if (briefing.state === 'closed')
    return (
      <Chip tone="dim" icon="check">
        Đã kết thúc, biên bản {minutesNumber(briefing)}
      </Chip>
    );
  if (briefing.state === 'cancelled')
    return (
      <Chip tone="dim" icon="cross">
        Không tổ chức
      </Chip>
    );
  if (isPassedBy(briefing, briefing.today))
    return (
      <Chip tone="warn" icon="warning">
        Đã qua ngày
      </Chip>
    );
  return (
    <Chip tone="info" icon="document">
      Đang chuẩn bị
    </Chip>
  );
}

import type { ReactElement } from 'react';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import { Status } from '../../../shared/components/status.tsx';
import type { Briefing } from './briefing.ts';
import { isOutside, type SeatOption } from './seats-typed.ts';
import { isVacant, VACANT } from './vacant-owners.ts';

/** Who does what a conclusion says, and whether that is nobody's office, or an office that nobody holds. */
export function OwnerMark(props: {
  readonly line: Pick<Briefing['conclusions'][number], 'ownerSeat' | 'ownerName' | 'ownerNow'>;
  readonly seats: readonly SeatOption[];
}): ReactElement {
  const { line, seats } = props;
  return (
    <Status tone={line.ownerName === null ? 'warn' : 'dim'} icon="person">
      {/* One text: side by side in the status they would be two narrow columns. */}
      <span>
        {line.ownerName === null ? 'chưa có người làm' : ownerWords(line)}
        {isOutside(line) ? <span className="dim"> (ngoài hệ thống)</span> : null}
        {line.ownerNow === null && isVacant(seats, line) ? ` (${VACANT})` : null}
      </span>
    </Status>
  );
}

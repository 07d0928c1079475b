import type { ReactElement } from 'react';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import { Status } from '../../../shared/components/status.tsx';
import type { Briefing } from './briefing.ts';
import { isOutside } from './seats-typed.ts';
import { VACANT } from './vacant-owners.ts';

/** Who does what a conclusion says, and whether that is nobody's office, or an office that nobody holds. */
export function OwnerMark(props: {
  readonly line: Pick<Briefing['conclusions'][number], 'ownerSeat' | 'ownerName' | 'ownerNow'>;
  /** That nobody holds the office. */
  readonly isVacant: boolean;
}): ReactElement {
  const { line } = props;
  return (
    <Status tone={line.ownerName === null ? 'warn' : 'dim'} icon="person">
      {/* One text: side by side in the status they would be two narrow columns. */}
      <span>
        {line.ownerName === null ? 'chưa có người làm' : ownerWords(line)}
        {isOutside(line) ? <span className="dim"> (ngoài hệ thống)</span> : null}
        {line.ownerNow === null && props.isVacant ? ` (${VACANT})` : null}
      </span>
    </Status>
  );
}

import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';

/** How many rows still have to be compared with their document, and the way to see only those. */
export function DoubtsNote(props: {
  readonly count: number;
  readonly isOnly: boolean;
  readonly hrefOf: (onlyDoubtful: boolean) => string;
}): ReactElement | null {
  if (props.count === 0) return null;
  return (
    <p className="doubts">
      <Status tone="warn" icon="warning">
        {formatInteger(props.count)} dòng đang áp dụng chưa chắc hoặc chưa đối chiếu văn bản.
      </Status>{' '}
      <AppLink className="no-print" href={props.hrefOf(!props.isOnly)}>
        {props.isOnly ? 'Xem tất cả' : 'Chỉ xem các dòng này'}
      </AppLink>
    </p>
  );
}

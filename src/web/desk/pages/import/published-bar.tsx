import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Batch } from './batch-state.ts';
import { UndoButton } from './undo-button.tsx';

/** The foot of a batch that is published: where its figures show, and the way back. */
export function PublishedBar({ batch }: { readonly batch: Batch }): ReactElement | null {
  if (batch.dataDate === null) return null;
  return (
    <div className="commit">
      <p>
        <b>Đã ghi {formatInteger(batch.summary?.rows.loans ?? 0)} món vào sổ.</b> Các trang đã hiện số liệu{' '}
        {formatDate(batch.dataDate)}.
      </p>
      <UndoButton date={batch.dataDate} />
      <AppLink className="btn go" href={paths.office(batch.dataDate)}>
        Xem tháng này
      </AppLink>
    </div>
  );
}

import { type ReactElement, useState } from 'react';
import { discardBatch } from '../../../../modules/extracts/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Batch } from './batch-state.ts';

/** Drops a batch with its files, after asking: what was received cannot be had back. */
export function DiscardButton({ batch }: { readonly batch: Batch }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsked(true)}>
        Bỏ đợt này
      </button>
      {isAsked ? <DiscardDialog batch={batch} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function DiscardDialog({ batch, onClose }: { batch: Batch; onClose: () => void }): ReactElement {
  const discard = useCommand(discardBatch);
  const { go } = useNavigation();
  const run = async () => {
    if ((await discard.run({ batchId: batch.batchId })) !== undefined) go(paths.imports);
  };
  const loans = batch.summary?.rows.loans ?? 0;
  return (
    <Dialog
      title="Bỏ đợt nhập này"
      onClose={onClose}
      actions={
        <button type="button" className="btn go" disabled={discard.isBusy} onClick={() => void run()}>
          {discard.isBusy ? 'Đang bỏ…' : `Bỏ ${formatInteger(batch.files.length)} tệp`}
        </button>
      }
    >
      <p>
        {formatInteger(batch.files.length)} tệp đã nhận
        {loans === 0 ? '' : ` và ${formatInteger(loans)} món đã đọc`} của đợt này sẽ bị xóa. Sổ không thay
        đổi; muốn nhập lại thì thả lại các tệp.
      </p>
      <Refused error={discard.error} />
    </Dialog>
  );
}

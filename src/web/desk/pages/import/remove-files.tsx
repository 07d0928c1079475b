import type { ReactElement } from 'react';
import { removeFile, removeUnusedFiles } from '../../../../modules/extracts/contract.ts';
import { isWaiting } from '../../../../modules/extracts/domain/batch-states.ts';
import { hasWholeReport, isUnused } from '../../../../modules/extracts/domain/used-files.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger } from '../../../shared/format.ts';
import type { Batch } from './batch-state.ts';

/** Takes one file out: one bad file need not cost the whole batch, the others are read again without it. */
export function RemoveFile({
  batchId,
  file,
}: {
  readonly batchId: Batch['batchId'];
  readonly file: Batch['files'][number];
}): ReactElement {
  const remove = useCommand(removeFile);
  const toast = useToast();
  const run = async () => {
    const started = await remove.run({ batchId, fileId: file.fileId });
    if (started !== undefined) toast({ text: `Đã bỏ tệp ${file.name}, các tệp còn lại được đọc lại.` });
  };
  return (
    <>
      <button
        type="button"
        className={file.state === 'refused' ? 'btn sm' : 'twin'}
        disabled={remove.isBusy}
        aria-label={`Bỏ tệp này: ${file.name}`}
        onClick={() => void run()}
      >
        Bỏ tệp này
      </button>
      <Refused error={remove.error} />
    </>
  );
}

/** Takes everything out that is not used, where there is more than one such file beside a whole report 31. */
export function RemoveUnused({ batch }: { readonly batch: Batch }): ReactElement | null {
  const remove = useCommand(removeUnusedFiles);
  const toast = useToast();
  const unused = batch.files.filter(isUnused);
  if (!isWaiting(batch) || !hasWholeReport(batch.files) || unused.length < 2) return null;
  const run = async () => {
    const started = await remove.run({ batchId: batch.batchId });
    if (started !== undefined)
      toast({
        text: `Đã bỏ ${formatInteger(started.removed)} tệp không dùng, các tệp còn lại được đọc lại.`,
      });
  };
  return (
    <>
      <button type="button" className="twin" disabled={remove.isBusy} onClick={() => void run()}>
        Bỏ mọi tệp không dùng ({formatInteger(unused.length)})
      </button>
      <Refused error={remove.error} />
    </>
  );
}

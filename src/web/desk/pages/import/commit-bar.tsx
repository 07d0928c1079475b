import type { ReactElement } from 'react';
import { readAgain } from '../../../../modules/extracts/contract.ts';
import { ENDED_BY_READING_AGAIN } from '../../../../modules/extracts/domain/batch-states.ts';
import { startPublishing } from '../../../../modules/portfolio/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { useShortcut } from '../../../shared/keys/use-shortcut.ts';
import { type Batch, type Block, blocksOf, type Preview } from './batch-state.ts';
import { DiscardButton } from './discard-button.tsx';
import { type LastTry, useLastTry } from './use-last-try.ts';
import { Verdict } from './verdict.tsx';

/** The foot of a preview: what blocks the publication, the way to drop the batch, the way to publish it. */
export function CommitBar({
  batch,
  preview,
}: {
  readonly batch: Batch;
  readonly preview: Preview | undefined;
}): ReactElement {
  const publish = useCommand(startPublishing);
  const reading = useCommand(readAgain);
  const lastTry = useLastTry(batch);
  const blocks = blocksOf(batch, preview);
  const canCommit =
    batch.state === 'ready' && preview !== undefined && blocks.length === 0 && !publish.isBusy;
  const commit = async () => {
    if (preview !== undefined) await publish.run({ batchId: batch.batchId, basis: preview.basis });
  };
  useShortcut('Ctrl+Enter', () => void commit(), canCommit);
  return (
    <div className="commit">
      <div className="commit-words">
        {publish.error === null ? (
          <Verdict batch={batch} preview={preview} blocks={blocks} lastTry={lastTry} />
        ) : (
          <Refused error={publish.error} />
        )}
        <Refused error={reading.error} />
      </div>
      <DiscardButton batch={batch} />
      {readingHelps(blocks, lastTry) ? (
        <button
          type="button"
          className="btn"
          disabled={reading.isBusy}
          onClick={() => void reading.run({ batchId: batch.batchId })}
        >
          Đọc lại
        </button>
      ) : null}
      <button type="button" className="btn go" disabled={!canCommit} onClick={() => void commit()}>
        {commitText(publish.isBusy, batch.summary?.rows.loans)}
      </button>
      <span className="small dim nowrap commit-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </span>
    </div>
  );
}

/** True where the same files, read once more, may come to something else: nothing is wrong with them. */
function readingHelps(blocks: readonly Block[], lastTry: LastTry | null): boolean {
  return lastTry?.state === 'failed' || blocks.some(({ code }) => ENDED_BY_READING_AGAIN.includes(code));
}

/** Without loans there is nothing to count. */
function commitText(isBusy: boolean, loans = 0): string {
  if (isBusy) return 'Đang ghi…';
  return loans === 0 ? 'Ghi vào sổ' : `Ghi ${formatInteger(loans)} món vào sổ`;
}

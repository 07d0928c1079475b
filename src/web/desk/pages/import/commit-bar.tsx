import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { discardBatch } from '../../../../modules/extracts/contract.ts';
import { startPublishing } from '../../../../modules/portfolio/contract.ts';
import { readJob } from '../../../../platform/jobs/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { useShortcut } from '../../../shared/keys/use-shortcut.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Batch, type Block, blocksOf, type Preview } from './batch-state.ts';
import { UndoButton } from './imports-page.tsx';

/** The foot of a preview: what blocks the publication, the way to drop the batch, the way to publish it. */
export function CommitBar({
  batch,
  preview,
}: {
  readonly batch: Batch;
  readonly preview: Preview | undefined;
}): ReactElement {
  const publish = useCommand(startPublishing);
  const discard = useCommand(discardBatch);
  const { go } = useNavigation();
  const blocks = blocksOf(batch, preview);
  const canCommit =
    batch.state === 'ready' && preview !== undefined && blocks.length === 0 && !publish.isBusy;
  const commit = async () => {
    await publish.run({ batchId: batch.batchId });
  };
  const drop = async () => {
    if ((await discard.run({ batchId: batch.batchId })) !== undefined) go(paths.imports);
  };
  useShortcut('Ctrl+Enter', () => void commit(), canCommit);
  return (
    <div className="commit">
      <div className="commit-words">
        <LastTry batch={batch} />
        <Blocks batch={batch} blocks={blocks} isLoading={batch.state === 'ready' && preview === undefined} />
        <Refused error={publish.error ?? discard.error} />
      </div>
      <button type="button" className="btn" disabled={discard.isBusy} onClick={() => void drop()}>
        Bỏ đợt này
      </button>
      <button type="button" className="btn go" disabled={!canCommit} onClick={() => void commit()}>
        {commitText(publish.isBusy, batch.summary?.rows.loans)}
      </button>
      <span className="small dim nowrap commit-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </span>
    </div>
  );
}

/** Without loans there is nothing to count. */
function commitText(isBusy: boolean, loans = 0): string {
  if (isBusy) return 'Đang ghi…';
  return loans === 0 ? 'Ghi vào sổ' : `Ghi ${formatInteger(loans)} món vào sổ`;
}

/** What became of the publication that was asked for before: it was stopped, or it failed. Either way nothing changed. */
function LastTry({ batch }: { batch: Batch }): ReactElement | null {
  const { publishJobId } = batch;
  const wasTried = batch.state === 'ready' && publishJobId !== null;
  const job = useQuestion(readJob, { id: publishJobId ?? batch.batchId }, { enabled: wasTried });
  if (!wasTried || job.data?.id !== publishJobId) return null;
  if (job.data.state === 'cancelled')
    return (
      <p role="status">
        <b>Đã dừng ghi.</b> Sổ không thay đổi.
      </p>
    );
  if (job.data.state === 'failed')
    return (
      <p role="alert">
        <b className="late">Lần ghi vừa rồi chưa xong, sổ không thay đổi.</b> {job.data.message}
      </p>
    );
  return null;
}

function Blocks(props: { batch: Batch; blocks: readonly Block[]; isLoading: boolean }): ReactElement {
  const { batch, blocks } = props;
  if (blocks.length > 0)
    return (
      <div className="blocks" role="status">
        <b className="late">
          Chưa ghi được, {blocks.length === 1 ? 'còn một lỗi chặn:' : `còn ${blocks.length} lỗi chặn:`}
        </b>
        <ul>
          {blocks.map((block) => (
            <li key={block.key}>
              {block.text}
              {block.others.length === 0 ? '' : ` Cùng lỗi ở ${block.others.length} chỗ nữa.`}
            </li>
          ))}
        </ul>
      </div>
    );
  if (batch.state === 'question')
    return (
      <p>
        <b>Còn câu hỏi về ngày.</b> Trả lời ở đầu trang để đọc tiếp.
      </p>
    );
  if (props.isLoading) return <p className="dim">Đang so với tháng trước…</p>;
  const dates = batch.faults.find((fault) => fault.code === 'D9')?.kinds ?? [];
  if (batch.dataDate !== null && dates.some(({ kind, count }) => kind === 'futureDate' && count > 0))
    return (
      <p>
        <b className="late">Ngày số liệu {formatDate(batch.dataDate)} ở sau hôm nay.</b> Xem lại ngày trong
        mẫu 31 rồi hãy ghi; nếu không phải, bỏ tệp và xuất lại.
      </p>
    );
  const phones = batch.faults.find((fault) => fault.code === 'D14')?.count ?? 0;
  return (
    <p>
      <b>Không có lỗi chặn.</b>
      {phones === 0 ? '' : ` ${formatInteger(phones)} số điện thoại vào danh sách bổ sung.`}
      <br />
      <span className="small dim">Ghi xong vẫn hoàn tác được đến khi nhập kỳ sau.</span>
    </p>
  );
}

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

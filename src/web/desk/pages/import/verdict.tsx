import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { formatInteger } from '../../../shared/format.ts';
import type { Batch, Block } from './batch-state.ts';
import type { LastTry } from './use-last-try.ts';

/**
 * The one sentence on whether a batch can be published: what blocks it, what is still to be answered, how the last try
 * ended; only where none of these is so, that nothing stands in the way.
 */
export function Verdict(props: {
  readonly batch: Batch;
  readonly blocks: readonly Block[];
  readonly lastTry: LastTry | null;
  readonly isLoading: boolean;
}): ReactElement {
  const { batch, blocks, lastTry } = props;
  if (blocks.length > 0) return <Blocks blocks={blocks} />;
  if (batch.state === 'question')
    return (
      <p>
        <b>Còn câu hỏi về ngày.</b> Trả lời ở đầu trang để đọc tiếp.
      </p>
    );
  if (lastTry?.state === 'failed')
    return (
      <p role="alert">
        <b className="late">Lần ghi vừa rồi chưa xong, sổ không thay đổi.</b> {lastTry.message}
      </p>
    );
  if (props.isLoading) return <p className="dim">Đang so với tháng trước…</p>;
  if (batch.dataDate !== null && isInFuture(batch))
    return (
      <p>
        <b className="late">Ngày số liệu {formatDate(batch.dataDate)} ở sau hôm nay.</b> Xem lại ngày trong
        mẫu 31 rồi hãy ghi; nếu không phải, bỏ tệp và xuất lại.
      </p>
    );
  if (lastTry?.state === 'cancelled')
    return (
      <p role="status">
        <b>Đã dừng ghi, sổ không thay đổi.</b> Không có lỗi chặn, ghi lại được.
      </p>
    );
  return <NothingBlocks batch={batch} />;
}

function Blocks({ blocks }: { blocks: readonly Block[] }): ReactElement {
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
}

function isInFuture({ faults }: Batch): boolean {
  const dates = faults.find((fault) => fault.code === 'D9')?.kinds ?? [];
  return dates.some(({ kind, count }) => kind === 'futureDate' && count > 0);
}

function NothingBlocks({ batch }: { batch: Batch }): ReactElement {
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

import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { type PreviewNote, previewNotes } from '../../../../modules/portfolio/domain/preview-notes.ts';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import type { Batch, Block, Preview } from './batch-state.ts';
import { noteAddress } from './numbers.ts';
import type { LastTry } from './use-last-try.ts';

type VerdictProps = {
  readonly batch: Batch;
  /** Undefined until it is there. */
  readonly preview: Preview | undefined;
  readonly blocks: readonly Block[];
  readonly lastTry: LastTry | null;
};

/**
 * Whether a batch can be published, in one sentence; where it can, what differs, is missing or would be replaced stands
 * below it, to be known before the button is pressed.
 */
export function Verdict(props: VerdictProps): ReactElement {
  const { batch, preview, blocks } = props;
  const notes = batch.state === 'ready' && preview && blocks.length === 0 ? previewNotes(preview) : [];
  return (
    <>
      <Sentence {...props} />
      {notes.length === 0 ? null : (
        <ul className="blocks noted" aria-label="Cần biết trước khi ghi">
          {notes.map((note) => (
            <Note key={note.text} note={note} batchId={batch.batchId} />
          ))}
        </ul>
      )}
    </>
  );
}

/** A note and what it speaks of, one step away. */
function Note({ note, batchId }: { note: PreviewNote; batchId: string }): ReactElement {
  return (
    <li>
      {note.text}
      {note.opens.map((opens, index) => (
        <span key={opens.words} className="in-text no-print">
          {index === 0 ? ' ' : ', '}
          <AppLink className="nowrap" href={noteAddress(batchId, opens) ?? ''}>
            {opens.words}
          </AppLink>
        </span>
      ))}
    </li>
  );
}

/** What blocks it, what is still to be answered, how the last try ended; only then that nothing stands in the way. */
function Sentence({ batch, preview, blocks, lastTry }: VerdictProps): ReactElement {
  if (blocks.length > 0) return <Blocks blocks={blocks} />;
  if (batch.state === 'question')
    return (
      <p>
        <b>Còn câu hỏi về cách đọc cột.</b> Trả lời ở đầu trang để đọc tiếp.
      </p>
    );
  if (lastTry?.state === 'failed')
    return (
      <p role="alert">
        <b className="late">Lần ghi vừa rồi chưa xong, sổ không thay đổi.</b> {lastTry.message}
      </p>
    );
  if (batch.state === 'ready' && preview === undefined)
    return <p className="dim">Đang so với tháng trước…</p>;
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
      {phones === 0
        ? ''
        : ` ${formatInteger(phones)} món không có số điện thoại; hộ còn dư nợ có trong danh sách “Chưa có số điện thoại”.`}
      <br />
      <span className="small dim">Ghi xong vẫn hoàn tác được đến khi nhập kỳ sau.</span>
    </p>
  );
}

import { type ReactElement, useId } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { addFiles, discardBatch, getBatch } from '../../../../modules/extracts/contract.ts';
import { previewImport, publishImport } from '../../../../modules/portfolio/contract.ts';
import { cancelJob, readJob } from '../../../../platform/jobs/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { useShortcut } from '../../../shared/keys/use-shortcut.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { type Batch, blocksOf, isWorking, type Preview, stepOf } from './batch-state.ts';
import { ComparisonSection, RowsSection } from './comparison-section.tsx';
import { FileButton, formOf } from './drop-zone.tsx';
import { FaultDrawer, FaultsSection } from './faults-section.tsx';
import { FilesSection } from './files-section.tsx';
import { HeadOfficeSection } from './head-office-section.tsx';
import { UndoButton } from './imports-page.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { ReconciliationSection } from './reconciliation-section.tsx';
import { Steps } from './steps.tsx';

const POLL_MS = 1000;

/** One import: recognised, asked about, previewed, published or taken back. */
export function BatchPage(): ReactElement {
  const { batch } = useAddressParams();
  return batch === undefined ? <NotFound /> : <OneBatch batchId={batch as Id} />;
}

function OneBatch({ batchId }: { batchId: Id }): ReactElement {
  const answer = useQuestion(
    getBatch,
    { batchId },
    {
      refetchMs: (data) => (data === undefined || isWorking(data.state) ? POLL_MS : false),
    },
  );
  const batch = answer.data;
  useTitle(titleOf(batch));
  return (
    <Page
      tools={<Steps at={batch === undefined ? 2 : stepOf(batch.state)} />}
      right={
        <AppLink className="btn push" href={paths.imports}>
          Các đợt đã nhập
        </AppLink>
      }
    >
      <Show answer={answer} rows={12} nothing={<NothingHere />}>
        {(data) => <BatchBody batch={data} />}
      </Show>
    </Page>
  );
}

function titleOf(batch: Batch | undefined): string {
  return batch?.dataDate == null ? 'Nhập số liệu' : `Nhập số liệu ${formatDate(batch.dataDate)}`;
}

function BatchBody({ batch }: { batch: Batch }): ReactElement {
  if (isWorking(batch.state)) return <Working batch={batch} />;
  if (batch.state === 'discarded' || batch.state === 'undone')
    return (
      <>
        <PageHead title={titleOf(batch)} />
        <EmptyState
          action={
            <AppLink className="btn go" href={paths.imports}>
              Nhập đợt khác
            </AppLink>
          }
        >
          {batch.state === 'discarded'
            ? 'Đợt này đã bỏ: tệp và các dòng đã đọc đã xóa, sổ không thay đổi.'
            : 'Lần ghi của đợt này đã hoàn tác. Số liệu trước đó hiện lại.'}
        </EmptyState>
      </>
    );
  return <Previewed batch={batch} />;
}

function Working({ batch }: { batch: Batch }): ReactElement {
  const isQueued = batch.jobId !== null;
  const job = useQuestion(
    readJob,
    { id: batch.jobId ?? batch.batchId },
    { enabled: isQueued, refetchMs: () => POLL_MS },
  );
  const cancel = useCommand(cancelJob);
  const { done = null, total = null, message = null } = job.data ?? {};
  const share = done === null || total === null || total === 0 ? undefined : done / total;
  return (
    <>
      <PageHead title="Đang nhận dạng và đọc tệp">
        {batch.files.map((file) => file.name).join(', ')}. Có thể rời trang này, việc đọc vẫn chạy.
      </PageHead>
      <div role="status" className="working">
        <progress aria-label="Tiến độ đọc tệp" max={1} {...(share === undefined ? {} : { value: share })} />
        <p className="small dim">
          {message ?? 'Đang đọc…'}
          {done === null || total === null ? '' : ` ${formatInteger(done)}/${formatInteger(total)}`}
        </p>
      </div>
      {batch.jobId === null ? null : (
        <button
          type="button"
          className="btn"
          disabled={cancel.isBusy || job.data?.cancelRequested === true}
          onClick={() => void cancel.run({ id: batch.jobId ?? batch.batchId })}
        >
          Dừng đọc
        </button>
      )}
      <Refused error={cancel.error} />
    </>
  );
}

function Previewed({ batch }: { batch: Batch }): ReactElement {
  const { loi } = useSearchParams();
  // What was published can still be read against the date before.
  const canPreview = batch.state === 'ready' || batch.state === 'published';
  const preview = useQuestion(previewImport, { batchId: batch.batchId }, { enabled: canPreview });
  const { summary } = batch;
  return (
    <>
      <PageHead title={titleOf(batch)}>{headLine(batch)}</PageHead>
      {batch.state === 'question' ? <QuestionsSection batch={batch} /> : null}
      <div className="stack">
        <FilesSection batch={batch} actions={<AddFiles batch={batch} />} />
      </div>
      {summary === null ? null : (
        <div className="cols cols-424">
          <FaultsSection batch={batch} preview={preview.data} />
          <div className="column column-tight">
            <RowsSection batch={batch} summary={summary} />
            {preview.data === undefined ? null : <ComparisonSection preview={preview.data} />}
          </div>
        </div>
      )}
      {canPreview ? (
        <Show answer={preview} rows={8}>
          {(data) => (
            <div className="stack">
              {summary === null ? null : <ReconciliationSection preview={data} summary={summary} />}
              <HeadOfficeSection preview={data} />
            </div>
          )}
        </Show>
      ) : null}
      {batch.state === 'published' ? (
        <Published batch={batch} />
      ) : (
        <CommitBar batch={batch} preview={preview.data} />
      )}
      {loi === undefined ? null : <FaultDrawer batch={batch} preview={preview.data} code={loi} />}
    </>
  );
}

function headLine(batch: Batch): string {
  const { summary } = batch;
  if (summary === null) return 'Chưa ghi gì vào sổ.';
  const seconds = (summary.durationMs / 1000).toFixed(1).replace('.', ',');
  const written = batch.state === 'published' ? 'Đã ghi vào sổ.' : 'Chưa ghi gì vào sổ.';
  return (
    `${summary.office.name}, ${formatInteger(summary.communes.length)} xã, ${formatInteger(summary.groups)} tổ. ${written} ` +
    `Đọc ${formatInteger(summary.rowsOfAllFiles)} dòng trong ${seconds} giây.`
  );
}

function AddFiles({ batch }: { batch: Batch }): ReactElement | null {
  const inputId = useId();
  const add = useCommand(addFiles);
  if (batch.state === 'published') return null;
  return (
    <>
      <Refused error={add.error} />
      <FileButton
        inputId={inputId}
        className="twin"
        text="Thêm tệp"
        isBusy={add.isBusy}
        onFiles={(files) => void add.run({ batchId: batch.batchId }, formOf(files))}
      />
    </>
  );
}

function CommitBar({ batch, preview }: { batch: Batch; preview: Preview | undefined }): ReactElement {
  const publish = useCommand(publishImport);
  const discard = useCommand(discardBatch);
  const { go } = useNavigation();
  const blocks = blocksOf(batch, preview);
  const canCommit =
    batch.state === 'ready' && preview !== undefined && blocks.length === 0 && !publish.isBusy;
  const loans = batch.summary?.rows.loans ?? 0;
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
        <Blocks batch={batch} blocks={blocks} isLoading={batch.state === 'ready' && preview === undefined} />
        <Refused error={publish.error ?? discard.error} />
      </div>
      <button type="button" className="btn" disabled={discard.isBusy} onClick={() => void drop()}>
        Bỏ đợt này
      </button>
      <button type="button" className="btn go" disabled={!canCommit} onClick={() => void commit()}>
        {publish.isBusy ? 'Đang ghi…' : `Ghi ${formatInteger(loans)} món vào sổ`}
      </button>
      <span className="small dim nowrap commit-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </span>
    </div>
  );
}

function Blocks(props: {
  batch: Batch;
  blocks: readonly { key: string; text: string }[];
  isLoading: boolean;
}): ReactElement {
  const { batch, blocks } = props;
  if (blocks.length > 0)
    return (
      <div className="blocks" role="status">
        <b className="late">
          Chưa ghi được, {blocks.length === 1 ? 'còn một lỗi chặn:' : `còn ${blocks.length} lỗi chặn:`}
        </b>
        <ul>
          {blocks.map((block) => (
            <li key={block.key}>{block.text}</li>
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

function Published({ batch }: { batch: Batch }): ReactElement | null {
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

import { type ReactElement, useId, useRef } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import {
  addFiles,
  getBatch,
  readAgain,
  removeFile,
  removeUnusedFiles,
} from '../../../../modules/extracts/contract.ts';
import { previewImport } from '../../../../modules/portfolio/contract.ts';
import { useCommand, useIsGiven, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { type Batch, isCleaned, isWorking, stepOf } from './batch-state.ts';
import { CommitBar } from './commit-bar.tsx';
import { ComparisonSection, RowsSection } from './comparison-section.tsx';
import { FileButton, formOf } from './drop-zone.tsx';
import { FaultDrawer, FaultsSection } from './faults-section.tsx';
import { FilesSection } from './files-section.tsx';
import { HeadOfficeSection } from './head-office-section.tsx';
import { PublishedBar } from './published-bar.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { ReconciliationSection } from './reconciliation-section.tsx';
import { Steps } from './steps.tsx';
import { Working } from './working.tsx';

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
            : 'Lần ghi của đợt này đã hoàn tác, số liệu trước đó hiện lại. Muốn ghi lại, nhập lại các tệp.'}
        </EmptyState>
      </>
    );
  return <Previewed batch={batch} />;
}

function Previewed({ batch }: { batch: Batch }): ReactElement {
  const { loi } = useSearchParams();
  // What was published can still be read against the date before.
  // While its files change it is about to be read again, and there is nothing to preview.
  const isChanging = useIsGiven(addFiles, removeFile, removeUnusedFiles, readAgain);
  // For a moment after the command the batch still stands here as it was before it.
  const old = useRef<Batch>(undefined);
  if (isChanging) old.current = batch;
  const canPreview =
    (batch.state === 'ready' || batch.state === 'published') && !isChanging && batch !== old.current;
  const preview = useQuestion(previewImport, { batchId: batch.batchId }, { enabled: canPreview });
  const { summary } = batch;
  const hasNoRows = isCleaned(batch, preview.data);
  const compared = hasNoRows ? undefined : preview.data;
  return (
    <>
      <PageHead title={titleOf(batch)}>{headLine(batch)}</PageHead>
      {hasNoRows ? <CleanedNote /> : null}
      {batch.state === 'question' ? <QuestionsSection batch={batch} /> : null}
      <div className="stack">
        <FilesSection batch={batch} actions={<AddFiles batch={batch} />} />
      </div>
      {summary === null ? null : (
        <div className="cols cols-424">
          <FaultsSection batch={batch} preview={compared} />
          <div className="column column-tight">
            <RowsSection batch={batch} summary={summary} isCleaned={hasNoRows} />
            {compared === undefined ? null : <ComparisonSection preview={compared} />}
          </div>
        </div>
      )}
      {canPreview && !hasNoRows ? (
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
        <PublishedBar batch={batch} />
      ) : (
        <CommitBar batch={batch} preview={preview.data} />
      )}
      {loi === undefined ? null : <FaultDrawer batch={batch} preview={compared} code={loi} />}
    </>
  );
}

/** In place of the comparisons, which would tell of a month without loans. */
function CleanedNote(): ReactElement {
  return (
    <p className="notice in-text">
      <Icon name="info" />
      <span>
        Các dòng đã đọc của đợt này đã được dọn, đúng hạn giữ ở trang{' '}
        <AppLink href={paths.rules()}>Quy tắc</AppLink>, nên không so lại được với tháng trước và với số của
        Hội sở. Tệp, tổng số và lỗi vẫn được giữ; số liệu đã ghi không thay đổi.
      </span>
    </p>
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
        onFiles={(files) => void add.run({ batchId: batch.batchId }, { body: formOf(files) })}
      />
    </>
  );
}

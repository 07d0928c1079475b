import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { createBatch, listBatches } from '../../../../modules/extracts/contract.ts';
import { listDataDates } from '../../../../modules/portfolio/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand, usePages, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMoment } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useTitle } from '../../use-address.ts';
import { stateLook } from './batch-state.ts';
import { DropZone, formOf } from './drop-zone.tsx';
import { Steps } from './steps.tsx';
import { UndoButton } from './undo-button.tsx';

type Batch = OutputOf<typeof listBatches>['batches'][number];

/** The first step: drop the files; below it, what was imported before and the way back. */
export function ImportsPage(): ReactElement {
  const me = useMe();
  const { go } = useNavigation();
  useTitle('Nhập số liệu');
  const create = useCommand(createBatch);
  const send = async (files: readonly File[]) => {
    const started = await create.run({}, { body: formOf(files) });
    if (started !== undefined) go(paths.importBatch(started.batchId));
  };
  return (
    <Page tools={<Steps at={1} />}>
      <PageHead title="Nhập số liệu">
        {me.offices[0]?.name ?? 'Phòng giao dịch'}. Chưa ghi gì vào sổ cho đến bước 4.
      </PageHead>
      <DropZone isBusy={create.isBusy} onFiles={(files) => void send(files)} />
      <Refused error={create.error} />
      <div className="stack">
        <DatesSection />
        <BatchesSection />
      </div>
    </Page>
  );
}

function DatesSection(): ReactElement | null {
  const { data } = useQuestion(listDataDates, {});
  const newest = data?.dataDates[0];
  if (newest === undefined) return null;
  return (
    <Section title="Số liệu đang dùng">
      <p>
        Mới nhất là số liệu ngày <b>{formatDate(newest.dataDate)}</b>, lần ghi {newest.versionNumber},{' '}
        {formatMoment(newest.publishedAt)}, {formatInteger(newest.communes)} xã.
        {newest.missingCommunes.length === 0
          ? ''
          : ` Còn thiếu ${newest.missingCommunes.map((commune) => commune.name).join(', ')}: chưa có số liệu ngày này, không phải bằng 0.`}
      </p>
      {newest.canUndo ? <UndoButton date={newest.dataDate} /> : null}
    </Section>
  );
}

function BatchesSection(): ReactElement {
  const pages = usePages(listBatches, {}, { nextOf: (page) => page.next, cursorName: 'before' });
  const batches = pages.pages.flatMap((page) => page.batches);
  return (
    <Section title="Các đợt đã nhập">
      {pages.isLoading ? <LoadingRows rows={4} /> : null}
      {pages.error !== null && batches.length === 0 ? (
        <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />
      ) : null}
      {!pages.isLoading && pages.error === null && batches.length === 0 ? (
        <EmptyState>Chưa có đợt nhập nào. Thả tệp ở trên để bắt đầu.</EmptyState>
      ) : null}
      {batches.length === 0 ? null : (
        <DataTable
          caption="Các đợt đã nhập, mới nhất trước"
          columns={COLUMNS}
          rows={batches}
          rowKey={(batch) => batch.batchId}
          rowHref={(batch) => paths.importBatch(batch.batchId)}
          hasPageKeys
        />
      )}
      {pages.more === undefined ? null : (
        <p className="more">
          <button type="button" className="btn sm" disabled={pages.isLoadingMore} onClick={pages.more}>
            Xem thêm
          </button>
        </p>
      )}
    </Section>
  );
}

/** One line for a batch: a month has seven files or more, and all their names stand on the batch's own page. */
function filesText([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} và ${others.length} tệp nữa`;
}

const COLUMNS: readonly Column<Batch>[] = [
  {
    key: 'date',
    heading: 'Số liệu ngày',
    cell: (batch) => (
      <AppLink className="name" href={paths.importBatch(batch.batchId)}>
        {batch.dataDate === null ? 'Chưa rõ ngày' : formatDate(batch.dataDate)}
      </AppLink>
    ),
  },
  {
    key: 'state',
    heading: 'Tình trạng',
    cell: (batch) => {
      const { tone, icon } = stateLook(batch.state);
      return (
        <Status tone={tone} icon={icon}>
          {batch.stateTitle}
        </Status>
      );
    },
  },
  {
    key: 'created',
    heading: 'Nhận lúc',
    cell: (batch) => <span className="nowrap">{formatMoment(batch.createdAt)}</span>,
  },
  {
    key: 'files',
    heading: 'Tệp',
    wideOnly: true,
    cell: (batch) => <span className="dim">{filesText(batch.files)}</span>,
  },
  {
    key: 'loans',
    heading: 'Món',
    numeric: true,
    cell: (batch) => (batch.loans === null ? <span className="faint">–</span> : formatInteger(batch.loans)),
  },
];

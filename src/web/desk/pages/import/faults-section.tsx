import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import { listFaults } from '../../../../modules/extracts/contract.ts';
import { FAULT_CODES, FAULTS } from '../../../../modules/extracts/domain/faults.ts';
import { exportFaults } from '../../../../modules/portfolio/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Batch, Preview } from './batch-state.ts';
import { DifferencesTable } from './head-office-section.tsx';

type Fault = Batch['faults'][number];

/** D1 to D14: how often each was found, what was done, every count opening its rows. */
export function FaultsSection({
  batch,
  preview,
}: {
  readonly batch: Batch;
  readonly preview: Preview | undefined;
}): ReactElement {
  const faults = batch.faults.map((fault) => withDifferences(fault, preview));
  const found = faults.filter(isFound).length;
  const fileHref = (format: 'xlsx' | 'csv') =>
    operationAddress(exportFaults, { batchId: batch.batchId, format });
  return (
    <Section
      title="Lỗi trong tệp và cách xử lý"
      note={`có ${found} trong ${faults.length} loại`}
      actions={
        <>
          <a className="twin" href={fileHref('xlsx')} download>
            <Icon name="download" />
            Tải danh sách lỗi (Excel)
          </a>
          <a className="twin" href={fileHref('csv')} download>
            CSV
          </a>
        </>
      }
    >
      <table className="t d faults">
        <thead>
          <tr>
            <th scope="col">Mã</th>
            <th scope="col">Lỗi</th>
            <th scope="col" className="num">
              Dòng
            </th>
            <th scope="col">Đã làm</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <FaultRow key={fault.code} fault={fault} href={paths.importBatch(batch.batchId, fault.code)} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** D13 is not found by reading a file: it is head office's cells that differ from the sums of the batch. */
function withDifferences(fault: Fault, preview: Preview | undefined): Fault {
  if (fault.code !== 'D13' || preview === undefined) return fault;
  const { files, differences } = preview.headOffice;
  // Without a file of head office nothing was compared, which is not zero differences.
  if (files.length === 0) return { ...fault, count: null, done: 'không có tệp của Hội sở để đối chiếu' };
  const count = differences.length;
  return { ...fault, count, done: count === 0 ? 'không có' : FAULTS.D13.kinds.difference.done };
}

const besideOf = (fault: Fault) => fault.kinds.filter((kind) => !kind.isCounted && kind.count > 0);

function isFound(fault: Fault): boolean {
  return (fault.count ?? 0) > 0 || besideOf(fault).length > 0;
}

function FaultRow({ fault, href }: { fault: Fault; href: string }): ReactElement {
  const { count } = fault;
  return (
    <tr className={isFound(fault) ? undefined : 'none'}>
      <td className="code">{fault.code}</td>
      <td>
        {fault.title}
        {besideOf(fault).map((kind) => (
          <span key={kind.kind} className="sub">
            {kind.title}:{' '}
            <NumberLink href={`${href}&loai=${kind.kind}`}>{formatInteger(kind.count)}</NumberLink>
          </span>
        ))}
      </td>
      <td className="num">
        {count === null ? (
          <span className="faint">–</span>
        ) : (
          <NumberLink href={href} isZero={count === 0}>
            {formatInteger(count)}
          </NumberLink>
        )}
      </td>
      <td>{fault.done}</td>
    </tr>
  );
}

/** The rows of one fault at the side of the preview. */
export function FaultDrawer({
  batch,
  preview,
  code,
}: {
  readonly batch: Batch;
  readonly preview: Preview | undefined;
  readonly code: string;
}): ReactElement | null {
  const { go } = useNavigation();
  const known = FAULT_CODES.find((candidate) => candidate === code);
  if (known === undefined) return null;
  const found = batch.faults.find((candidate) => candidate.code === known);
  const fault = found && withDifferences(found, preview);
  return (
    <Dialog
      isDrawer
      title={`${known}: ${fault?.title ?? ''}`}
      onClose={() => go(paths.importBatch(batch.batchId))}
    >
      <p className="dim">{fault?.done}</p>
      {known !== 'D13' ? (
        <FaultRows batchId={batch.batchId} code={known} />
      ) : preview === undefined ? (
        <LoadingRows rows={6} />
      ) : (
        <DifferencesTable preview={preview} />
      )}
    </Dialog>
  );
}

function FaultRows(props: { batchId: Batch['batchId']; code: Fault['code'] }): ReactElement {
  const kind = new URLSearchParams(window.location.search).get('loai');
  const pages = usePages(
    listFaults,
    { batchId: props.batchId, code: props.code, after: 0, ...(kind === null ? {} : { kind }) },
    { nextOf: (page) => (page.next === null ? null : String(page.next)), cursorName: 'after' },
  );
  const rows = pages.pages.flatMap((page) => page.rows);
  if (pages.isLoading) return <LoadingRows rows={6} />;
  if (rows.length === 0 && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  return (
    <>
      <table className="t d">
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            <th scope="col">Thấy trong tệp</th>
            <th scope="col">Đã làm</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td>
                {row.row === null ? '–' : formatInteger(row.row)}
                <span className="sub">
                  {[row.contractNo ?? row.customerCode ?? row.file, `trang ${row.sheet}`].join(', ')}
                </span>
              </td>
              <td>
                {row.found}
                {row.column === null ? null : <span className="sub">cột {row.column}</span>}
              </td>
              <td>{row.done}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.more === undefined ? null : (
        <p className="more">
          <button type="button" className="btn sm" disabled={pages.isLoadingMore} onClick={pages.more}>
            Xem thêm
          </button>
        </p>
      )}
    </>
  );
}

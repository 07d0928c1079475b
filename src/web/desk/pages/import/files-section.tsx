import type { ReactElement, ReactNode } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { isWaiting } from '../../../../modules/extracts/domain/batch-states.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { type Batch, type Block, fileBlocksOf } from './batch-state.ts';
import { RemoveFile, RemoveUnused } from './remove-files.tsx';

type BatchFile = Batch['files'][number];

/** The files of an import: what each was recognised as, its date, what became of it. */
export function FilesSection({
  batch,
  actions,
}: {
  readonly batch: Batch;
  readonly actions: ReactNode;
}): ReactElement {
  const blocks = fileBlocksOf(batch);
  const blocksOfFile = (file: BatchFile) => blocks.filter((block) => block.fileId === file.fileId);
  // Only what nothing works on changes; the last file goes with the batch.
  const removal = isWaiting(batch) && batch.files.length > 1 ? [removeColumn(batch)] : [];
  return (
    <Section
      title="Tệp"
      note="Nhận ra theo cột, không theo tên tệp"
      actions={
        <>
          <RemoveUnused batch={batch} />
          {actions}
        </>
      }
    >
      <div className="files">
        <DataTable
          caption="Các tệp của đợt nhập"
          columns={[...columns(blocksOfFile), ...removal]}
          rows={batch.files}
          rowKey={(file) => file.fileId}
        />
      </div>
    </Section>
  );
}

function columns(blocksOfFile: (file: BatchFile) => readonly Block[]): readonly Column<BatchFile>[] {
  const unknown = <span className="faint">–</span>;
  return [
    {
      key: 'name',
      heading: 'Tên tệp',
      cell: (file) => (
        <>
          <b className="fn">{file.name}</b>
          {blocksOfFile(file).map((block) => (
            <FileBlock key={block.key} block={block} />
          ))}
          {file.notes.length === 0 ? null : <span className="sub">{file.notes.join(' ')}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      heading: 'Nhận ra là',
      cell: kindText,
    },
    { key: 'date', heading: 'Ngày số liệu bên trong', cell: dateText },
    {
      key: 'columns',
      heading: 'Cột khớp',
      numeric: true,
      wideOnly: true,
      cell: (file) =>
        file.columnsMatched === null ? unknown : `${file.columnsMatched}/${file.columnsExpected ?? '?'}`,
    },
    {
      key: 'rows',
      heading: 'Dòng',
      numeric: true,
      cell: (file) => (file.rows === null ? unknown : formatInteger(file.rows)),
    },
    { key: 'state', heading: 'Tình trạng', cell: (file) => <FileState file={file} /> },
  ];
}

/** A repetition is not looked at again: it is what it repeats. */
function kindText(file: BatchFile): ReactNode {
  if (file.state === 'duplicate')
    return <span className="dim">trùng với {file.duplicateOf ?? 'tệp đầu'}</span>;
  if (file.state === 'received') return <span className="faint">chưa đọc</span>;
  return file.kindTitle ?? <span className="faint">chưa nhận ra</span>;
}

/** Why a file cannot be used; further places with the same fault open below. */
function FileBlock({ block }: { block: Block }): ReactElement {
  return (
    <>
      <span className="sub late">{block.text}</span>
      {block.others.length === 0 ? null : (
        <details className="sub">
          <summary>Cùng lỗi ở {block.others.length} chỗ nữa</summary>
          <ul>
            {block.others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function removeColumn({ batchId }: Batch): Column<BatchFile> {
  return {
    key: 'remove',
    heading: <span className="sr">Bỏ tệp</span>,
    cell: (file) => <RemoveFile batchId={batchId} file={file} />,
  };
}

/** That a date is not in a file is known only of one that was read. */
const NO_DATE: Readonly<Record<BatchFile['state'], string>> = {
  read: 'Không ghi',
  refused: 'Chưa đọc được',
  set_aside: 'Không xem',
  duplicate: '–',
  received: '–',
};

function dateText(file: BatchFile): string {
  const rows = file.rows === null ? '' : formatInteger(file.rows);
  if (file.dataDateFrom === 'siblings')
    return file.rowsMatched === null
      ? 'Không ghi, theo các tệp cùng đợt'
      : `Không ghi, khớp ${formatInteger(file.rowsMatched)}/${rows} dòng`;
  if (file.dataDate === null) return NO_DATE[file.state];
  return file.dataDateFrom === 'inside' && file.state === 'read'
    ? `${formatDate(file.dataDate)}, cả ${rows} dòng`
    : formatDate(file.dataDate);
}

function FileState({ file }: { file: BatchFile }): ReactElement {
  switch (file.state) {
    case 'read':
      return (
        <Status tone="good" icon="check">
          Dùng được
        </Status>
      );
    case 'duplicate':
      return (
        <Status tone="dim" icon="copy">
          Trùng, bỏ qua
        </Status>
      );
    case 'set_aside':
      return (
        <Status tone="dim" icon="info">
          Để riêng, không dùng
        </Status>
      );
    case 'refused':
      return (
        <Status tone="bad" icon="warning">
          Không nhận
        </Status>
      );
    case 'received':
      return (
        <Status tone="dim" icon="clock">
          Đã nhận
        </Status>
      );
  }
}

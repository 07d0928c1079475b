import type { ReactElement, ReactNode } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import type { Batch } from './batch-state.ts';

type BatchFile = Batch['files'][number];

/** The files of an import: what each was recognised as, its date, what became of it. */
export function FilesSection({
  batch,
  actions,
}: {
  readonly batch: Batch;
  readonly actions: ReactNode;
}): ReactElement {
  const textOf = (file: BatchFile) =>
    [
      ...batch.blocking.filter((block) => block.fileId === file.fileId).map((block) => block.text),
      ...file.notes,
    ].join(' ');
  return (
    <Section title="Tệp" note="Nhận ra theo cột, không theo tên tệp" actions={actions}>
      <DataTable
        caption="Các tệp của đợt nhập"
        columns={columns(textOf)}
        rows={batch.files}
        rowKey={(file) => file.fileId}
      />
    </Section>
  );
}

function columns(textOf: (file: BatchFile) => string): readonly Column<BatchFile>[] {
  const unknown = <span className="faint">–</span>;
  return [
    {
      key: 'name',
      heading: 'Tên tệp',
      cell: (file) => (
        <>
          <b className="fn">{file.name}</b>
          {textOf(file) === '' ? null : <span className="sub">{textOf(file)}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      heading: 'Nhận ra là',
      cell: (file) => file.kindTitle ?? <span className="faint">chưa nhận ra</span>,
    },
    { key: 'date', heading: 'Ngày số liệu bên trong', cell: dateText },
    {
      key: 'columns',
      heading: 'Cột khớp',
      numeric: true,
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

function dateText(file: BatchFile): string {
  const rows = file.rows === null ? '' : formatInteger(file.rows);
  if (file.dataDateFrom === 'siblings')
    return file.rowsMatched === null
      ? 'Không ghi, theo các tệp cùng đợt'
      : `Không ghi, khớp ${formatInteger(file.rowsMatched)}/${rows} dòng`;
  if (file.dataDate === null) return 'Không ghi';
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
          Trùng {file.duplicateOf ?? 'tệp đầu'}, bỏ qua
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

import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listControlCells } from '../../../../modules/portfolio/contract.ts';
import { differenceText } from '../../../../modules/portfolio/domain/measure-words.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type NameOf, useProgrammeNames } from '../../reference.ts';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { CellFilters } from './cell-filters.tsx';
import {
  type CellFilter,
  type ControlCell,
  type ControlCells,
  cellsLeft,
  inOrder,
  isByProgramme,
  measureName,
} from './control-cells.ts';
import { ourNumber } from './numbers.ts';

/** So many cells are drawn at once; more when asked for. */
const PAGE = 100;

/** Every cell of head office's files beside ours, equal or not, narrowed by file, measure and line. */
export function ControlCellsPage(): ReactElement {
  const { batch } = useAddressParams();
  return batch === undefined ? <NotFound /> : <CellsOf batchId={batch as Id} />;
}

function CellsOf({ batchId }: { batchId: Id }): ReactElement {
  useTitle('Số của Hội sở');
  const answer = useQuestion(listControlCells, { batchId });
  return (
    <Page>
      <Show answer={answer} rows={16} nothing={<NothingHere />}>
        {(data) => <AllCells batchId={batchId} found={data} />}
      </Show>
    </Page>
  );
}

function AllCells({ batchId, found }: { batchId: Id; found: ControlCells }): ReactElement {
  const { dataDate, missingLines, missingCommunes, notCompared } = found;
  const cells = inOrder(found.cells);
  const nameOf = useLineNames();
  const filter = useFilter();
  const left = cellsLeft(cells, filter, nameOf);
  const different = cells.filter((cell) => cell.difference !== 0n).length;
  return (
    <>
      <PageHead title="Số của Hội sở">
        <AppLink href={paths.importBatch(batchId)}>Nhập số liệu {formatDate(dataDate)}</AppLink>
        {`. ${formatInteger(cells.length)} ô đã so: ${formatInteger(cells.length - different)} ô khớp, ${formatInteger(different)} ô chênh. Chênh lệch chỉ hiện ra, không tự sửa.`}
      </PageHead>
      {notCompared === 0 ? null : (
        <p className="notice">
          <Icon name="info" />
          <span>
            Không so {formatInteger(notCompared)} ô: tệp thiếu {missingCommunes.join(', ')}, nên các dòng của
            nơi ấy và mọi dòng theo chương trình chưa so được.
          </span>
        </p>
      )}
      {missingLines.length === 0 ? null : (
        <p className="notice warn">
          <Icon name="warning" />
          <span>
            Bảng của Hội sở không có dòng của{' '}
            {missingLines.map((line) => `${nameOf(line)} (${line.file})`).join(', ')}, dù đợt này có dư nợ ở
            đó. Kiểm tra tệp đã xuất đủ dòng chưa.
          </span>
        </p>
      )}
      <CellFilters batchId={batchId} cells={cells} />
      <div className="page-table">
        <CellsTable key={JSON.stringify(filter)} batchId={batchId} cells={left} nameOf={nameOf} />
      </div>
      <SourceLine>
        Nguồn: các tệp của Hội sở và mẫu 31 trong đợt nhập, số liệu ngày {formatDate(dataDate)}. Số tiền tính
        bằng đồng; số khách hàng, số tổ, lượt vay là số đếm. Chênh bằng số của Hội sở trừ số của ta.
      </SourceLine>
    </>
  );
}

function useFilter(): CellFilter {
  const { bang, chitieu, loc, tim } = useSearchParams();
  return { file: bang, measure: chitieu, isDifferent: loc === 'chenh', text: tim };
}

type LineName = (line: Pick<ControlCell, 'file' | 'key' | 'name'>) => string;

/** What a line of head office is called: our name of the commune or programme, else its code. */
function useLineNames(): LineName {
  const programmeOf: NameOf = useProgrammeNames();
  return (line) => line.name ?? (isByProgramme(line) ? programmeOf(line.key) : undefined) ?? 'Mã';
}

function CellsTable(props: { batchId: Id; cells: readonly ControlCell[]; nameOf: LineName }): ReactElement {
  const { batchId, cells, nameOf } = props;
  const [shown, setShown] = useState(PAGE);
  if (cells.length === 0) return <EmptyState>Không có ô nào như vậy. Bỏ bớt điều kiện lọc.</EmptyState>;
  const rows = cells.slice(0, shown);
  return (
    <>
      <DataTable
        caption="Số của Hội sở và số của ta, từng ô"
        columns={columns(batchId, nameOf)}
        rows={rows}
        rowKey={(cell) => `${cell.file} ${cell.key} ${cell.measure}`}
        hasPageKeys
      />
      <MoreRows
        shown={rows.length}
        total={cells.length}
        noun="ô"
        isBusy={false}
        onMore={rows.length < cells.length ? () => setShown(shown + PAGE) : undefined}
      />
    </>
  );
}

function columns(batchId: Id, nameOf: LineName): readonly Column<ControlCell>[] {
  return [
    {
      key: 'line',
      heading: 'Xã, chương trình',
      cell: (cell) => (
        <>
          {nameOf(cell)} <span className="small dim">{cell.key}</span>
        </>
      ),
    },
    { key: 'file', heading: 'Bảng', cell: (cell) => cell.file },
    { key: 'measure', heading: 'Chỉ tiêu', cell: (cell) => measureName(cell.measure) },
    {
      key: 'theirs',
      heading: 'Số của Hội sở',
      numeric: true,
      cell: (cell) => (
        <span className={cell.theirs === 0n ? 'zero' : undefined}>{formatInteger(cell.theirs)}</span>
      ),
    },
    {
      key: 'ours',
      heading: 'Số của ta',
      numeric: true,
      cell: (cell) => (
        <NumberLink href={ourNumber(batchId, cell)?.href} isZero={cell.ours === 0n}>
          {formatInteger(cell.ours)}
        </NumberLink>
      ),
    },
    { key: 'agreement', heading: 'So sánh', numeric: true, cell: (cell) => <Agreement cell={cell} /> },
  ];
}

function Agreement({ cell: { measure, difference } }: { cell: ControlCell }): ReactElement {
  if (difference === 0n)
    return (
      <Status tone="good" icon="check">
        Khớp
      </Status>
    );
  return (
    <Status tone="warn" icon="warning">
      {differenceText(measure, difference)}
    </Status>
  );
}

import { type ReactElement, type ReactNode, useState } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { placeCommunes } from '../../../../modules/registry/contract.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { useSearchParams } from '../../use-address.ts';
import {
  type Area,
  type Commune,
  differingBankName,
  type Merge,
  type Register,
  validityText,
} from './area.ts';
import { PlaceForm } from './place-form.tsx';
import type { TreeRow } from './tree-rows.ts';

/** Provinces, communes and the villages of the opened commune, each with its codes, its days and what to know of it. */
export function AreaTree(props: {
  readonly rows: readonly TreeRow[];
  readonly register: Register;
}): ReactElement {
  const { rows, register } = props;
  const { xa, tinh } = useSearchParams();
  const [placed, setPlaced] = useState<readonly Commune[]>();
  const open = (area: Area) => paths.areas({ xa, tinh, mo: area.areaId });
  return (
    <>
      <DataTable
        caption="Địa bàn"
        columns={columns({ register, open, onPlace: setPlaced })}
        rows={rows}
        rowKey={(row) => (row.kind === 'unplaced' ? row.kind : row.area.areaId)}
        rowHref={(row) => (row.kind === 'unplaced' ? undefined : open(row.area))}
        hasPageKeys
      />
      {placed === undefined ? null : (
        <Dialog isDrawer title="Xếp vào tỉnh" onClose={() => setPlaced(undefined)}>
          <PlaceForm communes={placed} provinces={register.provinces} onDone={() => setPlaced(undefined)} />
        </Dialog>
      )}
    </>
  );
}

type Ways = {
  readonly register: Register;
  readonly open: (area: Area) => string;
  readonly onPlace: (communes: readonly Commune[]) => void;
};

function columns({ register, open, onPlace }: Ways): readonly Column<TreeRow>[] {
  const ofArea = (show: (area: Area) => ReactNode) => (row: TreeRow) =>
    row.kind === 'unplaced' ? null : show(row.area);
  return [
    { key: 'name', heading: 'Địa bàn', cell: (row) => <NameCell row={row} /> },
    {
      key: 'bank',
      heading: 'Mã ngân hàng',
      cell: ofArea(({ bankCode }) => bankCode ?? <span className="faint">không có</span>),
    },
    {
      key: 'state',
      heading: 'Mã hành chính',
      cell: ofArea(({ stateCode }) => stateCode ?? <span className="faint">chưa ghi</span>),
    },
    { key: 'valid', heading: 'Hiệu lực', wideOnly: true, cell: ofArea((area) => validityText(area)) },
    { key: 'note', heading: 'Ghi chú', cell: (row) => noteOf({ row, merges: register.merges }) },
    {
      key: 'open',
      heading: <span className="sr">Thao tác</span>,
      numeric: true,
      cell: (row) =>
        row.kind === 'unplaced' ? (
          <PlaceButton onPlace={() => onPlace(row.communes)} />
        ) : (
          <AppLink className="no-print" href={open(row.area)}>
            Mở<span className="sr"> {row.area.name}</span>
          </AppLink>
        ),
    },
  ];
}

function NameCell({ row }: { readonly row: TreeRow }): ReactElement {
  const { tinh } = useSearchParams();
  if (row.kind === 'unplaced') return <b>Chưa xếp tỉnh</b>;
  const { area } = row;
  if (row.kind === 'area')
    return <span className={`level-${row.level}`}>{row.level === 0 ? <b>{area.name}</b> : area.name}</span>;
  return (
    <span className="level-1">
      <AppLink
        className="toggle"
        href={paths.areas({ tinh, xa: row.isOpen ? undefined : area.areaId })}
        aria-expanded={row.isOpen}
      >
        <Icon name={row.isOpen ? 'down' : 'next'} />
        {area.name}
      </AppLink>
      <span className="sub">
        {formatInteger(row.area.villages)} {inVillages('thôn', area.name)}
      </span>
    </span>
  );
}

function PlaceButton({ onPlace }: { readonly onPlace: () => void }): ReactElement | null {
  const me = useMe();
  return may(me, placeCommunes) ? (
    <button type="button" className="btn sm no-print" onClick={onPlace}>
      Xếp vào tỉnh
    </button>
  ) : null;
}

/** What a reader should know of an area: no name, another name in the files, part of another area. */
function noteOf({ row, merges }: { readonly row: TreeRow; readonly merges: readonly Merge[] }): ReactNode {
  if (row.kind === 'unplaced') return <span className="dim">Tệp ngân hàng không ghi tỉnh.</span>;
  const { area } = row;
  const unnamed = row.kind === 'commune' ? row.area.unnamedVillages : 0;
  return (
    <>
      {area.isNamed ? null : <Lacking>Chưa có tên</Lacking>}
      {unnamed === 0 ? null : (
        <Lacking>
          {formatInteger(unnamed)} {inVillages('thôn', area.name)} chưa có tên
        </Lacking>
      )}
      {differingBankName(area) === undefined ? null : (
        <span className="line dim">Tệp ngân hàng ghi: {area.bankName}</span>
      )}
      {merges
        .filter(({ oldAreaId }) => oldAreaId === area.areaId)
        .map((merge) => (
          <span key={merge.newAreaId} className="line dim">
            Nhập vào {merge.newArea.name} từ {formatDate(merge.effectiveOn)}
          </span>
        ))}
    </>
  );
}

function Lacking({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className="line">
      <Status tone="warn" icon="warning">
        {children}
      </Status>
    </span>
  );
}

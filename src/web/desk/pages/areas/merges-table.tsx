import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { recordMerge, withdrawMerge } from '../../../../modules/registry/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { may, useMe } from '../../session.tsx';
import { type Merge, mergedText } from './area.ts';

/** The merge map: old, new, from when, by which document; and what it leaves as it was. */
export function MergesTable({ merges }: { readonly merges: readonly Merge[] }): ReactElement {
  const me = useMe();
  const command = useCommand(withdrawMerge);
  const again = useCommand(recordMerge);
  const toast = useToast();
  const withdraw = async (merge: Merge) => {
    const { oldAreaId, newAreaId, effectiveOn, document, oldCodeEndsOn } = merge;
    if ((await command.run({ oldAreaId, newAreaId, effectiveOn })) === undefined) return;
    const undo = () => void again.run({ oldAreaId, newAreaId, effectiveOn, document, oldCodeEndsOn });
    toast({ text: `Đã rút việc nhập ${merge.oldArea.name}.`, undo });
  };
  const action: Column<Merge> = {
    key: 'withdraw',
    heading: <span className="sr">Thao tác</span>,
    numeric: true,
    cell: (merge) => (
      <button
        type="button"
        className="link no-print"
        disabled={command.isBusy}
        onClick={() => void withdraw(merge)}
      >
        Rút<span className="sr"> việc nhập {merge.oldArea.name}</span>
      </button>
    ),
  };
  return (
    <Section title="Nhập địa bàn">
      <p className="small dim">
        Từ ngày nhập, địa bàn cũ là một phần của địa bàn mới. Số liệu của những ngày trước ngày nhập vẫn đứng
        dưới mã cũ; sổ không chuyển số liệu cũ sang mã mới.
      </p>
      <Refused error={command.error ?? again.error} />
      {merges.length === 0 ? (
        <EmptyState>Chưa ghi việc nhập nào. Mở địa bàn cũ trong cây rồi chọn Ghi việc nhập.</EmptyState>
      ) : (
        <DataTable
          caption="Nhập địa bàn"
          columns={may(me, withdrawMerge) ? [...COLUMNS, action] : COLUMNS}
          rows={merges}
          rowKey={({ oldAreaId, newAreaId }) => `${oldAreaId} ${newAreaId}`}
        />
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<Merge>[] = [
  { key: 'old', heading: 'Địa bàn cũ', cell: ({ oldArea }) => mergedText(oldArea) },
  { key: 'new', heading: 'Nhập vào', cell: ({ newArea }) => mergedText(newArea) },
  { key: 'on', heading: 'Từ ngày', cell: ({ effectiveOn }) => formatDate(effectiveOn) },
  {
    key: 'ends',
    heading: 'Mã cũ dùng đến',
    cell: ({ oldCodeEndsOn, kind }) =>
      oldCodeEndsOn === null || kind === 'province' ? (
        <span className="faint">{kind === 'province' ? 'không có' : 'vẫn dùng'}</span>
      ) : (
        formatDate(oldCodeEndsOn)
      ),
  },
  { key: 'document', heading: 'Văn bản', cell: ({ document }) => document },
];

import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { previewUndo, undoImport } from '../../../../modules/portfolio/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger } from '../../../shared/format.ts';

type Effects = OutputOf<typeof previewUndo>;

/** Takes back the newest publication of a date, after saying what that takes away and what stands afterwards. */
export function UndoButton({ date }: { readonly date: BusinessDate }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <p className="form-acts undo-row">
        <button type="button" className="btn" onClick={() => setAsked(true)}>
          Hoàn tác lần ghi {formatDate(date)}
        </button>
        <span className="small dim">Hoàn tác được đến khi nhập kỳ sau.</span>
      </p>
      {isAsked ? <UndoDialog date={date} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function UndoDialog({ date, onClose }: { date: BusinessDate; onClose: () => void }): ReactElement {
  const undo = useCommand(undoImport);
  const [isGiven, setGiven] = useState(false);
  // Once it is done there is nothing to undo any more: not asked again while this window closes.
  const effects = useQuestion(previewUndo, { dataDate: date }, { enabled: !isGiven });
  const toast = useToast();
  const run = async ({ versionNumber }: Effects) => {
    setGiven(true);
    const undone = await undo.run({ dataDate: date, versionNumber });
    if (undone === undefined) return setGiven(false);
    onClose();
    const now =
      undone.versionNumber === null
        ? `Ngày ${formatDate(date)} không còn số liệu nào được ghi.`
        : `Ngày ${formatDate(date)} hiện lại lần ghi ${undone.versionNumber}.`;
    toast({ text: `Đã hoàn tác lần ghi ${undone.undoneVersionNumber}. ${now}` });
  };
  const known = effects.data;
  return (
    <Dialog
      title={`Hoàn tác số liệu ngày ${formatDate(date)}`}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="btn go"
          disabled={known === undefined || undo.isBusy}
          onClick={() => known !== undefined && void run(known)}
        >
          {undo.isBusy
            ? 'Đang hoàn tác…'
            : known === undefined
              ? 'Hoàn tác'
              : `Rút ${formatInteger(known.loans)} món khỏi sổ`}
        </button>
      }
    >
      <Show answer={effects} rows={2}>
        {(data) => (
          <>
            <p>{takenAway(data)}</p>
            <p>
              <b>Sau đó:</b> {standing(data)}
            </p>
            <p className="small dim">
              Những gì cán bộ tự ghi vẫn giữ nguyên. Muốn ghi lại thì nhập lại các tệp.
            </p>
          </>
        )}
      </Show>
      <Refused error={undo.error} />
    </Dialog>
  );
}

function takenAway({ dataDate, versionNumber, loans, communes }: Effects): string {
  return (
    `Lần ghi ${versionNumber} của số liệu ngày ${formatDate(dataDate)} sẽ được rút khỏi sổ: ` +
    `${formatInteger(loans)} món ở ${formatInteger(communes)} xã, cùng khách hàng, tổ và điểm giao dịch do các tệp này nêu.`
  );
}

/** What people see once it is done: the version before, the month before, or nothing. */
function standing({ dataDate, before, newestDate }: Effects): string {
  if (before !== null)
    return `ngày ${formatDate(dataDate)} hiện lại lần ghi ${before.versionNumber}, ${formatInteger(before.loans)} món ở các xã này.`;
  if (newestDate === null) return 'sổ không còn số liệu ngày nào.';
  return newestDate === dataDate
    ? `ngày ${formatDate(dataDate)} chỉ còn các xã của những lần ghi khác.`
    : `ngày ${formatDate(dataDate)} không còn số liệu; mới nhất là số liệu ngày ${formatDate(newestDate)}.`;
}

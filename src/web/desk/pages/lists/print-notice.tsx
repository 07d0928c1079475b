import type { ReactElement } from 'react';
import { failureOf } from '../../../shared/api/call.ts';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { MOST_PRINTED_ROWS, type Printing } from './use-whole-list.ts';

/** What is said while a whole list is fetched for the printer, where it is too long for paper, and where it failed. */
export function PrintNotice<Row>(props: {
  readonly printing: Printing<Row>;
  readonly noun: string;
  readonly workbookHref: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): ReactElement | null {
  const { printing, noun, workbookHref, onAgain, onClose } = props;
  if (printing.state === 'fetching')
    return (
      <p className="print-progress no-print" role="status">
        Đang chuẩn bị bản in: {formatInteger(printing.done)}/{formatInteger(printing.total)} {noun}…
      </p>
    );
  if (printing.state === 'tooLong')
    return (
      <Dialog
        title="Danh sách quá dài để in"
        onClose={onClose}
        actions={
          <a className="btn go" href={workbookHref} onClick={onClose} download>
            <Icon name="download" />
            Tải Excel
          </a>
        }
      >
        <p>
          Danh sách có {formatInteger(printing.total)} {noun}; mỗi lần in được nhiều nhất{' '}
          {formatInteger(MOST_PRINTED_ROWS)}. Lọc hẹp lại rồi in, hoặc tải Excel để có đủ cả danh sách.
        </p>
      </Dialog>
    );
  if (printing.state === 'failed')
    return (
      <Dialog
        title="Chưa in được"
        onClose={onClose}
        actions={
          <button type="button" className="btn go" onClick={onAgain}>
            Thử lại
          </button>
        }
      >
        <p>{failureOf(printing.error).message} Chưa có gì được gửi tới máy in.</p>
      </Dialog>
    );
  return null;
}

/** On paper alone, where the browser's menu printed the page as it stood: that it is a part, and how to get all. */
export function PartOnPaper(props: {
  readonly shown: number;
  readonly total: number;
  readonly noun: string;
}): ReactElement | null {
  const { shown, total, noun } = props;
  if (shown >= total) return null;
  return (
    <p className="print-part">
      Bản in này chỉ có {formatInteger(shown)} trong {formatInteger(total)} {noun}. Bấm “In A4” trên trang để
      in cả danh sách.
    </p>
  );
}

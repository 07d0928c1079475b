import type { ReactElement } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';

/** A table as a file: a workbook for people, CSV for programs. */
export function Downloads({ hrefOf }: { readonly hrefOf: (format: 'xlsx' | 'csv') => string }): ReactElement {
  return (
    <>
      <a
        className="btn"
        href={hrefOf('xlsx')}
        title="Tệp Excel để mở, lọc và in; mã giữ số 0 ở đầu, ngày là ngày, số là số"
        download
      >
        <Icon name="download" />
        Tải Excel
      </a>
      <a
        className="btn"
        href={hrefOf('csv')}
        title="Tệp chữ cho phần mềm khác: phân cách bằng dấu chấm phẩy, bảng mã UTF-8"
        download
      >
        Tải CSV
      </a>
    </>
  );
}

/** Which of the files is for what, beside the source of the table. */
export const DOWNLOAD_NOTE =
  'Muốn mở bằng Excel thì tải Excel; CSV để đưa vào phần mềm khác (phân cách bằng dấu chấm phẩy, UTF-8).';

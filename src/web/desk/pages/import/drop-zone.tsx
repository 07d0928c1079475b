import { type DragEvent, type ReactElement, useId, useState } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';

/** Where files are dropped or chosen, many at once. Their names do not matter. */
export function DropZone(props: {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = Array.from(event.dataTransfer.files);
    if (files.length > 0) props.onFiles(files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's.
    <div
      className={isOver ? 'drop is-over' : 'drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="download" />
      <p>
        <b>Thả các tệp cuối tháng vào đây</b>
      </p>
      <p className="small">
        Báo cáo 31, danh sách nợ khoanh, tổ trưởng, chấm điểm tổ, số của Hội sở. Nhiều tệp một lần, tên tệp
        thế nào cũng được: tệp được nhận ra theo cột.
      </p>
      <FileButton inputId={inputId} isBusy={props.isBusy} onFiles={props.onFiles} />
    </div>
  );
}

/** A button that opens the machine's own file window. */
export function FileButton(props: {
  readonly inputId: string;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
  readonly text?: string;
}): ReactElement {
  return (
    <span className="file-button">
      <input
        id={props.inputId}
        type="file"
        multiple
        accept=".xlsx,.xls,.xlsm"
        disabled={props.isBusy}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // Emptied, so that the same file can be chosen again after it was mended.
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
      <label htmlFor={props.inputId} className={props.className ?? 'btn go'}>
        {props.text === undefined ? null : <Icon name="plus" />}
        {props.isBusy ? 'Đang gửi…' : (props.text ?? 'Chọn tệp')}
      </label>
    </span>
  );
}

/** The files as a request carries them. */
export function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return form;
}

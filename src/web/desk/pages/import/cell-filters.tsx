import { type FormEvent, type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useSearchParams } from '../../use-address.ts';
import { type ControlCell, measureName, valuesOf } from './control-cells.ts';

/** Narrows the cells of head office. Every choice goes into the address at once; the text when Enter is pressed. */
export function CellFilters({
  batchId,
  cells,
}: {
  readonly batchId: Id;
  readonly cells: readonly ControlCell[];
}): ReactElement {
  const { bang, chitieu, loc, tim } = useSearchParams();
  const { go } = useNavigation();
  const [text, setText] = useState(tim ?? '');
  const change = (part: Readonly<Record<string, string>>) =>
    go(paths.importCells(batchId, { bang, chitieu, loc, tim, ...part }));
  const search = (event: FormEvent) => {
    event.preventDefault();
    change({ tim: text.trim() });
  };
  return (
    <form className="filters no-print" onSubmit={search} aria-label="Lọc ô">
      <input
        className="input filters-text"
        type="search"
        aria-label="Tên hoặc mã xã, chương trình"
        placeholder="Tên hoặc mã"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <select
        className="input"
        aria-label="Ô nào"
        value={loc ?? ''}
        onChange={(event) => change({ loc: event.currentTarget.value })}
      >
        <option value="">Mọi ô</option>
        <option value="chenh">Chỉ ô chênh</option>
      </select>
      <select
        className="input"
        aria-label="Bảng"
        value={bang ?? ''}
        onChange={(event) => change({ bang: event.currentTarget.value })}
      >
        <option value="">Mọi bảng</option>
        {valuesOf(cells, 'file').map((file) => (
          <option key={file}>{file}</option>
        ))}
      </select>
      <select
        className="input"
        aria-label="Chỉ tiêu"
        value={chitieu ?? ''}
        onChange={(event) => change({ chitieu: event.currentTarget.value })}
      >
        <option value="">Mọi chỉ tiêu</option>
        {valuesOf(cells, 'measure').map((measure) => (
          <option key={measure} value={measure}>
            {measureName(measure)}
          </option>
        ))}
      </select>
    </form>
  );
}

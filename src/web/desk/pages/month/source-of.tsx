import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { SourceLine } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import type { Month } from './month.ts';

/** The bank's papers by their kind in the books. */
const KINDS: Readonly<Record<string, string>> = {
  report31: 'Báo cáo 31',
  frozenList: 'danh sách nợ khoanh',
  groupLeaders: 'danh sách tổ trưởng',
  groupScores: 'bảng chấm điểm tổ',
  bcdhtdByCommune: 'BCDHTD 01.1',
  bcdhtdByProgramme: 'BCDHTD 01.2',
  len31ByCommune: 'LEN 31',
};

/** Where a page's figures come from: the last line of page and paper. */
export function SourceOf(props: {
  readonly source: Month['source'];
  readonly officeName: string | null;
  readonly note?: string;
}): ReactElement | null {
  const { source } = props;
  if (source === null) return null;
  const names = [...new Set(source.files.map((file) => KINDS[file.kind] ?? file.name))];
  const files = names.length === 0 ? 'tệp' : names.join(', ');
  return (
    <SourceLine>
      Nguồn: {files} của NHCSXH{props.officeName === null ? '' : `, ${props.officeName}`}, số liệu ngày{' '}
      {formatDate(source.dataDate)}
      {source.versionNumber > 1 ? `, lần ghi ${source.versionNumber}` : ''}, nhập{' '}
      {formatMoment(source.publishedAt)}. Tiền thu sau ngày số liệu chưa cộng vào đây. {props.note ?? ''}
    </SourceLine>
  );
}

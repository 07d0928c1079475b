import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { FILE_WORDS } from '../../../../modules/portfolio/domain/file-words.ts';
import { SourceLine } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import type { Month } from './month.ts';

/** Where a page's figures come from: the last line of page and paper. */
export function SourceOf(props: {
  readonly source: Month['source'];
  readonly officeName: string | null;
  readonly note?: string;
}): ReactElement | null {
  const { source } = props;
  if (source === null) return null;
  const names = [...new Set(source.files.map((file) => FILE_WORDS[file.kind] ?? file.name))];
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

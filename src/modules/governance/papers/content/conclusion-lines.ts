import { formatDate } from '../../../../kernel/dates.ts';
import type { PaperBlock, PaperTable } from '../../../documents/index.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { LineGiven } from '../../domain/papers/slips.ts';
import { sentence } from './frame.ts';

type Conclusions = Minutes['conclusions'];
type Lines = readonly LineGiven[];

/** Where a line has no owner or day yet: in a draft. */
const OPEN = 'chưa ghi';

/** Conclusions as numbered points, each with who does it until when. */
export function conclusionPoints(conclusions: Conclusions): PaperBlock {
  if (conclusions.length === 0) return { block: 'paragraph', text: 'Không có kết luận giao việc.' };
  return {
    block: 'points',
    labels: 'numbers',
    points: conclusions.map(({ ownerName, dueOn, ...line }) => {
      const who = `Người thực hiện: ${ownerName ?? OPEN}`;
      return `${sentence(textOf(line))} ${who}; thời hạn: ${dueOn === null ? OPEN : formatDate(dueOn)}.`;
    }),
  };
}

/** Conclusions, of slips difficulties too, as a table; `withOwner` is left out where all are of one. */
export function conclusionTable(lines: Lines, { withOwner }: { withOwner: boolean }): PaperTable {
  const owner = <T>(cell: T): T[] => (withOwner ? [cell] : []);
  return {
    block: 'table',
    columns: [
      { share: 6, align: 'center' },
      { share: 46, align: 'left' },
      ...owner({ share: 31, align: 'left' } as const),
      { share: 17, align: 'center' },
    ],
    head: [['TT', 'Nội dung', ...owner('Người thực hiện'), 'Thời hạn']],
    rows: lines.map(({ ownerName, dueOn, ...line }, i) => [
      String(i + 1),
      textOf(line),
      ...owner(ownerName ?? OPEN),
      dueOn === null ? OPEN : formatDate(dueOn),
    ]),
  };
}

/** The conclusion, and by which figures it will be told where that was said [GV82]. */
function textOf({ text, measuredBy = null }: Pick<Conclusions[number], 'text' | 'measuredBy'>): string {
  return measuredBy === null ? text : `${sentence(text)} Đo bằng số liệu: ${measuredBy}.`;
}

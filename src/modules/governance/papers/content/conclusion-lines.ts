import { formatDate } from '../../../../kernel/dates.ts';
import type { PaperBlock, PaperTable } from '../../../documents/index.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { LineGiven } from '../../domain/papers/slips.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import { ownerWords } from '../../domain/task.ts';
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
    points: conclusions.map(({ dueOn, ...line }) => {
      const who = `Người thực hiện: ${ownerOf(line)}`;
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
    rows: lines.map(({ dueOn, ...line }, i) => [
      String(i + 1),
      textOf(line),
      ...owner(ownerOf(line)),
      dueOn === null ? OPEN : formatDate(dueOn),
    ]),
  };
}

/** The conclusion as it is printed [GV108], and by which figures it will be told where that was said [GV82]. */
function textOf({ text, measuredBy = null }: Pick<Conclusions[number], 'text' | 'measuredBy'>): string {
  const printed = withoutPersonalNumbers(text);
  return measuredBy === null ? printed : `${sentence(printed)} Đo bằng số liệu: ${measuredBy}.`;
}

/** An office with who held it on the paper's day [GV274], or who holds it now where that is another [GV201]; or a body as somebody typed it. */
function ownerOf(line: Pick<LineGiven, 'ownerName' | 'ownerNow' | 'ownerOnDay'>): string {
  return line.ownerName === null ? OPEN : withoutPersonalNumbers(line.ownerOnDay ?? ownerWords(line));
}

import { officialDate, type Paper, type PaperBlock } from '../../../documents/index.ts';
import { dayMet, type Minutes } from '../../domain/minutes.ts';
import { conclusionTable } from './conclusion-lines.ts';
import { associationTable, noFigures, ofWholeCommune, totalSentence } from './figure-tables.ts';
import { closing, type Frame, framed, meetingPlace, officialMonth, opening } from './frame.ts';

/**
 * The notice of what a briefing concluded, in the form offices of the bank use: the commune's figures, the table by
 * association, what was concluded, the point and its place.
 */
export function conclusionsPaper(frame: Frame, minutes: Minutes): Paper {
  const { point } = minutes;
  const metOn = dayMet(minutes);
  const where = point.place === null ? '' : `, ${point.place}`;
  return framed('conclusions', frame, {
    abstract: `Kết luận giao ban ${officialMonth(metOn)} tại ${meetingPlace(frame)}`,
    body: [
      {
        block: 'paragraph',
        text: `Giao ban được tổ chức ${officialDate(metOn)} tại điểm giao dịch ${point.name}${where}${served(point)}. ${opening(frame)}`,
      },
      { block: 'heading', level: 1, text: 'SỐ LIỆU' },
      ...figures(minutes),
      { block: 'heading', level: 1, text: 'VIỆC GIAO' },
      ...given(frame, minutes),
    ],
  });
}

/** Whom the point is for: the notice goes to villages, and a commune may have two points. */
function served({ villages }: Minutes['point']): string {
  return villages === undefined ? '' : `, phục vụ ${villages.join(', ')}`;
}

/** What was given to whom, and that it is to be done; where nothing was, nobody is told to do anything. */
function given(frame: Frame, { conclusions }: Minutes): PaperBlock[] {
  if (conclusions.length === 0)
    return [
      { block: 'paragraph', text: 'Không có kết luận giao việc.' },
      { block: 'paragraph', text: 'Thông báo để các đơn vị, cá nhân biết./.' },
    ];
  return [
    conclusionTable(conclusions, { withOwner: true }),
    { block: 'paragraph', text: closing(frame, 'Thông báo để các đơn vị, cá nhân biết và thực hiện') },
  ];
}

function figures(minutes: Minutes): PaperBlock[] {
  const total = totalSentence(minutes.figures);
  if (total === null) return [noFigures(minutes)];
  return [...ofWholeCommune(minutes), { block: 'paragraph', text: total }, associationTable(minutes)];
}
